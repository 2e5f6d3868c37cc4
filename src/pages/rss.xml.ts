import type { APIRoute } from 'astro';
import { addressesOf } from '../brief/addresses.ts';
import { languageFor } from '../brief/languages/languages.ts';
import { describeCard } from '../cards/card.ts';
import { feedOf } from '../feeds/feed.ts';
import { formatRss } from '../feeds/rss.ts';
import { readReceipt } from '../press/workshop.ts';
import { site } from '../site.ts';
import { bodyOf, listBriefs } from './_edition.ts';

export const GET: APIRoute = async () => {
  const shown = (await listBriefs()).filter(({ visibility }) => visibility === 'public');
  const newest = shown.slice(0, site.feedSize);
  const entries = newest.map(async ({ listing }) => {
    const language = languageFor(listing.lang);
    const { reference, file } = describeCard(listing, site, language);
    const receipt = await readReceipt(process.cwd(), 'cards', file);
    return {
      brief: { ...listing, ...(await bodyOf(listing.slug)) },
      language,
      ...(receipt && { card: { ...reference, bytes: receipt.bytes } }),
    };
  });
  const feed = feedOf(site, addressesOf(site), await Promise.all(entries));
  return new Response(formatRss(feed), { headers: { 'content-type': 'application/rss+xml; charset=utf-8' } });
};
