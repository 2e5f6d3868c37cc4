import { distance } from 'fastest-levenshtein';
import { languages } from './languages.ts';
import type { Publication } from '../brief/publication.ts';
import type { TextLanguage } from './language.ts';

/** The part of a brief that a heading opens: the summary, one of the four sections, or the list of sources. */
export type Part = 'story' | 'sources' | 0 | 1 | 2 | 3;

/** A heading known by its name. */
export interface Recognised {
  readonly part: Part;
  /** Languages that call the part so. */
  readonly languages: readonly string[];
}

/** Every name of every part, for one publication. */
export type Names = ReadonlyMap<string, Recognised>;

/** The names that open a part: those of drafts, the site's own headings, and the publication's. */
export function namesFor({ headings }: Pick<Publication, 'headings'>): Names {
  const names = new Map<string, Recognised>();
  const add = (part: Part, language: string, texts: readonly string[]): void => {
    for (const text of texts) {
      const key = normalizeName(text);
      const known = names.get(key);
      if (known && !known.languages.includes(language)) {
        names.set(key, { part: known.part, languages: [...known.languages, language] });
      } else if (!known && key !== '') names.set(key, { part, languages: [language] });
    }
  };
  // First come, first served: what a publication calls a section is that section, whatever drafts mean by it.
  for (const [language, own] of Object.entries(headings ?? {})) {
    own.forEach((heading, at) => {
      add(at as Part, language, [heading]);
    });
  }
  const known: readonly TextLanguage[] = languages;
  for (const { code, headings: shipped, labels, headingAliases } of known) {
    const { sections, story, sources } = headingAliases;
    shipped.forEach((heading, at) => {
      add(at as Part, code, [heading, ...(sections[at] ?? [])]);
    });
    add('story', code, [labels.story, ...story]);
    add('sources', code, [labels.sources, ...sources]);
  }
  return names;
}

/** The part that a line names, if the line is that name and nothing more. */
export function recognise(line: string, names: Names): Recognised | undefined {
  return line.length > maxNameLength ? undefined : names.get(normalizeName(line));
}

/** The same for a line that is marked as a heading: one slip in seven letters is still the same name. */
export function recogniseHeading(line: string, names: Names): Recognised | undefined {
  const exact = recognise(line, names);
  if (exact || line.length > maxNameLength) return exact;
  const letters = normalizeName(line);
  return [...names].find(([name]) => distance(letters, name) <= Math.floor(name.length / 7))?.[1];
}

/** The part whose name a line begins with, as in "What's Next for DeepSeek?". */
export function recognisePrefix(line: string, names: Names): Recognised | undefined {
  const words = line.trim().split(/\s+/);
  for (let count = words.length - 1; count > 1; count -= 1) {
    const found = recognise(words.slice(0, count).join(' '), names);
    if (found) return found;
  }
  return undefined;
}

/** Letters and digits alone, without accents and Arabic vowel signs, without a leading number. */
export function normalizeName(line: string): string {
  return line
    .toWellFormed()
    .replace(leadingNumber, '')
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\u064b-\u065f\u0670\u0640ʼ]/g, '')
    .toLowerCase()
    .normalize('NFC')
    .replace(/\bis\b/g, 's')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '');
}

// No name is longer than a line of a letter; what is longer is text.
const maxNameLength = 80;

/** "1.", "1)", "1️⃣", "①", "(2)", "III.", "Part 2:", "b)", "一、" and signs before them. */
const leadingNumber =
  /^[^\p{L}\p{N}]*(?:(?:section|part|teil|partie|parte)\s+)?(?:[\p{Nd}\p{No}]{1,2}|[ivx]{1,4}(?=\s*[.):])|[a-d](?=\s*[.)])|[一二三四](?=\s*[、.．)）:：]))[\ufe0f\u20e3\s]*[.):：、．）\-–—]*/iu;
