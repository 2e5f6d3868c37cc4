import type { Code } from '../diagnostics/codes.ts';
import { linesOf } from './markdown-lines.ts';
import { levelsOf } from './nesting.ts';

/** Codes that stop parsing: findings about sections would be wrong. */
export const unread: ReadonlySet<Code> = new Set(['nesting-depth', 'markup-amount']);

/** List items, nested quotations (each level counts) and headings in a file: several times what 1 MB of news could need. */
export const maxBlocks = 4000;

/** Lines with words. 1 MB of prose wrapped at 70 characters has half as many, and each may be a block. */
export const maxLines = 30_000;

/** Table cells, counted by bars; each takes 0.1 ms (measured). */
export const maxCells = 10_000;

/**
 * Steps of the parsers beyond linear ones. Emphasis, link and footnote markers are compared with each other within a
 * paragraph, and unclosed backticks and comments with all later text. This many take up to 1 s on a slow core (measured);
 * a newspaper page has a few thousand.
 */
const maxSteps = 20_000_000;

/** Where a text has too much markup for quadratic parsers; undefined for any realistic text. */
export function costlyPlaceOf(source: string): number | undefined {
  let [blocks, lines, cells, steps, paragraph] = [0, 0, 0, 0, 0];
  for (const { start, end, text: line } of linesOf(source)) {
    const isBlock = block.test(line);
    if (isBlock) blocks += Math.max(1, levelsOf(line));
    if (line !== '') lines += 1;
    for (let at = line.indexOf('|'); at >= 0; at = line.indexOf('|', at + 1)) cells += 1;
    if (blocks > maxBlocks || lines > maxLines || cells > maxCells) return start;
    // Other lines may continue a paragraph depending on their container, so only blank lines and unindented items count.
    if (line === '' || item.test(line)) {
      steps += stepsOf(source.slice(paragraph, start));
      if (steps > maxSteps) return paragraph;
      paragraph = line === '' ? end : start;
    }
  }
  return steps + stepsOf(source.slice(paragraph)) > maxSteps ? paragraph : undefined;
}

/** Where an `.mdx` text has too many braces: an open one is read again at each closing brace inside it. */
export function costlyBraceOf(source: string): number | undefined {
  let begin = 0;
  let depth = 0;
  let steps = 0;
  for (const { 0: character, index } of source.matchAll(/[{}]/g)) {
    if (character === '{') {
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

/** A line that starts an item, quotation or heading, or underlines one. */
const block = /^[ \t]*(?:>|[-*+](?:[ \t]|$)|\d{1,9}[.)](?:[ \t]|$)|#{1,6}(?:[ \t]|$)|=+$|-+$)/;

/** A line that always starts an item, except in code, since it cannot continue a paragraph (CommonMark 0.31, 5.2). */
const item = /^[-*+] +\S/;

function stepsOf(paragraph: string): number {
  const characters = paragraph.match(/[*_~]+|[[\]]/g)?.length ?? 0;
  return characters * characters + (openRuns(paragraph) + openTags(paragraph)) * paragraph.length;
}

/** The number of unclosed comments and similar constructs. */
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

/** The number of backtick runs without a later run of the same length. */
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
