import type { Listing } from '../../brief/brief.ts';
import { agendaOf, type BriefExpectation } from '../../brief/expectations.ts';
import { groupBy, namesOf } from '../../brief/groups.ts';
import { partsOf } from '../../brief/threads.ts';
import { listedOf, type EditionBrief } from '../../build/snapshot.ts';
import { site } from 'virtual:fourfold';
import { countPages, dayOfEdition, listBriefs, pageOf } from './_edition.ts';

/** What the first page of a home shows beside briefs. */
export interface FrontPage {
  /** The soonest three, as it stands when the edition is made. */
  readonly upcoming: readonly BriefExpectation[];
  /** Those of the newest 50 briefs: what there is news of. */
  readonly topics: readonly string[];
}

export function frontPageOf(briefs: readonly EditionBrief[]): FrontPage {
  const { upcoming } = agendaOf(listedOf(briefs), dayOfEdition());
  const topics = new Set(briefs.slice(0, 50).flatMap(({ listing }) => listing.topics));
  return { upcoming: upcoming.slice(0, 3), topics: [...topics].sort() };
}

/**
 * The pages of a list as routes: each gets the briefs that it shows, and no others; the first has no number, and what
 * stands on it alone.
 */
export function pagesOf<Params, Props>(
  briefs: readonly EditionBrief[],
  params: Params,
  props: Props,
  first?: FrontPage,
) {
  const pages = countPages(briefs);
  return Array.from({ length: pages }, (_, at) => {
    const shown = briefs
      .slice(at * site.pageSize, (at + 1) * site.pageSize)
      .map(({ key, ...brief }) => brief);
    return pageOf(
      { ...params, page: at === 0 ? undefined : `page/${at + 1}` },
      { ...props, ...(at === 0 ? first : undefined), page: at + 1, pages, briefs: shown },
    );
  });
}

/** What an index tells of a group: how many briefs, since when, and the newest. */
export interface Group {
  readonly name: string;
  readonly count: number;
  readonly newest: Pick<EditionBrief, 'listing' | 'visibility'>;
  readonly since: Listing['date'];
}

/** The groups of all briefs that are shown, by name. */
export function listGroups(names: (typeof namesOf)['topics' | 'authors']): readonly Group[] {
  return groupBy(listBriefs(), ({ listing }) => names(listing)).flatMap(([name, briefs]) =>
    groupOf(name, briefs.toReversed()),
  );
}

/** The running stories, the one with the newest part first; translations are no parts of their own. */
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

/** The briefs of each running story, by its name. */
export function groupThreads(): readonly [string, readonly EditionBrief[]][] {
  return groupBy(listBriefs(), ({ listing }) => namesOf.threads(listing));
}

/** The languages that have a home but the publication's own. */
export function listLanguages(): readonly string[] {
  return groupLanguages().map(([lang]) => lang);
}

/** The briefs of each of these languages. */
export function groupLanguages(): readonly [string, readonly EditionBrief[]][] {
  return groupBy(listBriefs(), ({ listing }) => namesOf.languages(listing, site.lang));
}

function groupOf(name: string, oldestFirst: readonly EditionBrief[]): Group[] {
  const [oldest, newest] = [oldestFirst[0], oldestFirst.at(-1)];
  if (!oldest || !newest) return [];
  const { listing, visibility } = newest;
  return [{ name, count: oldestFirst.length, newest: { listing, visibility }, since: oldest.listing.date }];
}
