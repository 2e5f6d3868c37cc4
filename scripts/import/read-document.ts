import { conflictsIn, findingsOfConflicts } from '../../src/markdown/conflicts.ts';
import { maxNesting, deepPlaceOf } from '../../src/markdown/nesting.ts';
import { costlyPlaceOf, maxBlocks, maxLines } from '../../src/markdown/parse-limits.ts';
import { dropCallsToAct } from './calls-to-act.ts';
import { linkCitations } from './citation-marks.ts';
import { dropCourtesy } from './courtesy.ts';
import { briefsIn, readData } from './data.ts';
import { isCutJson, problemOfData } from './problem-of-data.ts';
import { isDraft } from './draft-text.ts';
import { readNumberedLinks } from './numbered-links.ts';
import { answerIn } from './json.ts';
import { readLabels } from './labelled-lines.ts';
import { readOwnMarkdown } from './own-markdown.ts';
import { unwrap } from './unwrap.ts';
import { doubtsIn } from './doubts.ts';
import { extractCommentBlocks } from './comment-blocks.ts';
import { DocxProblem } from './docx-file.ts';
import { readDocx } from './docx.ts';
import { foreignKind, isUnmarkedUtf16 } from './foreign-files.ts';
import { extractEditorNotes } from './editor-notes.ts';
import { readHtml } from './html.ts';
import { kindOfText } from './kind-of-text.ts';
import { readMarkdown } from './markdown.ts';
import { readPlainText } from './plain-text.ts';
import type { Names } from '../../src/languages/recognise-headings.ts';
import { interpretScripts } from './interpret-scripts.ts';
import type { DocumentSource, Dropped } from './document-source.ts';

export type Kind = 'text' | 'markdown' | 'html' | 'docx' | 'data';

/** Kinds of documents by lower-case file extension. */
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
  '.json': 'data',
  '.jsonl': 'data',
  '.ndjson': 'data',
  '.yaml': 'data',
  '.yml': 'data',
  '.xml': 'data',
};

/** Documents that a word processor can convert. */
export const otherEndings: readonly string[] = [
  '.doc',
  '.rtf',
  '.odt',
  '.pdf',
  '.pages',
  '.epub',
  '.tex',
  '.eml',
  '.msg',
  '.mht',
  '.mhtml',
];

/** Why a document cannot be read, as a message for the user. */
export interface Unreadable {
  readonly problem: string;
}

/** Real documents nest lists three or four levels deep. */
export const tooDeep = `lists, quotations or elements are nested more than ${maxNesting} levels deep`;

/** Characters of a paragraph, about thirty pages. Writing takes quadratic time. */
export const maxParagraphLength = 50_000;

export const tooLong = 'a paragraph is longer than 50,000 characters; split it';

export const tooMuch = `it has more than ${maxLines} lines, or ${maxBlocks} items, quotations and headings, or thousands of special characters in one paragraph; split it`;

export const noText = 'it contains no text';

/** Characters of a page, mostly scripts. */
const maxTextLength = 5_000_000;

/** Tags and comments; newspaper pages have a few thousand. */
const maxElements = 60_000;

function hasMore(text: string, character: string, max: number): boolean {
  let count = 0;
  for (let at = text.indexOf(character); at >= 0 && count <= max; at = text.indexOf(character, at + 1))
    count += 1;
  return count > max;
}

/** Briefs in a list; each is then imported as a file of its own. */
export interface Several {
  /** The data of each in JSON, or why it is no brief. */
  readonly several: readonly ({ readonly json: string } | Unreadable)[];
  /** What stood around the list. */
  readonly dropped: readonly Dropped[];
}

export interface Read {
  readonly kind: Kind;
  readonly source: DocumentSource;
}

/** Reads a document, by the kind that its extension or its content suggests. `known` are the fields of a brief. */
export async function readDocument(
  bytes: Uint8Array,
  ending: string,
  names: Names,
  known: readonly string[],
): Promise<Read | Several | Unreadable> {
  if (otherEndings.includes(ending))
    return { problem: `a ${ending} file cannot be read; save it as .docx, .html or .txt` };
  const named = kindOfEnding[ending];
  if (named === undefined && ending !== '')
    return { problem: `a ${ending} file cannot be read; use ${readable}` };
  const foreign = foreignKind(bytes);
  if (foreign !== undefined)
    return { problem: `this is ${foreign}, which cannot be read; save it as .docx, .html or .txt` };
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (named === 'docx' || isZip) return readWord(bytes, names);
  const text = decode(bytes, named === 'html');
  if (isUnmarkedUtf16(bytes)) return { problem: 'the text is UTF-16; save it as UTF-8' };
  if (text === undefined) return { problem: 'the text is not UTF-8; save it with that encoding' };
  if (text.includes('\0')) return { problem: 'this is not a text file' };
  if (text.trim() === '') return { problem: noText };
  if (text.length > maxTextLength) return { problem: 'the text is longer than 5 million characters' };
  const conflict = findingsOfConflicts(text, conflictsIn(text));
  if (conflict.length > 0)
    return { problem: conflict.map(({ message, note }) => `${message}; ${note?.text ?? ''}`).join('\n  ') };
  const answer = named === 'html' ? undefined : answerIn(text);
  return answer !== undefined && isDraft(answer, names)
    ? readUnwrapped(answer, 'text', names, known)
    : readUnwrapped(text, named, names, known);
}

/** Reads a text that may be wrapped by a chat program; the draft inside decides its kind. */
function readUnwrapped(
  given: string,
  named: Kind | undefined,
  names: Names,
  known: readonly string[],
): Read | Several | Unreadable {
  const isPage =
    (named === 'html' || (named !== 'markdown' && kindOfText(given) === 'html')) && !isTagged(given, names);
  const { text, dropped } = isPage ? { text: given, dropped: [] } : unwrap(given, names);
  if (text.trim() === '') return { problem: noText };
  const entries = isPage ? [] : (briefsIn(text, names) ?? []);
  const [entry, ...others] = entries;
  if (others.length > 0) {
    const several = entries.map((each) => ('values' in each ? { json: JSON.stringify(each.values) } : each));
    return { several, dropped };
  }
  // Also if the answer was cut: its keys and quotation marks are no text.
  const isData = isCutJson(text) || (/^\s*[[{]\s*["{[]/.test(text) && /[\]}]\s*$/.test(text));
  if (!entry && (named === 'data' || isData)) return { problem: problemOfData(text) };
  if (entry) {
    if ('problem' in entry) return entry;
    const source = readData(entry.values, names);
    return normalized('data', { ...source, dropped: [...dropped, ...source.dropped] }, names);
  }
  const suggested = kindOfText(text);
  const kind =
    suggested === 'html' || named === undefined || named === 'text' || named === 'data' ? suggested : named;
  if (kind === 'html') {
    const page = readText(kind, text, names, known);
    return 'problem' in page
      ? page
      : normalized(kind, { ...page, dropped: [...dropped, ...page.dropped] }, names);
  }
  const { text: rest, collected } = readLabels(text, names);
  const found = readText(kind === 'docx' ? 'text' : kind, rest, names, known);
  if ('problem' in found) return found;
  const source = kind === 'markdown' ? readOwnMarkdown(found, names) : found;
  const { fields, slug, asides, dropped: left } = collected;
  const read: DocumentSource = {
    ...source,
    fields: { ...fields, ...source.fields },
    from: source.from ?? (Object.keys(fields).length > 0 ? 'from a label' : undefined),
    slug: source.slug ?? slug,
    asides: [...source.asides, ...asides],
    dropped: [...dropped, ...left, ...source.dropped],
  };
  return normalized(kind, read, names);
}

/** Whether tags that look like HTML name fields and sections: `<article><headline>…`. */
function isTagged(text: string, names: Names): boolean {
  return (
    text.length < maxTagged &&
    !/<(?:!doctype|html|body|p|h[1-6])\b/i.test(text) &&
    briefsIn(text, names) !== undefined
  );
}

/** Characters; such an answer is no longer. */
const maxTagged = 100_000;

const readable = 'a .md, .txt, .html, .docx, .json or .yaml file';

/** Files of other kinds, also on standard input, where no ending names them. */
function readText(
  kind: Exclude<Kind, 'docx' | 'data'>,
  text: string,
  names: Names,
  known: readonly string[],
): DocumentSource | Unreadable {
  switch (kind) {
    case 'html':
      if (hasMore(text, '<', maxElements))
        return {
          problem: `it has more than ${maxElements.toLocaleString('en')} elements; split it`,
        };
      return readHtml(text, names);
    case 'markdown':
      if (deepPlaceOf(text) !== undefined) return { problem: tooDeep };
      if (text.split(/\n[ \t]*\r?\n/).some((block) => block.length > maxParagraphLength))
        return { problem: tooLong };
      if (costlyPlaceOf(text) !== undefined) return { problem: tooMuch };
      return readMarkdown(text, names, known);
    default:
      return readPlainText(text, names);
  }
}

/** Steps that are the same for every kind of document. */
function normalized(kind: Kind, source: DocumentSource, names: Names): Read {
  readNumberedLinks(source.tree, names);
  const asides = [...source.asides, ...extractCommentBlocks(source.tree)];
  const dropped = [
    ...extractEditorNotes(source.tree),
    ...dropCourtesy(source.tree, names),
    ...linkCitations(source.tree, names),
    ...interpretScripts(source.tree, names),
    ...dropCallsToAct(source.tree),
  ];
  const removed = [...source.dropped, ...dropped];
  return { kind, source: { ...source, asides: [...asides, ...doubtsIn(removed)], dropped: removed } };
}

async function readWord(bytes: Uint8Array, names: Names): Promise<Read | Unreadable> {
  try {
    return normalized('docx', await readDocx(bytes, names), names);
  } catch (error) {
    // The parsers recurse.
    if (error instanceof RangeError) return { problem: tooDeep };
    if (error instanceof DocxProblem) return { problem: error.message };
    return { problem: `the Word document cannot be read: ${reasonOf(error)}` };
  }
}

/** Replaces messages of the XML parser, which do not help a writer. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return error instanceof TypeError || /xmldom|undefined|\n/.test(message) ? 'it is damaged' : message;
}

/** Decodes UTF-8, UTF-16 with a byte order mark, and for a page the encoding that it declares. */
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
