import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { hi } from './hi.ts';
import { it } from './it.ts';
import { ja } from './ja.ts';
import type { Publication } from '../brief/publication.ts';
import type { Language } from './language.ts';
import { pt } from './pt.ts';
import { ptPT } from './pt-pt.ts';
import { zhHans } from './zh-hans.ts';

/** Every language that the site speaks. */
export const languages: readonly Language[] = [en, es, fr, de, pt, ptPT, it, hi, ar, zhHans, ja];

/**
 * The language of a BCP 47 tag: that very one, else the one that is the same language in the same script, so that
 * `pt-BR` is read as `pt` and `zh-SG` as `zh-Hans`, but `zh-TW` as none of ours. What is no tag has no language.
 */
export function languageOf(lang: string): Language | undefined {
  if (!found.has(lang)) found.set(lang, findLanguage(lang));
  return found.get(lang);
}

// Every output asks for the language of every brief; a few tags answer for ten thousand.
const found = new Map<string, Language | undefined>();

function findLanguage(lang: string): Language | undefined {
  const wanted = localeOf(lang);
  if (!wanted) return undefined;
  const language =
    languages.find(({ code }) => code === wanted.baseName) ??
    languages.find(({ code }) => isSameWriting(new Intl.Locale(code), wanted));
  return !language || language.code === wanted.baseName ? language : { ...language, locale: wanted.baseName };
}

/** The language to show a text in: its own, or English where the site does not speak it. */
export function languageFor(lang: string): Language {
  return languageOf(lang) ?? en;
}

/** The name of a language as its own speakers write it. */
export function nameOfLanguage(lang: string): string {
  return new Intl.DisplayNames([lang], { type: 'language' }).of(lang) ?? lang;
}

/** The four headings of a language: the publication's own where it has some. */
export function headingsFor(
  language: Pick<Language, 'code' | 'locale' | 'headings'>,
  publication: Pick<Publication, 'headings'>,
): Language['headings'] {
  const key = keyOfHeadings(language, publication);
  return (key === undefined ? undefined : publication.headings?.[key]) ?? language.headings;
}

/** Under which tag the publication has headings of its own: the whole tag of a text, or the language's. */
export function keyOfHeadings(
  { code, locale = code }: Pick<Language, 'code' | 'locale'>,
  { headings = {} }: Pick<Publication, 'headings'>,
): string | undefined {
  const keys = Object.keys(headings);
  return [locale, code]
    .map((tag) => keys.find((key) => localeOf(key)?.baseName === tag))
    .find((key) => key !== undefined);
}

/** A heading as writers type it: with the straight apostrophe that keyboards have. Both spellings are read. */
export function writtenHeading(heading: string): string {
  return heading.replaceAll('’', "'");
}

/** A tag as BCP 47 recommends to write it (`pt-BR`, `zh-Hans`); undefined if it is none. Case has no meaning in one. */
export function canonicalTag(tag: string): string | undefined {
  return localeOf(tag)?.toString();
}

/** The tag of a language that the site speaks, where something else names it: "en_US.UTF-8", "Deutsch", "jp". */
export function languageMeantBy(text: string): string | undefined {
  const word = text.trim().replace(/[.@].*$/, '');
  const tag = canonicalTag(word.replace(/[_\s]+/g, '-').replace(/-$/, ''));
  if (tag !== undefined && languageOf(tag)) return tag;
  const name = word.toLowerCase();
  return languages.find(({ code }) => countries[name] === code || namesOf(code).includes(name))?.code;
}

/** What the site's languages call one of them, with its script and without. */
function namesOf(code: string): (string | undefined)[] {
  return languages.flatMap((other) => {
    const names = new Intl.DisplayNames(other.code, { type: 'language' });
    return [code, code.replace(/-.*/, '')].map((tag) => names.of(tag)?.toLowerCase());
  });
}

/** Codes of countries and old ones of languages that are written for a language, and are those of no other. */
const countries: Readonly<Record<string, string>> = {
  jp: 'ja',
  cn: 'zh-Hans',
  sp: 'es',
  gb: 'en',
  ger: 'de',
};

function localeOf(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag);
  } catch {
    return undefined;
  }
}

/** CLDR knows the script that goes without saying: Traditional in Taiwan, Simplified in Singapore. */
function isSameWriting(one: Intl.Locale, other: Intl.Locale): boolean {
  return one.language === other.language && one.maximize().script === other.maximize().script;
}
