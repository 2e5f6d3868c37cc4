import type { Language } from '../../src/languages/language.ts';
import { sectionIds, type SectionId } from '../../src/brief/brief.ts';
import type { Answers, BriefTally, SectionTally, Tally } from './tally.ts';
import type { Ballot } from './votes.ts';

/** The tables for people: votes by brief and by section, ignored answers, and unknown slugs. */
export function formatTally(
  tally: Tally,
  { byPrograms, others }: Omit<Ballot, 'votes'>,
  headings: Language['headings'],
): string {
  const nameOf = (id: SectionId): string => headings[sectionIds.indexOf(id)] ?? id;
  const { briefs, sections, unknown } = tally;
  const left = [
    ...(byPrograms > 0 ? [`${byPrograms} sent by programs, which filled in the hidden field`] : []),
    ...(others > 0 ? [`${others} from another form or without a valid answer`] : []),
  ];
  return [
    ...(briefs.length > 0 ? [...tableOfBriefs(briefs, tally, nameOf), ''] : ['No votes.', '']),
    ...(sections.some(({ votes }) => votes > 0) ? [...tableOfSections(sections, nameOf), ''] : []),
    ...(unknown.length > 0 ? ['No brief has or had these slugs:', ...unknown.map(lineOfUnknown), ''] : []),
    ...(left.length > 0 ? [`Left out: ${left.join('; ')}.`, ''] : []),
  ].join('\n');
}

function tableOfBriefs(
  briefs: readonly BriefTally[],
  all: Answers,
  nameOf: (id: SectionId) => string,
): string[] {
  const width = Math.max('all briefs'.length, ...briefs.map(({ slug }) => slug.length));
  const line = (name: string, { yes, no, share }: Answers, most = ''): string =>
    `${name.padEnd(width)}  ${number(yes)}  ${number(no)}  ${percent(share)}  ${most}`.trimEnd();
  return [
    `${'brief'.padEnd(width)}     yes      no  useful  most useful section`,
    ...briefs.map((brief) => line(brief.slug, brief, brief.mostUseful.map(nameOf).join(' · '))),
    line('all briefs', all),
  ];
}

function tableOfSections(sections: readonly SectionTally[], nameOf: (id: SectionId) => string): string[] {
  return [
    '  votes   share  most useful section',
    ...sections.map(
      ({ id, votes, share }) => `${number(votes).padStart(7)}  ${percent(share)}  ${nameOf(id)}`,
    ),
  ];
}

function lineOfUnknown({ slug, yes, no, sections }: BriefTally): string {
  const named = sections.reduce((sum, { votes }) => sum + votes, 0);
  return `  ${slug}  ${yes} yes, ${no} no${named > 0 ? `, ${named} for a section` : ''}`;
}

function number(count: number): string {
  return String(count).padStart(6);
}

function percent(share: number | null): string {
  return (share === null ? '–' : `${Math.round(share * 100)} %`).padStart(6);
}
