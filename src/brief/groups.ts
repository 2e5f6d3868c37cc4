import type { Listing, Moment } from './brief.ts';
import { newestChange, newestMoment } from './dates.ts';

/** Whatever is grouped by each of the names that it has, in its order; by name, so that two builds agree. */
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

/** The names that group briefs, each kind of which has its own pages and feeds. */
export const namesOf = {
  topics: ({ topics }: Pick<Listing, 'topics'>) => topics,
  threads: ({ thread }: Pick<Listing, 'thread'>) => (thread === undefined ? [] : [thread]),
  authors: ({ authors }: Pick<Listing, 'authors'>) => authors,
  /** A brief in the publication's own language stands at home. */
  languages: ({ lang }: Pick<Listing, 'lang'>, own: string) => (lang === own ? [] : [lang]),
} as const;

/** When what a list shows last changed for its readers. */
export function newestChangeOf(
  briefs: readonly Pick<Listing, 'date' | 'updated' | 'corrections'>[],
): Moment | undefined {
  return newestMoment(briefs.map(newestChange));
}
