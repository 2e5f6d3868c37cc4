import type { Listing } from '../../brief/brief.ts';
import { agendaOf, type BriefExpectation } from '../../brief/expectations.ts';
import { groupBy, namesOf } from '../../brief/groups.ts';
import { partsOf } from '../../brief/threads.ts';
import { listedOf, type SnapshotBrief, type BriefInList } from '../../build/snapshot.ts';
import { site } from 'virtual:fourfold';
import { countPages, dayOfSnapshot, inList, listBriefs, pageOf } from './_snapshot.ts';

/** Content of the first home page besides briefs. */
export interface FrontPage {
  /** The three soonest, as of the snapshot. */
  readonly upcoming: readonly BriefExpectation[];
  /** Topics of the newest 50 briefs. */
  readonly topics: readonly string[];
}

export function frontPageOf(briefs: readonly SnapshotBrief[]): FrontPage {
  const { upcoming } = agendaOf(listedOf(briefs), dayOfSnapshot());
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
  first?: FrontPage,
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

/** The groups of all listed briefs, by name. */
export function listGroups(names: (typeof namesOf)['topics' | 'authors']): readonly Group[] {
  return groupBy(listBriefs(), ({ listing }) => names(listing)).flatMap(([name, briefs]) =>
    groupOf(name, briefs.toReversed()),
  );
}

/** The threads, most recently updated first; translations do not count as parts. */
export function listThreads(): readonly Group[] {
  return groupThreads()
    .flatMap(([name, briefs]) =>
      groupOf(
        name,
        partsOf(briefs).map(({ brief }) => brief),
      ),
    ) // prettier-ignore
    .sort(
      ({ newest: one }, { newest: other }) => Date.parse(other.listing.date) - Date.parse(one.listing.date),
    );
}

/** The briefs of each thread, by name. */
export function groupThreads(): readonly [string, readonly SnapshotBrief[]][] {
  return groupBy(listBriefs(), ({ listing }) => namesOf.threads(listing));
}

/** Languages with a home page, except the publication's. */
export function listLanguages(): readonly string[] {
  return groupLanguages().map(([lang]) => lang);
}

/** The briefs of each of these languages. */
export function groupLanguages(): readonly [string, readonly SnapshotBrief[]][] {
  return groupBy(listBriefs(), ({ listing }) => namesOf.languages(listing, site.lang));
}

function groupOf(name: string, oldestFirst: readonly SnapshotBrief[]): Group[] {
  const [oldest, newest] = [oldestFirst[0], oldestFirst.at(-1)];
  if (!oldest || !newest) return [];
  return [{ name, count: oldestFirst.length, newest: inList(newest), since: oldest.listing.date }];
}
