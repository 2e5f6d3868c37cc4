import { parseDocument, visit, type Document, type ErrorCode } from 'yaml';
import type { Finding } from '../diagnostics/diagnostic.ts';
import { quote } from '../diagnostics/quote.ts';
import { quoted, textFields } from '../brief/text-fields.ts';
import { adviceOnBackslash, readIndicatorsAsText } from './yaml-signs.ts';

/**
 * Failsafe: "512", "yes" and "2025-09-18" stay the text that the writer wrote. Undefined if the stack overflows. With
 * the level "silent" a second document would be dropped without a word.
 */
export function parseYaml(text: string): Document | undefined {
  try {
    return parseDocument(text, { schema: 'failsafe', prettyErrors: false, logLevel: 'error' });
  } catch {
    return undefined;
  }
}

/**
 * What YAML objects to, in words for a writer: a headline that begins with a quotation or a sign of YAML, or holds ": ",
 * is told once, with the line as it should be. `offset` is where the YAML begins in the file.
 */
export function findingsOfYaml(document: Document, text: string, offset: number, file: string): Finding[] {
  const findings = document.errors.length > 0 ? [] : readIndicatorsAsText(document, text, offset);
  const signs = findings.map(({ range }) => range);
  const told = new Set<number>();
  for (const { code, message, pos } of [...document.errors, ...document.warnings]) {
    if (signs.some(({ start, end }) => start <= offset + pos[0] && offset + pos[0] < end)) continue;
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
      if (!told.has(line.start)) findings.push(findingOfLine(line, offset, code));
      told.add(line.start);
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

/** A field for the second time among its fellows: nobody but the writer knows which of the two is meant. */
function findingOfRepeated(text: string, at: number, offset: number, file: string): Finding {
  const [name = ''] = /^["']?[^\s:"',{}]{1,100}/.exec(text.slice(at, at + 100)) ?? [];
  const first = firstOf(text, at, name);
  return {
    code: 'front-matter-syntax',
    range: { start: offset + at, end: offset + at + Math.max(1, name.length) },
    message: `Unexpected second field ${quote(name)}, expected each once`,
    note: {
      text: 'keep the one that is right, and delete the other: the first is at {place}',
      at: { file, range: { start: offset + first, end: offset + first + Math.max(1, name.length) } },
    },
  };
}

/** Where the same name begins last before a place, in the same column; in a list of fields on one line, wherever it does. */
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

/** What stands behind a second document's beginning would be ignored, a line "status: draft" too. */
function findingOfDocument(text: string, at: number, offset: number): Finding {
  const sign = [...text.matchAll(/^(?:\.\.\.|---)(?=\s|$)/gm)].findLast(({ index }) => index <= at);
  const start = offset + (sign?.index ?? at);
  return {
    code: 'front-matter-syntax',
    range: { start, end: start + 3 },
    message: `Unexpected ${quote(sign?.[0] ?? '---')} amid the fields, expected one list of fields`,
    note: { text: 'delete that line: no program would read the fields that follow it' },
  };
}

/** Fields that decide when a brief is public, in a text that goes on over several lines: they are read as words of it. */
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
      message: `Unexpected "${name}:" within a text of several lines, expected it as a field`,
      note: {
        text: 'let the line begin where the other fields begin, and close what a quotation mark above it opens',
      },
    };
  }
}

const decisive =
  /(?<=\n)[ \t]*(status|date|expires|withdrawn):[ \t]*(?:["']?(?:draft|published|withdrawn|\d{4}-)|\{|$)/gim;

const advice: Partial<Record<ErrorCode, string>> = {
  BAD_INDENT: 'fields begin in the same column; what "[" or "{" opens has to be closed',
  BLOCK_AS_IMPLICIT_KEY: 'put a value that contains ": " between quotation marks',
  MISSING_CHAR: 'what a quotation mark, "[" or "{" opens has to be closed',
  TAB_AS_INDENT: 'indent with spaces',
  TAG_RESOLVE_FAILED: 'leave the word with "!" out; put a text that begins with one between quotation marks',
};

/** A line that gives a text field its value; `start` and `end` are those of the value. */
interface TextLine {
  readonly name: string;
  readonly value: string;
  readonly start: number;
  readonly end: number;
  /** The value goes on in the next line. */
  readonly goesOn: boolean;
}

/** The line that an error is about, if the error is in the value of a text field. */
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
  // A value with the same mark at both ends may be one that was to be between them, and holds more of them.
  const isCertain = !goesOn && !/^(["']).*\1$/.test(value);
  return {
    code: 'front-matter-syntax',
    range: { start: offset + start, end: offset + end },
    message: `Unexpected value of ${quote(name)}, expected text that YAML can read`,
    note: {
      text:
        code === 'BAD_DQ_ESCAPE' && /^"[^"]*"$/.test(value)
          ? adviceOnBackslash(name, value.slice(1, -1))
          : `put the whole value between quotation marks${isCertain ? `: ${name}: ${quoted(value)}` : `; between '…' it may hold "`}`,
    },
  };
}
