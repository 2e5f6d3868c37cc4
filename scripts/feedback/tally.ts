import { sectionIds, type SectionId } from '../../src/brief/brief.ts';
import type { Vote } from './votes.ts';

/** The counted answers. */
export interface Tally extends Answers {
  /** Sorted by number of answers, then slug. */
  readonly briefs: readonly BriefTally[];
  /** Over all known briefs, most useful first, then in the order of a brief. */
  readonly sections: readonly SectionTally[];
  /** Unknown slugs. */
  readonly unknown: readonly BriefTally[];
}

export interface Answers {
  readonly yes: number;
  readonly no: number;
  /** Share of "yes", from 0 to 1 with four decimals; null without answers. */
  readonly share: number | null;
}

export interface BriefTally extends Answers {
  readonly slug: string;
  readonly sections: readonly SectionTally[];
  /** The sections named most often; several if they tie. */
  readonly mostUseful: readonly SectionId[];
}

export interface SectionTally {
  readonly id: SectionId;
  readonly votes: number;
  readonly share: number | null;
}

/** Counts votes by brief; `slugOf` gives the current slug for a current or former one. */
export function tallyOf(votes: readonly Vote[], slugOf: (slug: string) => string | undefined): Tally {
  const known = votes.filter(({ brief }) => slugOf(brief) !== undefined);
  const unknown = votes.filter(({ brief }) => slugOf(brief) === undefined);
  return {
    ...answersOf(known),
    briefs: byBrief(known, slugOf),
    sections: sectionsOf(known).toSorted((a, b) => b.votes - a.votes),
    unknown: byBrief(unknown, (slug) => slug),
  };
}

function byBrief(votes: readonly Vote[], slugOf: (slug: string) => string | undefined): BriefTally[] {
  const groups = Map.groupBy(votes, ({ brief }) => slugOf(brief) ?? brief);
  return [...groups]
    .map(([slug, own]) => {
      const sections = sectionsOf(own);
      const most = Math.max(1, ...sections.map((section) => section.votes));
      const mostUseful = sections.filter((section) => section.votes === most).map(({ id }) => id);
      return { slug, ...answersOf(own), sections, mostUseful };
    })
    .sort((a, b) => b.yes + b.no - (a.yes + a.no) || (a.slug < b.slug ? -1 : 1));
}

function answersOf(votes: readonly Vote[]): Answers {
  const yes = votes.filter(({ answer }) => answer === 'yes').length;
  const no = votes.filter(({ answer }) => answer === 'no').length;
  return { yes, no, share: shareOf(yes, yes + no) };
}

function sectionsOf(votes: readonly Vote[]): SectionTally[] {
  const named = votes.filter(({ section }) => section !== undefined);
  return sectionIds.map((id) => {
    const own = named.filter(({ section }) => section === id).length;
    return { id, votes: own, share: shareOf(own, named.length) };
  });
}

function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part / whole) * 10_000) / 10_000;
}
