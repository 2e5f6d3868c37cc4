import type { Code } from '../../diagnostics/codes.ts';
import { frontMatterStart } from '../../markdown/front-matter-start.ts';
import { check } from '../check.ts';
import { escapeAsterisks } from './asterisks.ts';
import type { Draft } from '../../markdown/draft.ts';
import { clearAddresses, dropTrailingSpaces, softenSpaces, unwrapAddresses } from './spaces.ts';
import { changed, fixHeadings, fixOrder } from './structure.ts';
import { fixFrontMatterSlips } from '../../markdown/front-matter-slips.ts';
import { parse } from '../../markdown/parse.ts';
import { spacedLabels } from '../../markdown/footnote-labels.ts';
import { literalImages } from '../../markdown/literal-images.ts';
import type { Publication } from '../../brief/publication.ts';
import { applyEdits } from '../../markdown/text-edits.ts';
import { unread } from '../../markdown/parse-limits.ts';

/** A brief's text after all that is certain was fixed, and what that was. */
export interface Fixed {
  readonly text: string;
  readonly fixed: readonly FixKind[];
}

type FixKind = Code | 'trailing-space';

/**
 * Fixes what can be fixed without a doubt: headings that are nearly right, sections out of order, blank lines and blank
 * blocks of front matter before the real one, pictures whose address holds spaces, names of footnotes that hold one, asterisks that are part of a word, and
 * spaces at the end of lines that mean nothing. Every other byte stays. What changes the meaning of any other part, or adds
 * an error, is not done.
 */
export function fix(file: string, text: string, publication: Publication): Fixed {
  const fixed = new Set<FixKind>();
  let draft = parse(file, text, publication);
  // Nobody but its writer knows which of two versions to keep, and where each ends.
  if (draft.findings.some(({ code }) => code === 'conflict-unresolved')) return { text, fixed: [] };
  let errors: number | undefined;
  // One repair may make way for another: it goes on until all have had their turn on the same text.
  for (let before: Draft | undefined; before !== draft;) {
    before = draft;
    for (const [what, repair] of repairs) {
      const next = repair(draft, publication);
      if (next === draft) continue;
      errors ??= countErrors(draft, publication);
      const left = countErrors(next, publication);
      // Of fields that could not be read no error was known.
      if (left > errors && what !== 'front-matter-syntax') continue;
      errors = left;
      fixed.add(what);
      draft = next;
    }
  }
  return { text: draft.source, fixed: [...fixed] };
}

type Mend = (draft: Draft, publication: Publication) => Draft;

const repairs: readonly (readonly [FixKind, Mend])[] = [
  ['front-matter-missing', dropBeforeFrontMatter],
  ['front-matter-syntax', fixFrontMatter],
  ['control-character', (draft, publication) => rewritten(draft, clearAddresses(draft), publication)],
  ['link-address', (draft, publication) => rewritten(draft, unwrapAddresses(draft), publication)],
  ['section-heading', fixHeadings],
  ['section-order', fixOrder],
  ['image-literal', writeImages],
  ['footnote-label', joinLabels],
  ['emphasis-unmeant', escapeAsterisks],
  // White space is the same content, whichever it is.
  ['hard-space', (draft, publication) => rewritten(draft, softenSpaces(draft), publication)],
  [
    'trailing-space',
    // A text that is not read has no code whose spaces could be kept.
    (draft, publication) =>
      draft.findings.some(({ code }) => unread.has(code))
        ? draft
        : changed(draft, dropTrailingSpaces(draft), publication),
  ],
];

function dropBeforeFrontMatter(draft: Draft, publication: Publication): Draft {
  return changed(draft, draft.source.slice(frontMatterStart(draft.source)), publication);
}

/** Only what cannot be read at all: then no field has a value that a repair could change. */
function fixFrontMatter(draft: Draft, publication: Publication): Draft {
  if (draft.findings.every(({ code }) => code !== 'front-matter-syntax')) return draft;
  const next = parse(draft.file, fixFrontMatterSlips(draft.source), publication);
  return next.findings.length < draft.findings.length ? next : draft;
}

/** Of all that is fixed, this alone adds to what readers see: the picture that the writer named. */
function writeImages(draft: Draft, publication: Publication): Draft {
  const images = literalImages(draft);
  const edits = images.flatMap(({ start, end, written, isCertain }) =>
    isCertain && written !== undefined ? [{ start, end, text: written }] : [],
  );
  if (edits.length === 0) return draft;
  const next = parse(draft.file, applyEdits(draft.source, edits), publication);
  return literalImages(next).length < images.length ? next : draft;
}

/** A link, or words in brackets, become the note that they were written as. */
function joinLabels(draft: Draft, publication: Publication): Draft {
  const labels = spacedLabels(draft).filter(({ isCertain }) => isCertain);
  if (labels.length === 0) return draft;
  const edits = labels.map(({ start, end, joined, isDefinition }) => ({
    start,
    end,
    text: `[^${joined}]${isDefinition ? ':' : ''}`,
  }));
  const next = parse(draft.file, applyEdits(draft.source, edits), publication);
  return spacedLabels(next).length < spacedLabels(draft).length ? next : draft;
}

function rewritten(draft: Draft, text: string, publication: Publication): Draft {
  return text === draft.source ? draft : parse(draft.file, text, publication);
}

function countErrors(draft: Draft, publication: Publication): number {
  return check(draft, publication).diagnostics.filter(({ severity }) => severity === 'error').length;
}
