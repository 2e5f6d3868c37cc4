/** Levels of lists, quotations, emphasis or brackets. Real briefs nest three or four deep. */
export const deepestNesting = 100;

const widestIndent = 4 * deepestNesting;

/**
 * Where a text nests too deeply to be read: the parsers recurse, and take time that grows with the square of the
 * depth, so depth is bounded before they run. An estimate from the signs alone, which errs far above real briefs.
 */
export function deepPlaceOf(source: string): number | undefined {
  let brackets = 0;
  let emphasis = 0;
  for (const { 0: line, index } of source.matchAll(/[^\r\n]+|\r\n?|\n/g)) {
    if (/^[\r\n]/.test(line)) continue;
    const block = deepBlockAt(line);
    if (block !== undefined) return index + block;
    if (line.trim() === '' || isBlankBefore(source, index)) brackets = emphasis = 0;
    for (const { 0: sign, index: at } of line.matchAll(/[[\]]|[*_~]+/g)) {
      if (sign === '[') brackets += 1;
      else if (sign === ']') brackets = Math.max(0, brackets - 1);
      else emphasis = Math.max(0, emphasis + directionOf(sign, line, at));
      if (brackets > deepestNesting || emphasis > deepestNesting) return index + at;
    }
  }
  return undefined;
}

/** Offset in a line of the list or quotation mark, or of the text, that lies too deep. */
function deepBlockAt(line: string): number | undefined {
  const indent = /^[ \t]*/.exec(line)?.[0] ?? '';
  const columns = indent.length + 3 * (indent.split('\t').length - 1);
  if (columns > widestIndent && indent.length < line.length) return indent.length;
  const marker = /[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]))/y;
  for (let level = 0; level <= deepestNesting; level += 1) if (!marker.test(line)) return undefined;
  return /^[-* \t]+$/.test(line) ? undefined : marker.lastIndex - 1;
}

/** 1 for what opens emphasis, -1 for what closes it, 0 for what can be neither or both. */
function directionOf(sign: string, line: string, at: number): number {
  const opens = isText(line[at + sign.length]) && !isText(line[at - 1]);
  const closes = isText(line[at - 1]) && !isText(line[at + sign.length]);
  return Number(opens) - Number(closes);
}

function isText(character: string | undefined): boolean {
  return character !== undefined && /[^\s*_~]/.test(character);
}
