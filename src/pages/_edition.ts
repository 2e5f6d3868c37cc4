import { getCollection, getEntry, type CollectionEntry } from 'astro:content';
import type { Body, Day, Listing, Moment, Translation } from '../brief/brief.ts';
import { dayIn } from '../brief/dates.ts';
import { compareMoments } from '../brief/moment.ts';
import { digestOf, openCache } from '../press/cache.ts';
import { readBody } from '../press/compile-record.ts';
import { site } from '../site.ts';
import { momentId, readEdition, type EditionBrief, type Notice } from '../press/edition.ts';

/** Every brief that this site shows, newest first. In a build these are the public ones and no others. */
export async function listBriefs(): Promise<EditionBrief[]> {
  const contents = await listContents();
  return contents
    .filter((content) => content.kind === 'brief')
    .sort(({ listing: a }, { listing: b }) => compareMoments(b.date, a.date) || (a.slug < b.slug ? -1 : 1));
}

/** Addresses at which a notice stands instead of a brief. */
export async function listNotices(): Promise<Notice[]> {
  return (await listContents()).filter((content) => content.kind === 'notice');
}

/** The day on which this edition is made, in the publication's time zone: what has come due by then is past. */
export async function dayOfEdition(): Promise<Day> {
  const content = import.meta.env.NEWSROOM
    ? await readEdition(process.cwd())
    : contentOf(await getEntry('briefs', momentId));
  if (content === undefined || !('now' in content)) throw new Error('This edition has no moment.');
  return dayIn(content.now, site.timeZone);
}

/** The text of a brief that is listed. */
export async function bodyOf(slug: string): Promise<Body> {
  const content = import.meta.env.NEWSROOM
    ? (await listContents()).find((shown) => shown.kind === 'brief' && shown.listing.slug === slug)
    : contentOf(await getEntry('briefs', slug));
  if (content?.kind !== 'brief') throw new Error(`There is no brief "${slug}" in this edition.`);
  return readBody(cache, content.key);
}

/** Pages of the list of all briefs; an empty site has its home page. */
export function countPages(briefs: readonly unknown[]): number {
  return Math.max(1, Math.ceil(briefs.length / site.pageSize));
}

type Shown = Omit<EditionBrief, 'key'>;

/** Public briefs by their original: a brief and its translations stand together, by language. */
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

/** All languages of a brief, its own included; none if it is there in one alone. */
export function translationsOf(
  { listing }: Shown,
  groups: ReadonlyMap<string, Translation[]>,
): Translation[] {
  const group = groups.get(originalOf(listing)) ?? [];
  return group.length > 1 ? group : [];
}

function originalOf({ translationOf, slug }: Listing): string {
  return translationOf ?? slug;
}

/** A page as `getStaticPaths` lists it: its key is the digest of the very props that it gets. */
export function pageOf<Params, Props>(params: Params, props: Props) {
  return { params, props, cacheKey: digestOf(JSON.stringify(props)) };
}

// During a build this module lies in the output, so paths start from where the command was run.
const cache = openCache(process.cwd());

type Content =
  ({ kind: 'brief' } & EditionBrief) | ({ kind: 'notice' } & Notice) | { kind: 'moment'; now: Moment };

/** In `dev` straight from the disk: a module of Astro's that is just being loaded may hold the last edition. */
async function listContents(): Promise<Content[]> {
  if (import.meta.env.NEWSROOM) {
    const { briefs, notices } = await readEdition(process.cwd());
    return [
      ...briefs.map((brief) => ({ kind: 'brief' as const, ...brief })),
      ...notices.map((notice) => ({ kind: 'notice' as const, ...notice })),
    ];
  }
  return (await getCollection('briefs')).flatMap((entry) => contentOf(entry) ?? []);
}

function contentOf(entry: CollectionEntry<'briefs'> | undefined): Content | undefined {
  return entry?.data as Content | undefined;
}
