import { standingPages } from 'virtual:standing-pages';
import { addressesOf } from '../brief/addresses.ts';
import { languageFor } from '../brief/languages/languages.ts';
import { describeCard } from '../cards/card.ts';
import { datedPagesOf, groupPagesOf } from '../meta/list-pages.ts';
import { sitemapsOf, type Sitemap } from '../meta/sitemaps.ts';
import { site } from '../site.ts';
import { listPublic } from './_feeds.ts';

/** The sitemaps of all public briefs and the publisher's own pages. */
export async function listSitemaps(): Promise<readonly Sitemap[]> {
  const listed = await listPublic();
  const addresses = addressesOf(site);
  return sitemapsOf(
    addresses,
    listed.map((brief) => ({
      brief,
      cards: [describeCard(brief, site, languageFor(brief.lang)).reference],
    })),
    [
      { address: addresses.subscribe },
      ...standingPages.map(({ slug }) => ({ address: addresses.standing(slug) })),
      ...groupPagesOf(site, addresses, listed),
      ...datedPagesOf(addresses, listed),
    ],
  );
}
