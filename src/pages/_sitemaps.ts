import { standingPages } from 'virtual:standing-pages';
import { addressesOf } from '../brief/addresses.ts';
import { archiveOf } from '../brief/archive.ts';
import type { Listing } from '../brief/brief.ts';
import { newestChange, newestMoment } from '../brief/dates.ts';
import { languageFor } from '../brief/languages/languages.ts';
import { describeCard } from '../cards/card.ts';
import { sitemapsOf, type Sitemap, type SitemapPage } from '../meta/sitemaps.ts';
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
    [
      { address: addresses.subscribe },
      ...datedPages(briefs.map(({ listing }) => listing)),
      ...standingPages.map(({ slug }) => ({ address: addresses.standing(slug) })),
    ],
  );
}

/** The pages that order briefs by time, each with the newest change of the briefs that it shows. */
function datedPages(briefs: readonly Listing[]): SitemapPage[] {
  const { archive, year: yearAt, corrections, upcoming } = addressesOf(site);
  const changing = (address: string, shown: readonly Listing[]): SitemapPage => {
    const changed = newestMoment(shown.map(newestChange));
    return { address, ...(changed !== undefined && { changed }) };
  };
  return [
    changing(archive, briefs),
    ...archiveOf(briefs).map(({ year, months }) =>
      changing(
        yearAt(year),
        months.flatMap((month) => month.briefs),
      ),
    ),
    changing(
      corrections,
      briefs.filter((brief) => brief.corrections.length > 0),
    ),
    changing(
      upcoming,
      briefs.filter(({ watch }) => watch.length > 0),
    ),
  ];
}
