import { conflictsIn, findingsOfConflicts } from '../../src/markdown/conflicts.ts';
import { deepestNesting, deepPlaceOf } from '../../src/markdown/nesting.ts';
import { costlyPlaceOf, mostBlocks, mostLines } from '../../src/markdown/parse-limits.ts';
import { dropCallsToAct } from './calls-to-act.ts';
import { takeCommentBlocks } from './comment-blocks.ts';
import { DocxProblem } from './docx-file.ts';
import { readDocx } from './docx.ts';
import { takeEditorNotes } from './editor-notes.ts';
import { readHtml } from './html.ts';
import { kindOfText } from './kind-of-text.ts';
import { readMarkdown } from './markdown.ts';
import { readPlainText } from './plain-text.ts';
import type { Names } from '../../src/languages/recognise-headings.ts';
import { settleScripts } from './scripts.ts';
import type { Source } from './source.ts';

/** The kinds of documents that can be read. */
export type Kind = 'text' | 'markdown' | 'html' | 'docx';

/** Kinds by the ending of a file's name, in small letters. */
export const kindOfEnding: Readonly<Record<string, Kind>> = {
  '.txt': 'text',
  '.text': 'text',
  '.md': 'markdown',
  '.mdx': 'markdown',
  '.markdown': 'markdown',
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html',
  '.docx': 'docx',
};

/** Documents that we cannot read, but a text processor can. */
export const otherEndings: readonly string[] = ['.doc', '.rtf', '.odt', '.pdf', '.pages', '.epub', '.tex'];

/** What keeps a document from being read, as a reason to tell. */
export interface Unreadable {
  readonly problem: string;
}

/** Real documents nest lists three or four deep. */
export const tooDeep = `lists, quotations or elements are nested more than ${deepestNesting} levels deep`;

/** Characters of a paragraph, some thirty pages: what takes the square of its length to write stays bearable. */
export const longestParagraph = 50_000;

export const tooLong = 'a paragraph is longer than 50,000 characters; divide it';

export const tooMuch = `there are more than ${mostLines} lines, or ${mostBlocks} items, quotations and headings, or thousands of signs in one paragraph; divide it`;

export const noText = 'there is no text in it';

/** A page of any length; scripts are most of it. */
const longestText = 5_000_000;

/** Tags and comments: pages of newspapers have some thousands. */
const mostElements = 60_000;

function hasMore(text: string, sign: string, most: number): boolean {
  let count = 0;
  for (let at = text.indexOf(sign); at >= 0 && count <= most; at = text.indexOf(sign, at + 1)) count += 1;
  return count > most;
}

export interface Read {
  readonly kind: Kind;
  readonly source: Source;
}

/** Reads a document by the kind its name tells, or by what it looks like; `known` are the fields of a brief. */
export async function readDocument(
  bytes: Uint8Array,
  ending: string,
  names: Names,
  known: readonly string[],
): Promise<Read | Unreadable> {
  if (otherEndings.includes(ending))
    return { problem: `a ${ending} file cannot be read; save it as .docx, .html or .txt` };
  const named = kindOfEnding[ending];
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (named === 'docx' || isZip) return readWord(bytes, names);
  const text = decode(bytes, named === 'html');
  if (text === undefined) return { problem: 'the text is not UTF-8; save it with that encoding' };
  if (text.includes('\0')) return { problem: 'this is no text' };
  if (text.trim() === '') return { problem: noText };
  if (text.length > longestText) return { problem: 'the text is longer than 5 million characters' };
  const kind = named === undefined || named === 'text' ? kindOfText(text) : named;
  const conflict = findingsOfConflicts(text, conflictsIn(text));
  if (conflict.length > 0)
    return { problem: conflict.map(({ message, note }) => `${message}; ${note?.text ?? ''}`).join('\n  ') };
  const source = readText(kind, text, names, known);
  return 'problem' in source ? source : settled(kind, source, names);
}

function readText(
  kind: Exclude<Kind, 'docx'>,
  text: string,
  names: Names,
  known: readonly string[],
): Source | Unreadable {
  switch (kind) {
    case 'html':
      if (hasMore(text, '<', mostElements))
        return {
          problem: `there are more than ${mostElements.toLocaleString('en')} elements in it; divide it`,
        };
      return readHtml(text, names);
    case 'markdown':
      if (deepPlaceOf(text) !== undefined) return { problem: tooDeep };
      if (text.split(/\n[ \t]*\r?\n/).some((block) => block.length > longestParagraph))
        return { problem: tooLong };
      if (costlyPlaceOf(text) !== undefined) return { problem: tooMuch };
      return readMarkdown(text, names, known);
    default:
      return readPlainText(text, names);
  }
}

/** What is the same for every kind of document, once it is read. */
function settled(kind: Kind, source: Source, names: Names): Read {
  const asides = [...source.asides, ...takeCommentBlocks(source.tree)];
  const dropped = [
    ...takeEditorNotes(source.tree),
    ...settleScripts(source.tree, names),
    ...dropCallsToAct(source.tree),
  ];
  return { kind, source: { ...source, asides, dropped: [...source.dropped, ...dropped] } };
}

async function readWord(bytes: Uint8Array, names: Names): Promise<Read | Unreadable> {
  try {
    return settled('docx', await readDocx(bytes, names), names);
  } catch (error) {
    // The parsers recurse.
    if (error instanceof RangeError) return { problem: tooDeep };
    if (error instanceof DocxProblem) return { problem: error.message };
    return { problem: `Word's file cannot be read: ${reasonOf(error)}` };
  }
}

/** What the XML parser says tells a writer nothing. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return error instanceof TypeError || /xmldom|undefined|\n/.test(message)
    ? 'the text in it is damaged'
    : message;
}

/** UTF-8, UTF-16 with its mark, and for a page the encoding that it names. */
function decode(bytes: Uint8Array, isPage: boolean): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeAs('utf-16le', bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeAs('utf-16be', bytes);
  const text = decodeAs('utf-8', bytes);
  if (text !== undefined || !isPage) return text;
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 2048));
  const encoding = /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(start)?.[1];
  return encoding === undefined ? undefined : decodeAs(encoding, bytes);
}

function decodeAs(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
