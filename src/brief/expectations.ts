import type { Day, Expectation, Listing } from './brief.ts';

/**
 * What some briefs expect, as it stands on a day: still to come from that day on, the soonest first; overdue, the
 * longest first; and with an outcome, by the newest day. A translation says again what its original says: it counts only
 * where the original is not there.
 */
export function agendaOf(briefs: readonly Listing[], today: Day): Agenda {
  const listed = byName(briefs);
  const expected = expectationsOf(
    briefs.filter(
      ({ translationOf }) => translationOf === undefined || !listed.get(translationOf)?.watch.length,
    ),
    listed,
  );
  const open = expected.filter(({ outcome }) => outcome === undefined);
  return {
    upcoming: open.filter(({ by }) => by >= today),
    overdue: open.filter(({ by }) => by < today),
    settled: expected.filter(({ outcome }) => outcome !== undefined).sort(latestFirst),
  };
}

/** What some briefs expect, the soonest first; `listed` are the briefs that can be linked to. */
export function expectationsOf(
  briefs: readonly Listing[],
  listed: ReadonlyMap<string, Listing>,
): BriefExpectation[] {
  return briefs.flatMap((brief) => entriesOf(brief, listed)).sort(soonestFirst);
}

/** Briefs by every name that they had: a brief is known by its old slugs as well. */
export function byName(briefs: readonly Listing[]): ReadonlyMap<string, Listing> {
  return new Map(briefs.flatMap((brief) => [brief.slug, ...brief.aliases].map((name) => [name, brief])));
}

/** How many expectations there are, and of these, how many ended how. */
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

/** An id on a brief's page for each of its expectations: by its day, so that one more moves no other. */
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
  /** No outcome yet, and the day is not over. */
  readonly upcoming: number;
  /** No outcome yet, though the day is over. */
  readonly overdue: number;
}

/** An expectation with the brief that has it. */
export interface BriefExpectation extends Omit<Expectation, 'brief'> {
  /** On the brief's page. */
  readonly id: string;
  readonly brief: Named;
  /** The brief that tells the outcome. */
  readonly told?: Named;
}

type Named = Pick<Listing, 'slug' | 'title' | 'lang'>;

function entriesOf(brief: Listing, listed: ReadonlyMap<string, Listing>): BriefExpectation[] {
  const ids = expectationIds(brief.watch);
  return brief.watch.map(({ brief: teller, ...expectation }, at) => {
    const told = teller === undefined ? undefined : listed.get(teller);
    const id = ids[at] ?? '';
    return { ...expectation, id, brief: nameOf(brief), ...(told && { told: nameOf(told) }) };
  });
}

function nameOf({ slug, title, lang }: Listing): Named {
  return { slug, title, lang };
}

/** Of the same day by brief, each in the order of its own. */
function soonestFirst(one: BriefExpectation, other: BriefExpectation): number {
  return compare(one.by, other.by) || compare(one.brief.slug, other.brief.slug);
}

function latestFirst(one: BriefExpectation, other: BriefExpectation): number {
  return compare(other.by, one.by);
}

function compare(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}
