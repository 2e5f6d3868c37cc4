import type { Listing } from './brief.ts';
import { compareMoments } from './moment.ts';

/** Briefs of each thread in one language, oldest first, by `threadKey`. */
export function groupByThread(briefs: readonly Listing[]): ReadonlyMap<string, readonly Listing[]> {
  const threads = Map.groupBy(
    briefs.filter(({ thread }) => thread !== undefined),
    threadKey,
  );
  for (const parts of threads.values()) parts.sort(oldestFirst);
  return threads;
}

export function threadKey({ thread = '', lang }: Pick<Listing, 'thread' | 'lang'>): string {
  return `${lang} ${thread}`;
}

/** The parts of a thread before and after a brief. */
export interface ThreadNeighbours {
  readonly earlier?: Pick<Listing, 'slug' | 'title'>;
  readonly later?: Pick<Listing, 'slug' | 'title'>;
}

export function neighboursIn(
  threads: ReadonlyMap<string, readonly Listing[]>,
  brief: Listing,
): ThreadNeighbours {
  const parts = threads.get(threadKey(brief)) ?? [];
  const at = parts.findIndex(({ slug }) => slug === brief.slug);
  const earlier = at > 0 ? parts[at - 1] : undefined;
  const later = at < 0 ? undefined : parts[at + 1];
  return {
    ...(earlier && { earlier: { slug: earlier.slug, title: earlier.title } }),
    ...(later && { later: { slug: later.slug, title: later.title } }),
  };
}

/** The order of the parts of a thread. */
export function oldestFirst(one: Listing, other: Listing): number {
  return compareMoments(one.date, other.date) || (one.slug < other.slug ? -1 : 1);
}
