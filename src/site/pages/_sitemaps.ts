import { addressesOf } from '../../brief/addresses.ts';
import type { Listing } from '../../brief/brief.ts';
import { languageFor } from '../../languages/languages.ts';
import { memoize } from '../../brief/memoize.ts';
import { describeCards } from '../../cards/card.ts';
import { datedPagesOf, groupPagesOf } from '../../metadata/list-pages.ts';
import { sitemapsOf, type Sitemap } from '../../metadata/sitemaps.ts';
import { shared, site, standingPages } from 'virtual:fourfold';
import { listPublic } from './_snapshot.ts';

/** The sitemaps of all public briefs and standing pages. */
export function listSitemaps(): readonly Sitemap[] {
  return sitemapsFor(listPublic())();
}

const sitemapsFor = memoize((listed: readonly Listing[]) => shared(() => makeSitemaps(listed)));

function makeSitemaps(listed: readonly Listing[]): readonly Sitemap[] {
  const addresses = addressesOf(site);
  return sitemapsOf(
    addresses,
    listed.map((brief) => ({
      brief,
      cards: describeCards(brief, site, languageFor(brief.lang), false),
    })),
    [
      { address: addresses.subscribe },
      ...standingPages().map(({ slug }) => ({ address: addresses.standing(slug) })),
      ...groupPagesOf(site, addresses, listed),
      ...datedPagesOf(addresses, listed),
    ],
  );
}
