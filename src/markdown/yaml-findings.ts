import { parseDocument, visit, type Document, type ErrorCode } from 'yaml';
import type { Finding } from '../diagnostics/diagnostic.ts';
import { quote } from '../diagnostics/quote.ts';
import { quoted, textFields } from '../brief/text-fields.ts';
import { adviceOnBackslash, readIndicatorsAsText } from './yaml-indicators.ts';

/**
 * Parses YAML with the failsafe schema, so that "512", "yes" and "2025-09-18" stay text. Undefined on stack overflow. Not
 * "silent", because then a second document would be dropped without a warning.
 */
export function parseYaml(text: string): Document | undefined {
  try {
    return parseDocument(text, { schema: 'failsafe', prettyErrors: false, logLevel: 'error' });
  } catch {
    return undefined;
  }
}

/**
 * Explains YAML errors to a writer. A value that starts with a quotation mark or an indicator, or contains ": ", is
 * reported once with the corrected line. `offset` is the offset of the YAML in the file.
 */
export function findingsOfYaml(document: Document, text: string, offset: number, file: string): Finding[] {
  const findings = document.errors.length > 0 ? [] : readIndicatorsAsText(document, text, offset);
  const markers = findings.map(({ range }) => range);
  const reportedLines = new Set<number>();
  for (const { code, message, pos } of [...document.errors, ...document.warnings]) {
    if (markers.some(({ start, end }) => start <= offset + pos[0] && offset + pos[0] < end)) continue;
    if (code === 'MULTIPLE_DOCS') {
      findings.push(findingOfDocument(text, pos[0], offset));
      continue;
    }
    if (code === 'DUPLICATE_KEY') {
      findings.push(findingOfRepeated(text, pos[0], offset, file));
      continue;
    }
    const line = textLineAt(text, pos[0]);
    if (line) {
      if (!reportedLines.has(line.start)) findings.push(findingOfLine(line, offset, code));
      reportedLines.add(line.start);
      continue;
    }
    const note = advice[code];
    findings.push({
      code: 'front-matter-syntax',
      range: { start: offset + pos[0], end: offset + Math.max(pos[1], pos[0] + 1) },
      message: `Unexpected YAML: ${message}`,
      ...(note === undefined ? {} : { note: { text: note } }),
    });
  }
  return findings.length > 0 ? findings : [...findingsOfHidden(document, text, offset)];
}

/** A repeated field; only the writer knows which one is right. */
function findingOfRepeated(text: string, at: number, offset: number, file: string): Finding {
  const [name = ''] = /^["']?[^\s:"',{}]{1,100}/.exec(text.slice(at, at + 100)) ?? [];
  const first = firstOf(text, at, name);
  return {
    code: 'front-matter-syntax',
    range: { start: offset + at, end: offset + at + Math.max(1, name.length) },
    message: `Unexpected second field ${quote(name)}, expected only one`,
    note: {
      text: 'delete the wrong one: the first is at {place}',
      at: { file, range: { start: offset + first, end: offset + first + Math.max(1, name.length) } },
    },
  };
}

/** The last earlier occurrence of the name in the same column, or anywhere in a flow mapping. */
function firstOf(text: string, at: number, name: string): number {
  const column = at - text.lastIndexOf('\n', at - 1);
  for (let found = text.lastIndexOf(name, at - 1); found >= 0; found = text.lastIndexOf(name, found - 1)) {
    const isField = /^["']?[ \t]*:(?:\s|$)/.test(text.slice(found + name.length, found + name.length + 20));
    const isFellow = found - text.lastIndexOf('\n', found - 1) === column || /[{,][ \t]*$/.test(text.slice(Math.max(0, found - 20), found)); // prettier-ignore
    if (isField && isFellow) return found;
    if (found === 0) break;
  }
  return at;
}

/** Everything after the start of a second document would be ignored, even "status: draft". */
function findingOfDocument(text: string, at: number, offset: number): Finding {
  const marker = [...text.matchAll(/^(?:\.\.\.|---)(?=\s|$)/gm)].findLast(({ index }) => index <= at);
  const start = offset + (marker?.index ?? at);
  return {
    code: 'front-matter-syntax',
    range: { start, end: start + 3 },
    message: `Unexpected ${quote(marker?.[0] ?? '---')} in the middle of the fields, expected only fields`,
    note: { text: 'delete that line: the fields after it would be ignored' },
  };
}

/** Fields that control publication inside a value of several lines, where YAML reads them as text. */
function* findingsOfHidden(document: Document, text: string, offset: number): Iterable<Finding> {
  const found: { name: string; start: number }[] = [];
  visit(document, {
    Scalar: (_, { range }) => {
      if (!range) return;
      const lines = text.slice(range[0], range[1]).matchAll(decisive);
      for (const { 0: line, 1: name = '', index } of lines) {
        found.push({ name, start: range[0] + index + line.indexOf(name) });
      }
    },
  });
  for (const { name, start } of found) {
    yield {
      code: 'front-matter-syntax',
      range: { start: offset + start, end: offset + start + name.length + 1 },
      message: `Unexpected "${name}:" inside a value of several lines, expected a field`,
      note: {
        text: 'align the line with the other fields, and close any quotation mark above it',
      },
    };
  }
}

const decisive =
  /(?<=\n)[ \t]*(status|date|expires|withdrawn):[ \t]*(?:["']?(?:draft|published|withdrawn|\d{4}-)|\{|$)/gim;

const advice: Partial<Record<ErrorCode, string>> = {
  BAD_INDENT: 'start all fields in the same column, and close every "[" and "{"',
  BLOCK_AS_IMPLICIT_KEY: 'put a value that contains ": " in quotation marks',
  MISSING_CHAR: 'close every quotation mark, "[" and "{"',
  TAB_AS_INDENT: 'indent with spaces',
  TAG_RESOLVE_FAILED: 'remove the word with "!", or put a text that begins with "!" in quotation marks',
};

/** A line with the value of a text field; `start` and `end` are those of the value. */
interface TextLine {
  readonly name: string;
  readonly value: string;
  readonly start: number;
  readonly end: number;
  /** Whether the value continues on the next line. */
  readonly goesOn: boolean;
}

/** The line of an error, if the error is in the value of a text field. */
function textLineAt(text: string, at: number): TextLine | undefined {
  const begin = text.lastIndexOf('\n', at - 1) + 1;
  const lineAt = (from: number): string => text.slice(from, lineEnd(text, from));
  const line = lineAt(begin);
  const [, before = '', name = ''] = /^([ -]*(\w+):[ \t]+)\S/.exec(line) ?? [];
  const value = line.slice(before.length).trimEnd();
  const start = begin + before.length;
  if (!textFields.has(name) || at < start) return undefined;
  const next = lineAt(lineEnd(text, begin) + 1);
  const goesOn = next.search(/\S/) > line.indexOf(name);
  return { name, value, start, end: start + value.length, goesOn };
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

function findingOfLine(
  { name, value, start, end, goesOn }: TextLine,
  offset: number,
  code: ErrorCode,
): Finding {
  // A value with equal quotation marks at both ends may contain unescaped ones.
  const isCertain = !goesOn && !/^(["']).*\1$/.test(value);
  return {
    code: 'front-matter-syntax',
    range: { start: offset + start, end: offset + end },
    message: `Unexpected value of ${quote(name)}, expected text that YAML can read`,
    note: {
      text:
        code === 'BAD_DQ_ESCAPE' && /^"[^"]*"$/.test(value)
          ? adviceOnBackslash(name, value.slice(1, -1))
          : `put the whole value in quotation marks${isCertain ? `: ${name}: ${quoted(value)}` : `; between '…' it may hold "`}`,
    },
  };
}
