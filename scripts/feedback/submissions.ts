import { readCsv } from './csv.ts';
import { fields } from '../../src/site/feedback/fields.ts';
import type { FileProblem } from './file-problem.ts';
import { offsetOfJsonError } from './json-error.ts';

/** A submitted form, by normalized field name: services write `_gotcha`, `Gotcha` or `gotcha`. */
export type Submission = ReadonlyMap<string, string>;

/** A field name without case and punctuation, which services change. */
export function plainName(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** Parses the export of a form service: a table with a header, or JSON. */
export function readSubmissions(text: string): readonly Submission[] | FileProblem {
  return /^\s*[[{]/.test(text) ? readJson(text) : readTable(text);
}

function readTable(text: string): readonly Submission[] | FileProblem {
  const separator = separatorOf(text);
  const rows = readCsv(text, separator);
  if ('message' in rows) return rows;
  const [head, ...lines] = rows;
  if (!head) {
    return {
      offset: 0,
      message: 'Unexpected empty file, expected a table or JSON',
      advice: 'Export the answers again.',
    };
  }
  const names = head.cells.map(plainName);
  if (!names.includes(fields.brief)) {
    return {
      offset: head.offset,
      message: `Unexpected first line, expected the names of the columns, with "${fields.brief}" among them`,
      advice: `Export the answers as CSV with a header line, or as JSON. A form of the site sends the fields ${Object.values(fields).join(', ')}.`,
    };
  }
  const wrong = lines.find(({ cells }) => cells.length !== names.length);
  if (wrong) {
    return {
      offset: wrong.offset,
      message: `Unexpected number of cells, ${wrong.cells.length}, expected ${names.length} as in the first line`,
      advice: `Put a cell that holds ${JSON.stringify(separator)} in quotation marks, or export the file again.`,
    };
  }
  return lines.map(({ cells }) => new Map(cells.map((cell, at) => [names[at] ?? '', cell])));
}

/** Spreadsheets use semicolons where the comma is the decimal separator. */
function separatorOf(text: string): string {
  const [line = ''] = text.split(/[\r\n]/, 1);
  const count = (sign: string): number => line.split(sign).length;
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

function readJson(text: string): readonly Submission[] | FileProblem {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return {
      offset: offsetOfJsonError(text),
      message: `Unexpected text, expected JSON (${String(error instanceof Error ? error.message : error).replace(/(?: in JSON at position |, ").*/s, '')})`,
      advice: 'The file may have been cut off or edited by hand: export it again.',
    };
  }
  const found = listIn(value)?.map(submissionOf);
  if (found && (found.length === 0 || found.some((one) => one.has(fields.brief)))) return found;
  return {
    offset: 0,
    message: `Unexpected JSON, expected a list of answers, each with "${fields.brief}"`,
    advice: 'Export the answers as a list, or as an object with the list under "submissions".',
  };
}

/** Finds the list at any depth. Iterative, because the file may contain anything. */
function listIn(value: unknown): readonly unknown[] | undefined {
  const open = [value];
  while (open.length > 0) {
    const one = open.pop();
    if (Array.isArray(one)) return one as readonly unknown[];
    if (isRecord(one)) open.push(one['data'], one['submissions']);
  }
  return undefined;
}

/** The fields of an entry, which some services nest under `data`. */
function submissionOf(entry: unknown): Submission {
  if (!isRecord(entry)) return new Map();
  const own = isRecord(entry['data']) ? { ...entry, ...entry['data'] } : entry;
  return new Map(
    Object.entries(own).flatMap(([name, value]) =>
      typeof value === 'string' ? [[plainName(name), value] as const] : [],
    ),
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
