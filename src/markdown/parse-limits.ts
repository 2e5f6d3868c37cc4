import type { Code } from '../diagnostics/codes.ts';
import { linesOf } from './markdown-lines.ts';
import { levelsOf } from './nesting.ts';

/** Codes of texts that are not read any further: what is said of their sections would be wrong. */
export const unread: ReadonlySet<Code> = new Set(['nesting-depth', 'markup-amount']);

/** Items, quotations, each in another counted by itself, and headings of a file: several times what 1 MB of news could need. */
export const maxBlocks = 4000;

/** Lines with words: 1 MB of prose has half as many where it is broken after 70 signs, and each may be a block of its own. */
export const maxLines = 30_000;

/** Cells of all tables, by their strokes: reading one takes a tenth of a millisecond (measured). */
export const maxCells = 10_000;

/**
 * Steps that parsers take beyond those that grow with the length. Signs of emphasis, links and notes are compared with
 * each other within their paragraph, and a run of backticks or a comment that nothing ends with all that follows: with this
 * many it takes up to 1 s on a slow core (measured), and a page of a newspaper has some thousands of steps.
 */
const maxSteps = 20_000_000;

/**
 * Where a text has more markup than can be read in a bounded time; the parsers take times that grow with the square of
 * what is counted here. Undefined for any text that a person could mean.
 */
export function costlyPlaceOf(source: string): number | undefined {
  let [blocks, lines, cells, steps, paragraph] = [0, 0, 0, 0, 0];
  for (const { start, end, text: line } of linesOf(source)) {
    const isBlock = block.test(line);
    if (isBlock) blocks += Math.max(1, levelsOf(line));
    if (line !== '') lines += 1;
    for (let at = line.indexOf('|'); at >= 0; at = line.indexOf('|', at + 1)) cells += 1;
    if (blocks > maxBlocks || lines > maxLines || cells > maxCells) return start;
    // Whether another line begins a paragraph hangs on what it stands in, so only a blank one and an item at the margin count.
    if (line === '' || item.test(line)) {
      steps += stepsOf(source.slice(paragraph, start));
      if (steps > maxSteps) return paragraph;
      paragraph = line === '' ? end : start;
    }
  }
  return steps + stepsOf(source.slice(paragraph)) > maxSteps ? paragraph : undefined;
}

/**
 * Where an `.mdx` text has more braces than can be read in a bounded time: what an open one holds is read anew at each
 * that closes within.
 */
export function costlyBraceOf(source: string): number | undefined {
  let begin = 0;
  let depth = 0;
  let steps = 0;
  for (const { 0: sign, index } of source.matchAll(/[{}]/g)) {
    if (sign === '{') {
      if (depth === 0) begin = index;
      depth += 1;
    } else if (depth > 0) {
      depth -= 1;
      steps += index - begin;
      if (steps > maxSteps) return begin;
    }
  }
  return undefined;
}

/** A line that begins an item, a quotation or a heading, or that underlines one. */
const block = /^[ \t]*(?:>|[-*+](?:[ \t]|$)|\d{1,9}[.)](?:[ \t]|$)|#{1,6}(?:[ \t]|$)|=+$|-+$)/;

/** A line that begins an item wherever it stands, code aside: a paragraph goes on in no such line (CommonMark 0.31, 5.2). */
const item = /^[-*+] +\S/;

function stepsOf(paragraph: string): number {
  const signs = paragraph.match(/[*_~]+|[[\]]/g)?.length ?? 0;
  return signs * signs + (openRuns(paragraph) + openTags(paragraph)) * paragraph.length;
}

/** Comments and the like that nothing ends. */
function openTags(paragraph: string): number {
  return tags.reduce((open, [begin, end]) => {
    const rest = paragraph.slice(paragraph.lastIndexOf(end) + 1);
    return open + (rest.match(begin)?.length ?? 0);
  }, 0);
}

const tags: readonly (readonly [RegExp, string])[] = [
  [/<!--/g, '-->'],
  [/<\?/g, '?>'],
  [/<!\[CDATA\[/g, ']]>'],
  [/<![a-z]/gi, '>'],
];

/** Runs of backticks that no later run of the same length closes. */
function openRuns(paragraph: string): number {
  const runs = Array.from(paragraph.matchAll(/`+/g), ({ 0: run }) => run.length);
  const last = new Map(runs.map((length, at) => [length, at]));
  let open = 0;
  for (let at = 0; at < runs.length; at += 1) {
    const length = runs[at] ?? 0;
    if (last.get(length) === at) open += 1;
    else at = runs.indexOf(length, at + 1);
  }
  return open;
}
