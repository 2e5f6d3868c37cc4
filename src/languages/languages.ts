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

/** Every supported language. */
export const languages: readonly Language[] = [en, es, fr, de, pt, ptPT, it, hi, ar, zhHans, ja];

/**
 * The language of a BCP 47 tag: an exact match, or else one with the same language and script, so that `pt-BR` uses `pt`
 * and `zh-SG` uses `zh-Hans`, but `zh-TW` has none. Undefined for an invalid tag.
 */
export function languageOf(lang: string): Language | undefined {
  if (!found.has(lang)) found.set(lang, findLanguage(lang));
  return found.get(lang);
}

// Cached by tag, since every output needs the language of every brief.
const found = new Map<string, Language | undefined>();

function findLanguage(lang: string): Language | undefined {
  const wanted = localeOf(lang);
  if (!wanted) return undefined;
  const language =
    languages.find(({ code }) => code === wanted.baseName) ??
    languages.find(({ code }) => isSameWriting(new Intl.Locale(code), wanted));
  return !language || language.code === wanted.baseName ? language : { ...language, locale: wanted.baseName };
}

/** The language of the interface for a text: its own, or English if unsupported. */
export function languageFor(lang: string): Language {
  return languageOf(lang) ?? en;
}

/** The native name of a language. */
export function nameOfLanguage(lang: string): string {
  return new Intl.DisplayNames([lang], { type: 'language' }).of(lang) ?? lang;
}

/** What the home page and the feeds of a language are called. */
export function nameOfEdition({ name, lang: own }: Pick<Publication, 'name' | 'lang'>, lang: string): string {
  return lang === own ? name : `${name} · ${nameOfLanguage(lang)}`;
}

/** The section headings of a language: the publication's own, or the built-in ones. */
export function headingsFor(
  language: Pick<Language, 'code' | 'locale' | 'headings'>,
  publication: Pick<Publication, 'headings'>,
): Language['headings'] {
  const key = keyOfHeadings(language, publication);
  return (key === undefined ? undefined : publication.headings?.[key]) ?? language.headings;
}

/** The tag under which the publication has its own headings: the full tag of a text, or the language's. */
export function keyOfHeadings(
  { code, locale = code }: Pick<Language, 'code' | 'locale'>,
  { headings = {} }: Pick<Publication, 'headings'>,
): string | undefined {
  const keys = Object.keys(headings);
  return [locale, code]
    .map((tag) => keys.find((key) => localeOf(key)?.baseName === tag))
    .find((key) => key !== undefined);
}

/** A heading with straight apostrophes, as typed on keyboards. Both spellings are accepted. */
export function writtenHeading(heading: string): string {
  return heading.replaceAll('’', "'");
}

/** The canonical form of a BCP 47 tag (`pt-BR`, `zh-Hans`); undefined if invalid. Case is ignored. */
export function canonicalTag(tag: string): string | undefined {
  return localeOf(tag)?.toString();
}

/** The supported language that another name refers to: "en_US.UTF-8", "Deutsch", "jp". */
export function languageMeantBy(text: string): string | undefined {
  const word = text.trim().replace(/[.@].*$/, '');
  const tag = canonicalTag(word.replace(/[_\s]+/g, '-').replace(/-$/, ''));
  if (tag !== undefined && languageOf(tag)) return tag;
  const name = word.toLowerCase();
  return languages.find(({ code }) => countries[name] === code || namesOf(code).includes(name))?.code;
}

/** What is wrong with the name of a language in a command. */
export function problemOfLanguage(text: string): string {
  const meant = languageMeantBy(text);
  const expected =
    meant === undefined ? `one of ${languages.map(({ code }) => code).join(', ')}` : `"${meant}"`;
  return `Unknown language "${text}", expected ${expected}.`;
}

/** Names of a language in all languages of the site, with and without script. */
function namesOf(code: string): (string | undefined)[] {
  return languages.flatMap((other) => {
    const names = new Intl.DisplayNames(other.code, { type: 'language' });
    return [code, code.replace(/-.*/, '')].map((tag) => names.of(tag)?.toLowerCase());
  });
}

/** Country codes and outdated codes that are used for a language and mean no other. */
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

/** CLDR knows the default script: Traditional in Taiwan, Simplified in Singapore. */
function isSameWriting(one: Intl.Locale, other: Intl.Locale): boolean {
  return one.language === other.language && one.maximize().script === other.maximize().script;
}
