import { getCollection, getEntry, type CollectionEntry } from 'astro:content';
import type { Body } from '../brief/brief.ts';
import { compareMoments } from '../brief/moment.ts';
import { digestOf, openCache } from '../press/cache.ts';
import { readBody } from '../press/compile-record.ts';
import { site } from '../site.ts';
import type { EditionBrief, Notice } from '../press/edition.ts';

/** Every brief that this site shows, newest first. In a build these are the public ones and no others. */
export async function listBriefs(): Promise<EditionBrief[]> {
  const entries = await getCollection('briefs');
  return entries
    .map(contentOf)
    .filter((content) => content.kind === 'brief')
    .sort(({ listing: a }, { listing: b }) => compareMoments(b.date, a.date) || (a.slug < b.slug ? -1 : 1));
}

/** Addresses at which a notice stands instead of a brief. */
export async function listNotices(): Promise<Notice[]> {
  const entries = await getCollection('briefs');
  return entries.map(contentOf).filter((content) => content.kind === 'notice');
}

/** The text of a brief that is listed. */
export async function bodyOf(slug: string): Promise<Body> {
  const entry = await getEntry('briefs', slug);
  const content = entry && contentOf(entry);
  if (content?.kind !== 'brief') throw new Error(`There is no brief "${slug}" in this edition.`);
  return readBody(cache, content.key);
}

/** Pages of the list of all briefs; an empty site has its home page. */
export function countPages(briefs: readonly unknown[]): number {
  return Math.max(1, Math.ceil(briefs.length / site.pageSize));
}

type Shown = Omit<EditionBrief, 'key'>;

/** The newest briefs of the same language that share a topic, those that share more first; at most three. */
export function relatedTo(brief: Shown, briefs: readonly Shown[]): Shown[] {
  const shared = (other: Shown): number =>
    other.listing.topics.filter((topic) => brief.listing.topics.includes(topic)).length;
  return briefs
    .filter(
      (other) =>
        other.listing.slug !== brief.listing.slug &&
        other.listing.lang === brief.listing.lang &&
        other.visibility === 'public' &&
        shared(other) > 0,
    )
    .sort((a, b) => shared(b) - shared(a))
    .slice(0, 3);
}

/** A page as `getStaticPaths` lists it: its key is the digest of the very props that it gets. */
export function pageOf<Params, Props>(params: Params, props: Props) {
  return { params, props, cacheKey: digestOf(JSON.stringify(props)) };
}

// During a build this module lies in the output, so paths start from where the command was run.
const cache = openCache(process.cwd());

type Content = ({ kind: 'brief' } & EditionBrief) | ({ kind: 'notice' } & Notice);

function contentOf(entry: CollectionEntry<'briefs'>): Content {
  return entry.data as Content;
}
