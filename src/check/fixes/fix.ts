import type { Code } from '../../diagnostics/codes.ts';
import { frontMatterStart } from '../../markdown/front-matter-start.ts';
import { check } from '../check.ts';
import { escapeAsterisks } from './asterisks.ts';
import type { Draft } from '../../markdown/draft.ts';
import { dropTracking, plainHeadings, spaceHeadings, writeDates, writeTags } from './model-marks.ts';
import { clearAddresses, dropTrailingSpaces, softenSpaces, unwrapAddresses } from './spaces.ts';
import { changed, fixHeadings, fixOrder } from './structure.ts';
import { fixFrontMatterMistakes } from '../../markdown/front-matter-mistakes.ts';
import { parse } from '../../markdown/parse.ts';
import { spacedLabels } from '../../markdown/footnote-labels.ts';
import { literalImages } from '../../markdown/literal-images.ts';
import type { Publication } from '../../brief/publication.ts';
import { applyEdits } from '../../markdown/text-edits.ts';
import { unread } from '../../markdown/parse-limits.ts';

/** The text of a brief after fixing, and the kinds of fixes. */
export interface Fixed {
  readonly text: string;
  readonly fixed: readonly FixKind[];
}

type FixKind = Code | 'trailing-space' | 'tracking-parameter';

/**
 * Applies all fixes that are certain. Every other byte stays, and a fix that changes the meaning of another part or adds
 * an error is skipped.
 */
export function fix(file: string, text: string, publication: Publication): Fixed {
  const fixed = new Set<FixKind>();
  let draft = parse(file, text, publication);
  // Only the writer knows which version is right.
  if (draft.findings.some(({ code }) => code === 'conflict-unresolved')) return { text, fixed: [] };
  let errors: number | undefined;
  // A fix may make another one possible, so all of them run until nothing changes.
  for (let before: Draft | undefined; before !== draft;) {
    before = draft;
    for (const [what, repair] of repairs) {
      const next = repair(draft, publication);
      if (next === draft) continue;
      errors ??= countErrors(draft, publication);
      const left = countErrors(next, publication);
      // Errors in unreadable fields were not known before.
      if (left > errors && what !== 'front-matter-syntax') continue;
      errors = left;
      fixed.add(what);
      draft = next;
    }
  }
  return { text: draft.source, fixed: [...fixed] };
}

type Fix = (draft: Draft, publication: Publication) => Draft;

const repairs: readonly (readonly [FixKind, Fix])[] = [
  ['front-matter-missing', dropBeforeFrontMatter],
  ['front-matter-syntax', fixFrontMatter],
  ['control-character', (draft, publication) => rewritten(draft, clearAddresses(draft), publication)],
  ['link-address', (draft, publication) => rewritten(draft, unwrapAddresses(draft), publication)],
  ['field-date', (draft, publication) => rewritten(draft, writeDates(draft), publication)],
  ['raw-html', (draft, publication) => rewritten(draft, writeTags(draft), publication)],
  ['markup-literal', (draft, publication) => rewritten(draft, spaceHeadings(draft), publication)],
  ['tracking-parameter', (draft, publication) => rewritten(draft, dropTracking(draft), publication)],
  ['section-missing', (draft, publication) => rewritten(draft, plainHeadings(draft), publication)],
  ['section-heading', fixHeadings],
  ['section-order', fixOrder],
  ['image-literal', writeImages],
  ['footnote-label', joinLabels],
  ['emphasis-unmeant', escapeAsterisks],
  // All kinds of white space count as the same content.
  ['hard-space', (draft, publication) => rewritten(draft, softenSpaces(draft), publication)],
  [
    'trailing-space',
    // In an unparsed text, code is unknown, so its spaces could change.
    (draft, publication) =>
      draft.findings.some(({ code }) => unread.has(code))
        ? draft
        : changed(draft, dropTrailingSpaces(draft), publication),
  ],
];

function dropBeforeFrontMatter(draft: Draft, publication: Publication): Draft {
  return changed(draft, draft.source.slice(frontMatterStart(draft.source)), publication);
}

/** Only if the front matter is unreadable, so that no field's value can change. */
function fixFrontMatter(draft: Draft, publication: Publication): Draft {
  if (draft.findings.every(({ code }) => code !== 'front-matter-syntax')) return draft;
  const next = parse(draft.file, fixFrontMatterMistakes(draft.source), publication);
  return next.findings.length < draft.findings.length ? next : draft;
}

/** The only fix that adds something visible: the image that the writer named. */
function writeImages(draft: Draft, publication: Publication): Draft {
  const images = literalImages(draft);
  const edits = images.flatMap(({ start, end, written, isCertain }) =>
    isCertain && written !== undefined ? [{ start, end, text: written }] : [],
  );
  if (edits.length === 0) return draft;
  const next = parse(draft.file, applyEdits(draft.source, edits), publication);
  return literalImages(next).length < images.length ? next : draft;
}

/** Turns links or bracketed words into the footnotes that they were meant as. */
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
