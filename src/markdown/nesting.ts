import { linesOf } from './markdown-lines.ts';

/** Levels of lists, quotations, emphasis or brackets. Real briefs nest three or four deep. */
export const maxNesting = 100;

const maxIndent = 4 * maxNesting;

/**
 * Where a text is nested too deeply. The parsers recurse in quadratic time, so depth is limited first. This estimate
 * counts characters, far above the depth of real briefs.
 */
export function deepPlaceOf(source: string): number | undefined {
  let brackets = 0;
  let emphasis = 0;
  for (const { start, text: line } of linesOf(source)) {
    if (line === '') brackets = emphasis = 0;
    const block = deepBlockAt(line);
    if (block !== undefined) return start + block;
    for (const { 0: character, index } of line.matchAll(/[[\]]|[*_~]+/g)) {
      if (character === '[') brackets += 1;
      else if (character === ']') brackets = Math.max(0, brackets - 1);
      else
        emphasis = Math.max(
          0,
          emphasis + directionOf(character, line[index - 1], line[index + character.length]),
        );
      if (brackets > maxNesting || emphasis > maxNesting) return start + index;
    }
  }
  return undefined;
}

/** The same estimate for the tags and braces of an `.mdx` text. */
export function deepTagOf(source: string): number | undefined {
  let depth = 0;
  for (const { 0: character, index } of source.matchAll(/<\/|\/>|<(?=[\p{L}$_>])|[{}]/gu)) {
    depth = Math.max(0, depth + (character === '<' || character === '{' ? 1 : -1));
    if (depth > maxNesting) return index;
  }
  return undefined;
}

/** Offset in a line of the list marker, quotation marker or text that is too deep. */
function deepBlockAt(line: string): number | undefined {
  const indent = /^[ \t]*/.exec(line)?.[0] ?? '';
  const columns = indent.length + 3 * (indent.split('\t').length - 1);
  if (columns > maxIndent && indent.length < line.length) return indent.length;
  marker.lastIndex = 0;
  for (let level = 0; level <= maxNesting; level += 1) if (!marker.test(line)) return undefined;
  return isRule(line) ? undefined : marker.lastIndex - 1;
}

const marker = /[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]))/y;

function isRule(line: string): boolean {
  return /^[-* \t]+$/.test(line);
}

/** The maximum number of lists and quotations a line can open: the number of markers at its start. */
export function levelsOf(line: string): number {
  marker.lastIndex = 0;
  let levels = 0;
  while (marker.test(line)) levels += 1;
  return isRule(line) ? 0 : levels;
}

const letter = /[\p{L}\p{N}]/u;

/** -1 if a run can close emphasis, 1 if it can only open it, 0 if neither. */
function directionOf(character: string, before = ' ', after = ' '): number {
  const isInWord = letter.test(before) && letter.test(after);
  if (isInWord) return character.startsWith('_') ? 0 : -1;
  if (/\S/.test(before) && !letter.test(after)) return -1;
  return /\S/.test(after) && !letter.test(before) ? 1 : 0;
}
