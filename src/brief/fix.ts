import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Code } from '../diagnostics/codes.ts';
import type { Draft, OutlineEntry } from './draft.ts';
import { writtenHeading } from './languages/languages.ts';
import { parse } from './parse.ts';
import type { Publication } from './publication.ts';

/** A brief's text after all that is certain was mended, and what that was. */
export interface Fixed {
  readonly text: string;
  readonly mended: readonly (Code | 'trailing-space')[];
}

/**
 * Mends what can be mended without a doubt: headings that are nearly right, sections out of order, a blank block of
 * front matter before the real one, and spaces at the end of lines that mean nothing. Every other byte stays.
 */
export function fix(file: string, text: string, publication: Publication): Fixed {
  const mended: Fixed['mended'][number][] = [];
  let current = text;
  const apply = (what: Fixed['mended'][number], change: (draft: Draft) => string): void => {
    const next = change(parse(file, current, publication));
    if (next !== current) mended.push(what);
    current = next;
  };
  apply('front-matter-missing', dropBlankFrontMatter);
  apply('section-heading', writeHeadings);
  apply('section-order', orderSections);
  apply('trailing-space', dropTrailingSpaces);
  return { text: current, mended };
}

/** A piece of the text and what takes its place; UTF-16 offsets, `end` exclusive. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let from = 0;
  for (const edit of edits.toSorted((a, b) => a.start - b.start)) {
    result += text.slice(from, edit.start) + edit.text;
    from = edit.end;
  }
  return result + text.slice(from);
}

function dropBlankFrontMatter({ source }: Draft): string {
  return source.replace(
    /^---[ \t]*\r?\n(?:[ \t]*\r?\n)*---[ \t]*\r?\n(?:[ \t]*\r?\n)*(?=---[ \t]*\r?\n)/,
    '',
  );
}

/** A heading is certain when no other one means the same section. */
function writeHeadings({ source, outline, headings }: Draft): string {
  const edits = outline.flatMap((entry): Edit[] => {
    const { section, exact, range } = entry;
    if (section === undefined || exact || isRepeated(entry, outline)) return [];
    return [{ ...range, text: `## ${writtenHeading(headings[section] ?? '')}` }];
  });
  return applyEdits(source, edits);
}

/** The order is certain when the four sections are all that there is, each once. */
function orderSections({ source, outline, headings }: Draft): string {
  const entries = outline.filter((entry) => entry.section !== undefined && !isRepeated(entry, outline));
  if (entries.length !== headings.length || outline.length !== headings.length) return source;
  if (entries.every(({ section }, at) => section === at)) return source;
  const newline = source.includes('\r\n') ? '\r\n' : '\n';
  const start = entries[0]?.range.start ?? 0;
  const blocks = entries.map(({ section = 0, range }, at) => ({
    section,
    text: source.slice(range.start, entries[at + 1]?.range.start ?? source.length),
  }));
  // The last block may end without the blank line that stands between sections.
  const ending = /\s*$/.exec(source)?.[0] ?? '';
  const ordered = blocks
    .toSorted((a, b) => a.section - b.section)
    .map(({ text }) => text.replace(/\s+$/, ''));
  return source.slice(0, start) + ordered.join(newline + newline) + ending;
}

/** Two spaces at a line's end break it, and spaces in code are part of it; all others say nothing. */
function dropTrailingSpaces({ source, tree }: Draft): string {
  const kept = meaningfulRanges(tree);
  const edits = [...source.matchAll(/[ \t]+(?=\r?\n|$)/g)].flatMap((match): Edit[] => {
    const start = match.index;
    const end = start + match[0].length;
    return kept.some((range) => range.start < end && start < range.end) ? [] : [{ start, end, text: '' }];
  });
  return applyEdits(source, edits);
}

function meaningfulRanges(tree: Root): { start: number; end: number }[] {
  const ranges: { start: number; end: number }[] = [];
  visit(tree, ['code', 'inlineCode', 'html', 'break', 'yaml'], (node) => {
    ranges.push({
      start: node.position?.start.offset ?? 0,
      end: node.position?.end.offset ?? 0,
    });
  });
  return ranges;
}

function isRepeated(entry: OutlineEntry, outline: readonly OutlineEntry[]): boolean {
  return outline.some((other) => other !== entry && other.section === entry.section);
}
