import { addressesOf } from '../../brief/addresses.ts';
import { languageFor } from '../../languages/languages.ts';
import { imageReference } from '../../brief/image.ts';
import { linkCardOf } from '../../cards/card.ts';
import { feedOf, itemOf, type Feed, type FeedChannel, type FeedItem } from '../../feeds/feed.ts';
import { bytesOf, shared, site } from 'virtual:fourfold';
import { listEditions } from './_editions.ts';
import { bodyOf, pageOf, publishedOf, type Published } from './_snapshot.ts';

export const addresses = addressesOf(site);

/** The newest briefs for a feed, and no others, so that older ones do not change the page. */
export function newestOf(briefs: readonly Published[]): Published[] {
  return briefs.slice(0, site.feedSize);
}

/** The routes of a feed of all briefs: one for each language. */
export function listSiteFeeds() {
  return listEditions().map(({ lang, path, briefs }) =>
    pageOf({ lang: path }, { lang, briefs: newestOf(publishedOf(briefs)) }),
  );
}

/** The feed of the newest of some briefs. */
export function feedOfBriefs(channel: FeedChannel, briefs: readonly Published[]): Feed {
  return feedOf(site, addressesOf(site, channel.lang), channel, newestOf(briefs).map(itemOfBrief));
}

const made = new Map<string, () => FeedItem>();

/** In a build, items are cached and shared by all feeds. */
function itemOfBrief(brief: Published): FeedItem {
  if (import.meta.env.DEV_SERVER) return makeItem(brief);
  const { slug } = brief.listing;
  const known = made.get(slug) ?? shared(() => makeItem(brief));
  made.set(slug, known);
  return known();
}

function makeItem({ listing, outOfDate }: Published): FeedItem {
  const language = languageFor(listing.lang);
  const card = linkCardOf(listing, site, language);
  const image = card?.reference ?? (listing.image && imageReference(listing.image));
  const file = image?.src.slice(image.src.lastIndexOf('/') + 1);
  const bytes = file && bytesOf(card ? 'cards' : 'pictures', file);
  return itemOf(site, addresses, {
    brief: { ...listing, ...bodyOf(listing.slug) },
    language,
    outOfDate,
    ...(bytes && image && { card: { ...image, bytes } }),
  });
}

/** The response for a feed. */
export function respond(text: string, type: string): Response {
  return new Response(text, { headers: { 'content-type': `${type}; charset=utf-8` } });
}
