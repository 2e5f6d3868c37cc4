import { jsonOf } from './json.ts';

/** Why data is no brief. */
export const noSections =
  'its data has no sections of a brief; name them as in whats_happening, why_its_important, whats_next, beyond_the_headlines';

/** Why data is no brief: it has no sections, its JSON ends before its last bracket or text is closed, or is broken elsewhere. */
export function problemOfData(text: string): string {
  const start = text.trim();
  if (!/^[[{]/.test(start) || jsonOf(start) !== undefined) return noSections;
  return isCutJson(start)
    ? 'its JSON ends early: the last text or bracket is not closed; ask the program for the rest'
    : `its JSON is broken${placeOfError(start)}; ask the program for valid JSON, with every " inside a text as \\"`;
}

function placeOfError(text: string): string {
  try {
    JSON.parse(text);
    return '';
  } catch (error) {
    const { line, column } = /\(line (?<line>\d+) column (?<column>\d+)\)/.exec(String(error))?.groups ?? {};
    return line === undefined ? '' : ` at line ${line}, column ${column ?? ''}`;
  }
}

/** Whether a text begins as an object with a key, or a list of them, whose last bracket never comes. */
export function isCutJson(text: string): boolean {
  if (!/^\s*(?:\[\s*)?\{\s*"[^"\n]{1,60}"\s*:/.test(text)) return false;
  let depth = 0;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\[^])*(?:"|$)|[[{\]}]/g)) {
    if (token === '{' || token === '[') depth += 1;
    else if (token === '}' || token === ']') depth -= 1;
    if (depth === 0) return false;
  }
  return true;
}
