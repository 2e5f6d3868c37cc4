import type { Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import { headingsFor, languageFor, writtenHeading } from '../../src/languages/languages.ts';
import { deepPlaceOf } from '../../src/markdown/nesting.ts';
import { maxBlocks, maxLines } from '../../src/markdown/parse-limits.ts';
import { frontMatterSchema } from '../../src/languages/schemas.ts';
import { limits } from '../../src/brief/front-matter.ts';
import { slugFromTitle } from '../../src/brief/slug-from-title.ts';
import { isReservedSlug, slugOf, slugPattern } from '../../src/brief/slug.ts';

import { assemble } from './assemble.ts';
import { blocksOf } from './blocks.ts';
import { chooseFields, type ChosenFields, type FieldOptions } from './choose-fields.ts';
import { askedOfPerson, importedComment } from './comment.ts';
import { divide, type DividedSection } from './divide.ts';
import { yamlOf } from './yaml-of.ts';
import {
  maxParagraphLength,
  noText,
  readDocument,
  tooDeep,
  tooLong,
  tooMuch,
  type Several,
  type Unreadable,
} from './read-document.ts';
import { plainText, someNode } from './lines.ts';
import { namesFor, type Names } from '../../src/languages/recognise-headings.ts';
import type { ImportReport } from './report.ts';
import type { DocumentSource, Dropped } from './document-source.ts';
import { dropOrComment } from './drop-or-comment.ts';
import { withoutCitationsInFields } from './without-citations.ts';

export interface Imported {
  readonly slug: string;
  readonly markdown: string;
  readonly report: ImportReport;
}

/**
 * Turns a document into a brief. Every sentence goes into a section, the front matter, a comment, or the list of what
 * was dropped.
 */
export async function importDocument(
  bytes: Uint8Array,
  file: string,
  options: FieldOptions,
): Promise<Imported | Several | Unreadable> {
  const { publication } = options;
  const names = namesFor(publication);
  const known = Object.keys(frontMatterSchema(publication).shape);
  try {
    const ending = /\.[^./\\]*$/.exec(file)?.[0].toLowerCase() ?? '';
    const read = await readDocument(bytes, ending, names, known);
    if ('problem' in read || 'several' in read) return read;
    const { source } = read;
    const slug =
      options.slug ??
      source.slug ??
      (hasFields(source) && source.from === undefined ? usableSlug(slugOf(file)) : undefined);
    const { stated, source: whole } = withStated(
      withAuthors(withoutCitationsInFields(source), options),
      options,
    );
    return importSource(whole, { ...options, names, known, slug, stated });
  } catch (error) {
    // The parsers recurse.
    if (error instanceof RangeError) return { problem: tooDeep };
    throw error;
  }
}

/** Bytes; `check` has the same limit. */
const maxBriefSize = 1_000_000;

interface Settings extends FieldOptions {
  readonly names: Names;
  /** The fields of a brief in the order in which they are written. */
  readonly known: readonly string[];
  readonly slug: string | undefined;
}

/** Authors by their ids. The publication itself is the author where a brief names none. */
function withAuthors(source: DocumentSource, { publication }: FieldOptions): DocumentSource {
  const { authors, ...fields } = source.fields;
  if (!Array.isArray(authors)) return source;
  const ids = authors
    .filter((name) => name !== publication.name)
    .map((name: unknown) => Object.entries(publication.authors).find(([, author]) => author.name === name)?.[0] ?? name); // prettier-ignore
  return { ...source, fields: ids.length === 0 ? fields : { ...fields, authors: ids } };
}

/** Sources of the command stand behind those of the document, and the report quotes every field that an option replaces. */
function withStated(
  source: DocumentSource,
  { stated = {} }: FieldOptions,
): { readonly source: DocumentSource; readonly stated: Readonly<Record<string, unknown>> } {
  const { sources: own } = source.fields;
  const isList = Array.isArray(own) && Array.isArray(stated['sources']);
  const replaced = Object.keys(stated).flatMap((name): Dropped[] => {
    const value = source.fields[name];
    const isSame = JSON.stringify(value) === JSON.stringify(stated[name]);
    if (value === undefined || isSame || (isList && name === 'sources')) return [];
    return [{ what: 'field that an option replaces', text: yamlOf({ [name]: value }) }];
  });
  return {
    source: { ...source, dropped: [...source.dropped, ...replaced] },
    stated: isList ? { ...stated, sources: [...(own as unknown[]), ...(stated['sources'] as unknown[])] } : stated, // prettier-ignore
  };
}

function importSource(source: DocumentSource, settings: Settings): Imported | Unreadable {
  const { names, known, publication } = settings;
  const isTooLong = someNode(source.tree, isLongParagraph);
  if (isTooLong) return { problem: tooLong };
  if (isTooMuch(source.tree)) return { problem: tooMuch };
  if (isEmpty(source)) return { problem: noText };
  const division = divide(blocksOf(source.tree.children, names), names);
  const chosen = chooseFields(source, division, settings);
  const { fields, lang } = chosen;
  const title = typeof fields['title'] === 'string' ? fields['title'] : '';
  const slug = settings.slug ?? slugFromTitle(title, lang) ?? 'brief';
  const [first, second, third, last] = division.sections.map(({ pieces }) => pieces);
  const isDivided = division.order.length > 0;
  const sorted = dropOrComment(source.dropped, fields);
  const body = {
    headings: headingsFor(languageFor(lang), publication),
    sections: [
      [...(isDivided ? chosen.before : []), ...(first ?? [])],
      second ?? [],
      third ?? [],
      [...(last ?? []), ...(isDivided ? [] : chosen.before), ...chosen.after],
    ],
    definitions: division.definitions,
    asides: [...chosen.asides, ...source.asides, ...sorted.asides].filter(
      ({ field }) => field === undefined || !(field in fields),
    ),
  };
  const place = { isPage: source.isPage, file: `briefs/${slug}.md`, home: publication.address };
  const { markdown: text, dropped, commented } = assemble(body, source.tree, place);
  const questions = commented.filter(({ why }) => why === askedOfPerson);
  const isAsked = questions.length > 0 && fields['status'] !== 'withdrawn';
  const written = isAsked ? { ...fields, status: 'draft' } : fields;
  const markdown = `---\n${linesOf(written, known)}---\n\n${text}\n`;
  if (Buffer.byteLength(markdown) > maxBriefSize) return { problem: 'the text is longer than 1 MB' };
  if (deepPlaceOf(markdown) !== undefined) return { problem: tooDeep };
  const report: ImportReport = {
    found: isAsked ? { ...chosen.found, status: 'draft, until you have answered' } : chosen.found,
    lang,
    sections: division.sections.map(({ headings }, at) => ({
      heading: writtenHeading(body.headings[at] ?? ''),
      found: headings,
    })),
    inOrder: division.order.every((section, at) => at === 0 || section > (division.order[at - 1] ?? 0)),
    dropped: [...sorted.dropped, ...division.dropped, ...chosen.dropped, ...dropped],
    commented: commented.filter((each) => !questions.includes(each)),
    questions: questions.map((each) => ({ ...each, line: lineOf(each.text, markdown) })),
    toFill: [...fieldsToFill(chosen, settings), ...sectionsToFill(division.sections, body.headings)],
  };
  return { slug, markdown, report };
}

/** The line in the brief of the comment that asks a question. */
function lineOf(text: string, markdown: string): number {
  return markdown.slice(0, Math.max(0, markdown.indexOf(importedComment(text)))).split('\n').length;
}

/** Whether a document has only scripts and menus. */
function isEmpty(source: DocumentSource): boolean {
  const isShown = ({ type }: Nodes): boolean =>
    type === 'image' || type === 'imageReference' || type === 'html';
  const isBare = plainText(source.tree) === '' && !someNode(source.tree, isShown);
  return (
    isBare &&
    !hasFields(source) &&
    source.asides.length + dropOrComment(source.dropped, {}).asides.length === 0
  );
}

/** Whether a tree exceeds the limits of a brief, for every kind of document. */
function isTooMuch(tree: Nodes): boolean {
  let [blocks, lines] = [0, 0];
  visit(tree, ({ type }) => {
    if (type === 'listItem' || type === 'blockquote' || type === 'heading') blocks += 1;
    if (type === 'paragraph' || type === 'tableRow' || type === 'break') lines += 1;
  });
  return blocks > maxBlocks || lines > maxLines;
}

function isLongParagraph(node: Nodes): boolean {
  const isParagraph = ['paragraph', 'heading', 'tableCell'].includes(node.type);
  return isParagraph && plainText(node).length > maxParagraphLength;
}

function hasFields({ fields }: DocumentSource): boolean {
  return Object.keys(fields).length > 0;
}

function usableSlug(slug: string): string | undefined {
  const isUsable = slugPattern.test(slug) && slug.length <= limits.slug && !isReservedSlug(slug);
  return isUsable ? slug : undefined;
}

/** The lines of the front matter, in the order of the documentation. */
export function linesOf(fields: Readonly<Record<string, unknown>>, known: readonly string[]): string {
  const order = new Set(['title', 'summary', 'date', 'lang', ...known]);
  const lines = [...order].flatMap((name) => {
    const value = fields[name];
    if (value === undefined) return [];
    const isSlugs =
      Array.isArray(value) && value.every((each) => typeof each === 'string' && slugPattern.test(each));
    return [isSlugs ? `${name}: [${value.join(', ')}]` : yamlOf({ [name]: value })];
  });
  return lines.map((line) => `${line}\n`).join('');
}

/** Fields that are missing or invalid, and a title that was shortened. */
function fieldsToFill({ fields }: ChosenFields, { known, publication }: Settings): string[] {
  const { error } = frontMatterSchema(publication).safeParse(fields);
  const wrong = new Set(error?.issues.map(({ path: [name] }) => name));
  if (fields['sources'] === undefined) wrong.add('sources');
  if (typeof fields['title'] === 'string' && fields['title'].endsWith('…')) wrong.add('title');
  return [...new Set(['summary', ...known])].filter((name) => wrong.has(name));
}

function sectionsToFill(sections: readonly DividedSection[], headings: readonly string[]): string[] {
  const empty = headings.filter((_, at) => !sections[at]?.pieces.some(({ why }) => why === undefined));
  return empty.map((heading) => `"${writtenHeading(heading)}"`);
}
