import type { Day } from './moment.ts';
import type { Expectation, Listing } from './brief.ts';

/**
 * The expectations of briefs as of a day: upcoming, soonest first; overdue, longest first; settled, newest first. `listed` are the
 * briefs that may be linked.
 */
export function agendaOf(
  briefs: readonly Listing[],
  listed: ReadonlyMap<string, Listing>,
  today: Day,
): Agenda {
  const expected = expectationsOf(briefs, listed);
  const open = expected.filter(({ outcome }) => outcome === undefined);
  return {
    upcoming: open.filter(({ by }) => by >= today),
    overdue: open.filter(({ by }) => by < today),
    settled: expected.filter(({ outcome }) => outcome !== undefined).sort(latestFirst),
  };
}

/** The expectations of briefs, soonest first; `listed` are the briefs that may be linked. */
export function expectationsOf(
  briefs: readonly Listing[],
  listed: ReadonlyMap<string, Listing>,
): BriefExpectation[] {
  return briefs.flatMap((brief) => entriesOf(brief, listed)).sort(soonestFirst);
}

/** Briefs by current and former slugs. */
export function byName(briefs: readonly Listing[]): ReadonlyMap<string, Listing> {
  return new Map(briefs.flatMap((brief) => [brief.slug, ...brief.aliases].map((name) => [name, brief])));
}

/** Counts expectations and their outcomes. */
export function tallyOf({ upcoming, overdue, settled }: Agenda): Tally {
  const ended = (as: Expectation['outcome']) => settled.filter(({ outcome }) => outcome === as).length;
  return {
    all: upcoming.length + overdue.length + settled.length,
    happened: ended('happened'),
    missed: ended('missed'),
    changed: ended('changed'),
    upcoming: upcoming.length,
    overdue: overdue.length,
  };
}

/** An id for each expectation of a brief, based on its day, so that adding one does not change the others. */
export function expectationIds(watch: readonly Pick<Expectation, 'by'>[]): string[] {
  const count = new Map<Day, number>();
  return watch.map(({ by }) => {
    const number = (count.get(by) ?? 0) + 1;
    count.set(by, number);
    return `watch-${by}${number === 1 ? '' : `-${number}`}`;
  });
}

export interface Agenda {
  readonly upcoming: readonly BriefExpectation[];
  readonly overdue: readonly BriefExpectation[];
  readonly settled: readonly BriefExpectation[];
}

export interface Tally {
  readonly all: number;
  readonly happened: number;
  readonly missed: number;
  readonly changed: number;
  /** Without an outcome, and the day is not over. */
  readonly upcoming: number;
  /** Without an outcome, although the day is over. */
  readonly overdue: number;
}

/** An expectation with its brief. */
export interface BriefExpectation extends Omit<Expectation, 'brief'> {
  /** Id on the brief's page. */
  readonly id: string;
  readonly brief: Named;
  /** The brief that reports the outcome. */
  readonly report?: Named;
}

type Named = Pick<Listing, 'slug' | 'title' | 'lang'>;

function entriesOf(brief: Listing, listed: ReadonlyMap<string, Listing>): BriefExpectation[] {
  const ids = expectationIds(brief.watch);
  return brief.watch.map(({ brief: reporter, ...expectation }, at) => {
    const report = reporter === undefined ? undefined : listed.get(reporter);
    const id = ids[at] ?? '';
    return { ...expectation, id, brief: nameOf(brief), ...(report && { report: nameOf(report) }) };
  });
}

function nameOf({ slug, title, lang }: Listing): Named {
  return { slug, title, lang };
}

/** Expectations of the same day are sorted by brief, then in their own order. */
function soonestFirst(one: BriefExpectation, other: BriefExpectation): number {
  return compare(one.by, other.by) || compare(one.brief.slug, other.brief.slug);
}

function latestFirst(one: BriefExpectation, other: BriefExpectation): number {
  return compare(other.by, one.by);
}

function compare(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}
