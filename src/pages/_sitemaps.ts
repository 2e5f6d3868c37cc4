import { standingPages } from 'virtual:standing-pages';
import { addressesOf } from '../brief/addresses.ts';
import { languageFor } from '../brief/languages/languages.ts';
import { describeCard } from '../cards/card.ts';
import { sitemapsOf, type Sitemap } from '../meta/sitemaps.ts';
import { site } from '../site.ts';
import { listBriefs } from './_edition.ts';

/** The sitemaps of all public briefs and the publisher's own pages. */
export async function listSitemaps(): Promise<readonly Sitemap[]> {
  const briefs = (await listBriefs()).filter(({ visibility }) => visibility === 'public');
  const addresses = addressesOf(site);
  return sitemapsOf(
    addresses,
    briefs.map(({ listing }) => ({
      brief: listing,
      cards: [describeCard(listing, site, languageFor(listing.lang)).reference],
    })),
    [addresses.subscribe, ...standingPages.map(({ slug }) => addresses.standing(slug))],
  );
}
