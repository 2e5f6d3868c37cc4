import { distance } from 'fastest-levenshtein';
import type { Heading, Nodes, Root } from 'mdast';
import type { Range } from '../diagnostics/diagnostic.ts';
import type { OutlineEntry } from './draft.ts';
import { namesFor, recognise } from '../languages/recognise-headings.ts';
import type { Language } from '../languages/language.ts';
import { headingsFor, languages } from '../languages/languages.ts';
import { oncePer } from '../brief/memoize.ts';
import { plainText } from './plain-text.ts';
import type { Publication } from '../brief/publication.ts';

/**
 * The headings that divide a brief: those that open a section, those that nearly do, and those of level 1 or 2
 * that have no place in a brief. Headings of level 3 and below are free unless they read like a section's.
 */
export function outlineOf(tree: Root, language: Language, publication: Publication): OutlineEntry[] {
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
      certain: exact || (heading !== undefined && isOnlyWords(node) && isSlip(text, heading)),
      text,
      range: { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 },
      index,
    });
  });
  return nameOthers(tree, entries, language, publication);
}

/** The line of hyphens or equal signs that makes the text above it a heading; undefined for a heading that begins with "#". */
export function underlineOf(source: string, { start, end }: Range): Range | undefined {
  const heading = source.slice(start, end);
  const line = /(?<=[\r\n][ \t]*)[-=]+(?=[ \t]*$)/.exec(heading);
  return line && !/^[ \t]*#/.test(heading)
    ? { start: start + line.index, end: start + line.index + line[0].length }
    : undefined;
}

/** Straight and curly apostrophes are the same, and so are the kinds of space before a French "?". */
export function isExact(text: string, heading: string): boolean {
  return foldTypography(text) === foldTypography(heading);
}

/** Another language that the site speaks in which this is the heading of a section. */
export function otherLanguageOf(text: string, language: Language): Language | undefined {
  return languages.find(
    ({ code, headings }) => code !== language.code && placeOf(text, headings) !== undefined,
  );
}

/** The language whose heading of a section comes first in a text. */
export function languageOfHeadings(tree: Root): Language | undefined {
  for (const node of tree.children) {
    if (node.type !== 'heading' || node.depth !== 2) continue;
    const text = plainText(node).trim();
    const language = languages.find(({ headings }) => placeOf(text, headings) !== undefined);
    if (language) return language;
  }
  return undefined;
}

/** Where the first line begins that opens a section, in whatever language. */
export function firstSectionIn(source: string): number | undefined {
  const lines = source.matchAll(/^#{2}[ \t]+([^\r\n]{1,200}?)[ \t]*$/gm);
  for (const { 1: words = '', index } of lines) {
    if (languages.some(({ headings }) => placeOf(words, headings) !== undefined)) return index;
  }
  return undefined;
}

const namesOf = oncePer(namesFor);

/** What drafts elsewhere call a section that is not there by its own heading, such as "Why It Matters". */
function nameOthers(
  { children }: Root,
  entries: readonly OutlineEntry[],
  { code }: Language,
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
 * Whether a text differs from a heading by slips alone: without any one of its words it would not be nearer. A heading
 * of another language is none; it may as well be a sign that the brief is in that language.
 */
function isSlip(text: string, heading: string): boolean {
  const letters = foldToLetters(heading);
  const own = distance(foldToLetters(text), letters);
  if (own > Math.floor(foldToLetters(text).length / 5)) return false;
  // What has no letters is no word, and of those that have there are no more than letters.
  const words = text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  return words.every((_, at) => distance(foldToLetters(words.toSpliced(at, 1).join(' ')), letters) >= own);
}

/** A link, a picture, a footnote or code in a heading is more than its words. */
function isOnlyWords(node: Nodes): boolean {
  if (node.type === 'text') return true;
  return ['heading', 'emphasis', 'strong'].includes(node.type) && 'children' in node
    ? node.children.every(isOnlyWords)
    : false;
}

/** Readers see the label and not the heading, so a link, a footnote or emphasis in it would be lost. */
function isPlain({ depth, children }: Heading): boolean {
  return depth === 2 && children.every(({ type }) => type === 'text');
}

function sectionOf(node: Heading, text: string, headings: readonly string[]): number | undefined {
  const letters = foldToLetters(text);
  const distances = headings.map((heading) => distance(letters, foldToLetters(heading)));
  const nearest = Math.min(...distances);
  // One slip in five letters is still the same heading; a deeper heading has to read the same to count.
  const allowed = node.depth <= 2 ? Math.floor(letters.length / 5) : 0;
  if (nearest <= allowed) return distances.indexOf(nearest);
  // A heading of another language means that section, too.
  return languages.map((language) => placeOf(text, language.headings)).find((place) => place !== undefined);
}

function placeOf(text: string, headings: readonly string[]): number | undefined {
  const place = headings.findIndex((heading) => isExact(text, heading));
  return place < 0 ? undefined : place;
}

function foldTypography(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[‘’ʼ′]/g, "'")
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim();
}

function foldToLetters(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/^\s*\d+[.)]\s*/, '')
    .replace(/\bis\b/g, 's')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
