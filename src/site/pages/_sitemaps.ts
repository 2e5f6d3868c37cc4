import { addressesOf } from '../../brief/addresses.ts';
import { memoize } from '../../brief/memoize.ts';
import { listedOf, type Snapshot } from '../../build/snapshot.ts';
import { listPagesOf } from '../../metadata/list-pages.ts';
import { sitemapsOf, type Sitemap } from '../../metadata/sitemaps.ts';
import { shared, site, standingPages } from 'virtual:fourfold';
import { snapshot } from './_snapshot.ts';

/** The sitemaps of all public briefs and standing pages. */
export function listSitemaps(): readonly Sitemap[] {
  return sitemapsFor(snapshot())();
}

const sitemapsFor = memoize((shown: Snapshot) => shared(() => makeSitemaps(shown)));

function makeSitemaps({ briefs }: Snapshot): readonly Sitemap[] {
  const addresses = addressesOf(site);
  const listed = listedOf(briefs);
  const cards = new Map(briefs.map(({ listing, card }) => [listing.slug, card]));
  return sitemapsOf(
    addresses,
    listed.map((brief) => {
      const card = cards.get(brief.slug);
      return { brief, cards: card === undefined ? [] : [{ src: addresses.card(card) }] };
    }),
    [
      ...listPagesOf(site, listed),
      ...standingPages().map(({ slug }) => ({ address: addresses.standing(slug) })),
    ],
  );
}
