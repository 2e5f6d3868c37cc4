import type { Listing } from './brief.ts';
import { compareMoments } from './moment.ts';

/** The briefs of a running story in one language, oldest first, by a key that `threadKey` gives. */
export function groupByThread(briefs: readonly Listing[]): ReadonlyMap<string, readonly Listing[]> {
  const threads = Map.groupBy(
    briefs.filter(({ thread }) => thread !== undefined),
    threadKey,
  );
  for (const parts of threads.values()) {
    parts.sort((one, other) => compareMoments(one.date, other.date) || (one.slug < other.slug ? -1 : 1));
  }
  return threads;
}

export function threadKey({ thread = '', lang }: Pick<Listing, 'thread' | 'lang'>): string {
  return `${lang} ${thread}`;
}

/** What came before a part of a running story, and what came after. */
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
