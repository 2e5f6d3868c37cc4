import { rangeOfField } from './brief/field-places.ts';
import { parse } from './brief/parse.ts';
import type { Draft } from './brief/draft.ts';
import type { Publication } from './brief/publication.ts';
import { sectionsOf } from './brief/sections.ts';
import type { CardProblem } from './cards/problem.ts';
import { diagnosticOf, sortDiagnostics, type Diagnostic, type Range } from './diagnostics/diagnostic.ts';
import { readBrief } from './press/find-briefs.ts';
import type { Refusal } from './press/workshop.ts';

/**
 * What keeps cards from being drawn, told at the place in the brief that the text comes from. What several cards have in
 * common is told once.
 */
export function diagnosticsOfCards(
  root: string,
  publication: Publication,
  refusals: readonly Refusal[],
): Diagnostic[] {
  const byFile = Map.groupBy(refusals, ({ job }) => job.about ?? '');
  const found = [...byFile].flatMap(([file, refused]): Diagnostic[] => {
    const read = readBrief(root, file);
    if (!('text' in read)) return [];
    const draft = parse(file, read.text, publication);
    return refused.map(({ problem }) => diagnosticIn(draft, problem as CardProblem));
  });
  const told = Map.groupBy(found, ({ file, code, range }) => `${file} ${code} ${range.start}`);
  return sortDiagnostics([...told.values()].flatMap(([first]) => (first ? [first] : [])));
}

function diagnosticIn(draft: Draft, { code, part, message }: CardProblem): Diagnostic {
  return diagnosticOf(draft.file, {
    code,
    range: placeOf(part, draft),
    message: `${message.replace(/\.$/, '')} (${part} of the card)`,
    note: { text: advice[code] },
  });
}

const advice: Readonly<Record<CardProblem['code'], string>> = {
  'card-text': 'say it in other words, or shorter: every card shows it whole or is not made',
  'card-size': 'choose a calmer picture: networks show no card of more bytes',
};

/** Fields that the parts of a card are filled from. */
const fields: Readonly<Record<string, readonly PropertyKey[]>> = {
  topic: ['topics', 0],
  title: ['title'],
  figure: ['figures', 0, 'value'],
  'label of the figure': ['figures', 0, 'label'],
  foot: ['reviewer'],
  credit: ['image', 'credit'],
  sources: ['sources'],
  picture: ['image', 'src'],
};

function placeOf(part: string, draft: Draft): Range {
  const path = fields[part];
  if (path && draft.frontMatter) return rangeOfField(draft.frontMatter, path);
  const section = /^text of section (\d)$/.exec(part)?.[1];
  const entry = sectionsOf(draft).find((each) => each.entry.section === Number(section) - 1)?.entry;
  return entry?.range ?? { start: 0, end: 1 };
}
