import type { Listing } from '../../brief/brief.ts';
import { agendaOf, byName, type BriefExpectation } from '../../brief/expectations.ts';
import { groupBy, namesOf } from '../../brief/groups.ts';
import { oldestFirst } from '../../brief/threads.ts';
import { listedOf, type SnapshotBrief, type BriefInList } from '../../build/snapshot.ts';
import { site } from 'virtual:fourfold';
import { countPages, dayOfSnapshot, inList, listPublic, pageOf } from './_snapshot.ts';

/** Content of the first page of a list besides briefs. */
export interface FirstPage {
  /** On a home page, the three soonest, as of the snapshot. */
  readonly upcoming?: readonly BriefExpectation[];
  /** On a home page, topics of the newest 50 briefs. */
  readonly topics?: readonly string[];
  /** On the page of a group, the languages in which there is such a group. */
  readonly languages?: readonly string[];
}

export function frontPageOf(briefs: readonly SnapshotBrief[]): FirstPage {
  const { upcoming } = agendaOf(listedOf(briefs), byName(listPublic()), dayOfSnapshot());
  const topics = new Set(briefs.slice(0, 50).flatMap(({ listing }) => listing.topics));
  return { upcoming: upcoming.slice(0, 3), topics: [...topics].sort() };
}

/**
 * The pages of a list as routes. Each gets only the briefs that it shows; the first has no number and additional content.
 */
export function pagesOf<Params, Props>(
  briefs: readonly SnapshotBrief[],
  params: Params,
  props: Props,
  first: FirstPage,
) {
  const pages = countPages(briefs);
  return Array.from({ length: pages }, (_, at) => {
    const shown = briefs.slice(at * site.pageSize, (at + 1) * site.pageSize).map(inList);
    return pageOf(
      { ...params, page: at === 0 ? undefined : `page/${at + 1}` },
      { ...props, ...(at === 0 ? first : undefined), page: at + 1, pages, briefs: shown },
    );
  });
}

/** An entry of a group index: name, number of briefs, first and newest brief. */
export interface Group {
  readonly name: string;
  readonly count: number;
  readonly newest: BriefInList;
  readonly since: Listing['date'];
}

/** The topics or authors of some briefs, by name. */
export function listGroups(
  briefs: readonly SnapshotBrief[],
  names: (typeof namesOf)['topics' | 'authors'],
): readonly Group[] {
  return groupBy(briefs, ({ listing }) => names(listing)).flatMap(([name, ofGroup]) =>
    groupOf(name, ofGroup.toReversed()),
  );
}

/** The threads of some briefs, most recently updated first. */
export function listThreads(briefs: readonly SnapshotBrief[]): readonly Group[] {
  return groupBy(briefs, ({ listing }) => namesOf.threads(listing))
    .flatMap(([name, parts]) => groupOf(name, inThread(parts)))
    .sort(
      ({ newest: one }, { newest: other }) => Date.parse(other.listing.date) - Date.parse(one.listing.date),
    );
}

/** The parts of a thread, oldest first. */
export function inThread(briefs: readonly SnapshotBrief[]): readonly SnapshotBrief[] {
  return briefs.toSorted(({ listing: one }, { listing: other }) => oldestFirst(one, other));
}

function groupOf(name: string, oldestFirst: readonly SnapshotBrief[]): Group[] {
  const [oldest, newest] = [oldestFirst[0], oldestFirst.at(-1)];
  if (!oldest || !newest) return [];
  return [{ name, count: oldestFirst.length, newest: inList(newest), since: oldest.listing.date }];
}
