import { distance } from 'fastest-levenshtein';
import type { Heading, Nodes, Root } from 'mdast';
import type { Range } from '../diagnostics/diagnostic.ts';
import type { OutlineEntry } from './draft.ts';
import { namesFor, recognise } from '../languages/recognise-headings.ts';
import type { TextLanguage } from '../languages/language.ts';
import { headingsFor, languages } from '../languages/languages.ts';
import { memoize } from '../brief/memoize.ts';
import { plainText } from './plain-text.ts';
import type { Publication } from '../brief/publication.ts';

/**
 * The headings that divide a brief: section headings, those nearly spelled like one, and headings of level 1 or 2 that do
 * not belong in a brief. Deeper headings are free unless they read like a section's.
 */
export function outlineOf(tree: Root, language: TextLanguage, publication: Publication): OutlineEntry[] {
  const headings = headingsFor(language, publication);
  const entries: OutlineEntry[] = [];
  tree.children.forEach((node, index) => {
    if (node.type !== 'heading') return;
    const text = plainText(node).trim();
    const section = sectionOf(node, text, headings);
    if (section === undefined && node.depth > 2) return;
    const heading = section === undefined ? undefined : headings[section];
    const exact = heading !== undefined && isPlain(node) && isExact(text, heading);
    entries.push({
      section,
      exact,
      certain: exact || (heading !== undefined && isOnlyWords(node) && isTypo(text, heading)),
      text,
      range: { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 },
      index,
    });
  });
  return nameOthers(tree, entries, language, publication);
}

/** The line of hyphens or equals signs below a setext heading; undefined for a heading with "#". */
export function underlineOf(source: string, { start, end }: Range): Range | undefined {
  const heading = source.slice(start, end);
  const line = /(?<=[\r\n][ \t]*)[-=]+(?=[ \t]*$)/.exec(heading);
  return line && !/^[ \t]*#/.test(heading)
    ? { start: start + line.index, end: start + line.index + line[0].length }
    : undefined;
}

/** Compares headings; straight and curly apostrophes count as equal, and so do the spaces before a French "?". */
export function isExact(text: string, heading: string): boolean {
  return normalizeTypography(text) === normalizeTypography(heading);
}

/** Another language of the site in which this is a section heading. */
export function otherLanguageOf(text: string, language: TextLanguage): TextLanguage | undefined {
  return languages.find(
    ({ code, headings }) => code !== language.code && sectionIndexOf(text, headings) !== undefined,
  );
}

/** The language of the first section heading in a text. */
export function languageOfHeadings(tree: Root): TextLanguage | undefined {
  for (const node of tree.children) {
    if (node.type !== 'heading' || node.depth !== 2) continue;
    const text = plainText(node).trim();
    const language = languages.find(({ headings }) => sectionIndexOf(text, headings) !== undefined);
    if (language) return language;
  }
  return undefined;
}

/** Offset of the first line that opens a section, in any language. */
export function firstSectionIn(source: string): number | undefined {
  const lines = source.matchAll(/^#{2}[ \t]+([^\r\n]{1,200}?)[ \t]*$/gm);
  for (const { 1: words = '', index } of lines) {
    if (languages.some(({ headings }) => sectionIndexOf(words, headings) !== undefined)) return index;
  }
  return undefined;
}

const namesOf = memoize(namesFor);

/** Assigns missing sections to headings with their usual names elsewhere, such as "Why It Matters". */
function nameOthers(
  { children }: Root,
  entries: readonly OutlineEntry[],
  { code }: TextLanguage,
  publication: Publication,
): OutlineEntry[] {
  const there = new Set(entries.map(({ section }) => section));
  return entries.map((entry) => {
    if (entry.section !== undefined) return entry;
    const name = recognise(entry.text, namesOf(publication));
    if (typeof name?.part !== 'number' || there.has(name.part)) return entry;
    const node = children[entry.index];
    const certain = name.languages.includes(code) && node !== undefined && isOnlyWords(node);
    return { ...entry, section: name.part, certain };
  });
}

/**
 * Whether a text differs from a heading only by typos: removing any word would not make it more similar. Headings of
 * other languages do not count, since the whole brief may be in that language.
 */
function isTypo(text: string, heading: string): boolean {
  const letters = lettersOf(heading);
  const own = distance(lettersOf(text), letters);
  if (own > Math.floor(lettersOf(text).length / 5)) return false;
  // Only words with letters or digits count, and there are no more of them than letters.
  const words = text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  return words.every((_, at) => distance(lettersOf(words.toSpliced(at, 1).join(' ')), letters) >= own);
}

/** Whether a heading has only words, without links, images, footnotes or code. */
function isOnlyWords(node: Nodes): boolean {
  if (node.type === 'text') return true;
  return ['heading', 'emphasis', 'strong'].includes(node.type) && 'children' in node
    ? node.children.every(isOnlyWords)
    : false;
}

/** Whether a heading has no link, footnote or emphasis, which would be lost since readers see the label instead. */
function isPlain({ depth, children }: Heading): boolean {
  return depth === 2 && children.every(({ type }) => type === 'text');
}

function sectionOf(node: Heading, text: string, headings: readonly string[]): number | undefined {
  const letters = lettersOf(text);
  const distances = headings.map((heading) => distance(letters, lettersOf(heading)));
  const nearest = Math.min(...distances);
  // One typo in five letters is still the same heading; a deeper heading must match exactly.
  const allowed = node.depth <= 2 ? Math.floor(letters.length / 5) : 0;
  if (nearest <= allowed) return distances.indexOf(nearest);
  // Headings of other languages also count.
  return languages
    .map((language) => sectionIndexOf(text, language.headings))
    .find((place) => place !== undefined);
}

function sectionIndexOf(text: string, headings: readonly string[]): number | undefined {
  const place = headings.findIndex((heading) => isExact(text, heading));
  return place < 0 ? undefined : place;
}

function normalizeTypography(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[‘’ʼ′]/g, "'")
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim();
}

function lettersOf(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/^\s*\d+[.)]\s*/, '')
    .replace(/\bis\b/g, 's')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
