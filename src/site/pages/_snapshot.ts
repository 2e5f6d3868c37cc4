import type { Body, Listing, Teaser, Translation } from '../../brief/brief.ts';
import type { Day } from '../../brief/moment.ts';
import { dayIn } from '../../brief/dates.ts';
import { digestOf, openCache } from '../../store/cache.ts';
import { readBody } from '../../build/compiled-brief.ts';
import { currentSnapshot, root, site } from 'virtual:fourfold';
import { originalOf } from '../../brief/editions.ts';
import { memoize } from '../../brief/memoize.ts';
import {
  listedOf,
  type Snapshot,
  type SnapshotBrief,
  type BriefInList,
  type Notice,
} from '../../build/snapshot.ts';

/** Every brief of this site, newest first; in a build, only public ones. */
export function listBriefs(): readonly SnapshotBrief[] {
  return snapshot().briefs;
}

/** Public briefs, newest first. */
export function listPublic(): readonly Listing[] {
  return publicOf(snapshot());
}

/** A public brief, and whether it is out of date, which is part of the key of pages that show it. */
export type Published = Pick<SnapshotBrief, 'listing' | 'outOfDate'>;

/** Public briefs, newest first, with their state. */
export function listPublished(): readonly Published[] {
  return publishedOf(listBriefs());
}

/** The public ones of some briefs, with their state. */
export function publishedOf(briefs: readonly SnapshotBrief[]): readonly Published[] {
  return briefs
    .filter(({ visibility }) => visibility === 'public')
    .map(({ listing, outOfDate }) => ({ listing, outOfDate }));
}

const publicOf = memoize(({ briefs }: Snapshot): readonly Listing[] => listedOf(briefs));

/** Addresses with a notice instead of a brief. */
export function listNotices(): readonly Notice[] {
  return snapshot().notices;
}

/** Standing pages sorted by name, for their route; what other pages show of them is recorded (`standingPages`). */
export function listStanding(): Snapshot['pages'] {
  return snapshot().pages;
}

/** The day of this snapshot in the publication's time zone. */
export function dayOfSnapshot(): Day {
  return dayIn(snapshot().now, site.timeZone);
}

/** The body of a listed brief. */
export function bodyOf(slug: string): Body {
  const key = keysOf(snapshot()).get(slug);
  if (key === undefined) throw new Error(`There is no brief "${slug}" in this snapshot.`);
  return readBody(cache, key);
}

const keysOf = memoize(
  ({ briefs }: Snapshot) => new Map(briefs.map(({ listing, key }) => [listing.slug, key] as const)),
);

/** In `dev`, each change makes a new snapshot. */
export function snapshot(): Snapshot {
  const snapshot = currentSnapshot();
  if (!snapshot) throw new Error('No snapshot was loaded yet.');
  return snapshot;
}

/**
 * A brief for a list, with only what lists show of it: a change of its text renders its own page, and not each of the
 * hundreds that list it.
 */
export function inList({ listing, visibility }: Pick<SnapshotBrief, 'listing' | 'visibility'>): BriefInList {
  return { listing: teaserOf(listing), visibility };
}

const teaserOf = memoize((listing: Listing): Teaser => {
  const { ai, date, figures, image, lang, minutes, next, slug, summary, title, topics } = listing;
  const shown = { ai, date, figures: figures.slice(0, 1), lang, minutes, next, slug, summary, title, topics };
  return image ? { ...shown, image } : shown;
});

/** Number of pages of the list of all briefs; at least one. */
export function countPages(briefs: readonly unknown[]): number {
  return Math.max(1, Math.ceil(briefs.length / site.pageSize));
}

type Shown = Omit<SnapshotBrief, 'key'>;

/** Public briefs grouped with their translations, by language. */
export function groupTranslations(briefs: readonly Shown[]): Map<string, Translation[]> {
  const groups = new Map<string, Translation[]>();
  for (const { listing, visibility } of briefs) {
    if (visibility !== 'public') continue;
    const original = originalOf(listing);
    groups.set(original, [...(groups.get(original) ?? []), { lang: listing.lang, slug: listing.slug }]);
  }
  for (const group of groups.values()) group.sort((a, b) => (a.lang < b.lang ? -1 : 1));
  return groups;
}

/** All languages of a brief, including its own; empty if there is only one. */
export function translationsOf(
  { listing }: Shown,
  groups: ReadonlyMap<string, Translation[]>,
): Translation[] {
  const group = groups.get(originalOf(listing)) ?? [];
  return group.length > 1 ? group : [];
}

/**
 * A page for `getStaticPaths`; its key is the digest of its props. A listing appears on many pages, so its own cached
 * digest represents it.
 */
export function pageOf<Params, Props>(params: Params, props: Props) {
  const text = JSON.stringify(props, (_name, value: unknown) =>
    isShown(value) ? digestOfShown(value) : value,
  );
  return { params, props, cacheKey: digestOf(text) };
}

const digestOfShown = memoize((shown: Listing | Teaser) => digestOf(JSON.stringify(shown)));

function isShown(value: unknown): value is Listing | Teaser {
  return typeof value === 'object' && value !== null && 'next' in value && 'minutes' in value;
}

const cache = openCache(root);
