import type { Listing } from './brief.ts';
import type { Moment } from './moment.ts';
import { newestChange, newestMoment } from './dates.ts';

/** Groups items by each of their names, sorted by name so that builds are reproducible. */
export function groupBy<Item>(
  items: readonly Item[],
  namesOf: (item: Item) => readonly string[],
): [string, Item[]][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    for (const name of namesOf(item)) {
      const group = groups.get(name);
      if (group) group.push(item);
      else groups.set(name, [item]);
    }
  }
  return [...groups].sort(([one], [other]) => (one < other ? -1 : 1));
}

/** The kinds of groups with their own pages and feeds. */
export const namesOf = {
  topics: ({ topics }: Pick<Listing, 'topics'>) => topics,
  threads: ({ thread }: Pick<Listing, 'thread'>) => (thread === undefined ? [] : [thread]),
  authors: ({ authors }: Pick<Listing, 'authors'>) => authors,
} as const;

/** When the content of a list last changed. */
export function newestChangeOf(
  briefs: readonly Pick<Listing, 'date' | 'updated' | 'corrections'>[],
): Moment | undefined {
  return newestMoment(briefs.map(newestChange));
}
