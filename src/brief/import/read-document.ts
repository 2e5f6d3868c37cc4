import { deepestNesting, deepPlaceOf } from '../nesting.ts';
import { costlyPlaceOf, mostBlocks, mostLines } from '../reading-cost.ts';
import { readDocx } from './docx.ts';
import { readHtml } from './html.ts';
import { kindOfText } from './kind-of-text.ts';
import { readMarkdown } from './markdown.ts';
import { readPlainText } from './plain-text.ts';
import type { Names } from './recognise.ts';
import type { Source } from './source.ts';
import { unpackedSize } from './zip-size.ts';

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

const tooMuch = `there are more than ${mostLines} lines, or ${mostBlocks} items, quotations and headings, or thousands of signs in one paragraph; divide it`;

export const noText = 'there is no text in it';

/** A page of any length; scripts are most of it. */
const longestText = 5_000_000;

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
  switch (kind) {
    case 'html':
      return { kind, source: readHtml(text, names) };
    case 'markdown':
      if (deepPlaceOf(text) !== undefined) return { problem: tooDeep };
      if (text.split(/\n[ \t]*\r?\n/).some((block) => block.length > longestParagraph))
        return { problem: tooLong };
      if (costlyPlaceOf(text) !== undefined) return { problem: tooMuch };
      return { kind, source: readMarkdown(text, names, known) };
    default:
      return { kind: 'text', source: readPlainText(text, names) };
  }
}

/** A document of text and a few pictures; what unpacks to more would fill the memory. */
const largestArchive = 200_000_000;

async function readWord(bytes: Uint8Array, names: Names): Promise<Read | Unreadable> {
  const size = unpackedSize(bytes);
  if (size === undefined) return { problem: 'this is no Word document (.docx), whatever its name says' };
  if (size > largestArchive)
    return { problem: `it unpacks to ${Math.round(size / 1e6)} MB, expected at most 200` };
  try {
    return { kind: 'docx', source: await readDocx(bytes, names) };
  } catch (error) {
    return { problem: `Word's file cannot be read: ${reasonOf(error)}` };
  }
}

/** What the XML parser says tells a writer nothing. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return /xmldom|undefined|\n/.test(message) ? 'the text in it is damaged' : message;
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
