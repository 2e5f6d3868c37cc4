import { distance } from 'fastest-levenshtein';
import { languages } from './languages.ts';
import { memoize } from '../brief/memoize.ts';
import type { Publication } from '../brief/publication.ts';
import type { TextLanguage } from './language.ts';

/** The part of a brief that a heading opens: the summary, a section, or the source list. */
export type Part = 'story' | 'sources' | 0 | 1 | 2 | 3;

/** A recognised heading. */
export interface Recognised {
  readonly part: Part;
  /** Languages that use this name. */
  readonly languages: readonly string[];
}

/** Every name of every part, for one publication. */
export type Names = ReadonlyMap<string, Recognised>;

/** The names that open a part: aliases, built-in headings, and the publication's own. */
export const namesFor = memoize(({ headings }: Pick<Publication, 'headings'>): Names => {
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
  // The publication's headings take precedence over aliases.
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
});

/** The part whose name is exactly this line. */
export function recognise(line: string, names: Names): Recognised | undefined {
  return line.length > maxNameLength ? undefined : names.get(normalizeName(line));
}

/** The same for a marked heading, with tolerance for one typo in seven letters. */
export function recogniseHeading(line: string, names: Names): Recognised | undefined {
  const exact = recognise(line, names);
  if (exact || line.length > maxNameLength) return exact;
  const letters = normalizeName(line);
  return [...names].find(([name]) => isNear(letters, name, Math.floor(name.length / 7)))?.[1];
}

/** Most names differ more in length than typos explain, and lengths cost nothing to compare. */
function isNear(letters: string, name: string, typos: number): boolean {
  return Math.abs(letters.length - name.length) <= typos && distance(letters, name) <= typos;
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

/** Only letters and digits, without accents, Arabic vowel signs and a leading number. */
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

// Longer lines are text.
const maxNameLength = 80;

/** "1.", "1)", "1️⃣", "①", "(2)", "III.", "Part 2:", "b)", "一、" with preceding symbols. */
const leadingNumber =
  /^[^\p{L}\p{N}]*(?:(?:section|part|teil|partie|parte)\s+)?(?:[\p{Nd}\p{No}]{1,2}|[ivx]{1,4}(?=\s*[.):])|[a-d](?=\s*[.)])|[一二三四](?=\s*[、.．)）:：]))[\ufe0f\u20e3\s]*[.):：、．）\-–—]*/iu;
