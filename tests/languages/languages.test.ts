import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatCalendarDate, formatDay } from '../../src/brief/dates.ts';
import { frontMatterSchema } from '../../src/languages/schemas.ts';
import { en } from '../../src/languages/en.ts';
import { formatColon, formatCount, formatPosition } from '../../src/languages/format.ts';
import type { Language, Plural } from '../../src/languages/language.ts';
import {
  headingsFor,
  languageFor,
  languageMeantBy,
  languageOf,
  languages,
} from '../../src/languages/languages.ts';
import { parse } from '../../src/markdown/parse.ts';
import { render } from '../../src/markdown/render.ts';
import { describeCard } from '../../src/cards/card.ts';
import { addressesSample, briefSample, publicationSample } from '../brief-sample.ts';
import { briefText } from '../check/brief-text.ts';

type Label = string | Plural | Readonly<Record<string, string>>;

const labelsOf = (language: Language): [string, Label][] => Object.entries<Label>({ ...language.labels });
const isPlural = (label: Label): label is Plural => typeof label !== 'string' && 'other' in label;

/** Every label that is not a plural, by path: `story`, `outcomes.missed`. */
const plainTexts = (language: Language): [string, string][] =>
  labelsOf(language).flatMap(([name, label]): [string, string][] => {
    if (typeof label === 'string') return [[name, label]];
    if (isPlural(label)) return [];
    return Object.entries(label).map(([part, text]) => [`${name}.${part}`, text]);
  });

const plurals = (language: Language): [string, Plural][] =>
  labelsOf(language).flatMap(([name, label]): [string, Plural][] => (isPlural(label) ? [[name, label]] : []));

const everyText = (language: Language): string[] => [
  ...language.headings,
  ...plainTexts(language).map(([, text]) => text),
  ...plurals(language).flatMap(([, forms]) => Object.values(forms)),
];

const promptsOf = ({ prompts: { summary, sections, source } }: Language): string[] => [
  summary,
  ...sections,
  source,
];

const placeholders = (text: string): string[] => (text.match(/\{.*?\}/g) ?? []).sort();

/** A category with only one number may spell it out: Arabic writes "two minutes" as one word. */
const isOfOneNumber = (code: string, category: string): boolean => {
  const rules = new Intl.PluralRules(code);
  return (
    Array.from({ length: 1000 }, (_, n) => rules.select(n)).filter((one) => one === category).length === 1
  );
};

test('the site supports each language that has a file, once', () => {
  const folder = fileURLToPath(new URL('../../src/languages', import.meta.url));
  const codes = readdirSync(folder).flatMap(
    (file) => /^ {2}code: '([^']+)'/m.exec(readFileSync(join(folder, file), 'utf8'))?.[1] ?? [],
  );
  expect(languages.map(({ code }) => code).sort()).toEqual(codes.sort());
});

describe.each(languages)('the language $code', (language) => {
  const { code, headings } = language;

  test('has the tag in its canonical form, and the direction and the unit of its script', () => {
    const { script } = new Intl.Locale(code).maximize();
    expect(Intl.getCanonicalLocales(code)).toEqual([code]);
    expect(language.direction).toBe(script === 'Arab' ? 'rtl' : 'ltr');
    expect(language.reading.unit).toBe(script === 'Hans' || script === 'Jpan' ? 'characters' : 'words');
  });

  test('has four distinct headings, which no other language has', () => {
    const others = languages.filter((other) => other !== language).flatMap((other) => other.headings);
    expect(new Set(headings).size).toBe(4);
    expect(headings.filter((heading) => others.includes(heading))).toEqual([]);
  });

  test('is translated: it says few short texts as English does', () => {
    const english = new Set(language === en ? [] : [...everyText(en), ...promptsOf(en)]);
    const same = [...everyText(language), ...promptsOf(language)].filter((text) => english.has(text));
    expect(same.length, same.join(' · ')).toBeLessThan(10);
    expect(same.filter((text) => text.length > 'Corrections'.length)).toEqual([]);
  });

  test('has other names of every heading, and phrases of chat programs', () => {
    const { sections, story, sources } = language.headingAliases;
    expect([...sections, story, sources].filter((names) => names.length === 0)).toEqual([]);
    // A variant of a language adds only what it says in another way.
    const ofLanguage = languages.filter(({ code: other }) => other.split('-')[0] === code.split('-')[0]);
    expect(ofLanguage.flatMap(({ aiPhrases }) => aiPhrases).length).toBeGreaterThan(4);
  });

  test('fills in what English fills in', () => {
    const filledIn = (texts: [string, string][]) => texts.map(([name, text]) => [name, placeholders(text)]);
    expect(Object.fromEntries(filledIn(plainTexts(language)))).toEqual(
      Object.fromEntries(filledIn(plainTexts(en))),
    );
  });

  test('has the plural forms that its grammar asks for, each with the number', () => {
    const categories = new Intl.PluralRules(code).resolvedOptions().pluralCategories;
    const english = Object.fromEntries(plurals(en));
    expect(
      plurals(language)
        .map(([name]) => name)
        .sort(),
    ).toEqual(Object.keys(english).sort());
    for (const [name, forms] of plurals(language)) {
      expect(Object.keys(forms).sort(), name).toEqual([...categories].sort());
      for (const [category, text] of Object.entries(forms)) {
        const said = isOfOneNumber(code, category) && !text.includes('{count}') ? ['{count}'] : [];
        expect([...placeholders(text), ...said].sort(), `${name}.${category}`).toEqual(
          placeholders(english[name]?.other ?? ''),
        );
      }
    }
  });

  test('is set with typographic punctuation and without stray spaces', () => {
    for (const text of everyText(language)) {
      expect(text).not.toBe('');
      expect(text).toBe(text.normalize('NFC').trim());
      expect(text).not.toMatch(/['"]|\s\s|\.\.\./);
    }
  });
});

test.each([
  { code: 'es', wrong: /(?<!¿[^?]*)\?/ },
  { code: 'fr', wrong: /[^\u202f][?!;]|[^\u00a0]:/ },
  { code: 'ar', wrong: /[?,;]/ },
  { code: 'zh-Hans', wrong: /[?!,;:.()]/ },
  { code: 'ja', wrong: /[?!,;:.()]/ },
])('the punctuation of $code is its own', ({ code, wrong }) => {
  const language = languageOf(code);
  expect(language && everyText(language).filter((text) => wrong.test(text))).toEqual([]);
});

test.each([
  ['en', 'en'],
  ['EN', 'en'],
  ['en-GB', 'en'],
  ['es-MX', 'es'],
  ['es-419', 'es'],
  ['fr-CA', 'fr'],
  ['de-AT', 'de'],
  ['pt-BR', 'pt'],
  ['pt-PT', 'pt-PT'],
  ['it-CH', 'it'],
  ['hi-IN', 'hi'],
  ['hi-Latn', undefined],
  ['ar-EG', 'ar'],
  ['zh', 'zh-Hans'],
  ['zh-CN', 'zh-Hans'],
  ['zh-SG', 'zh-Hans'],
  ['zh-Hans', 'zh-Hans'],
  ['zh-hans', 'zh-Hans'],
  ['zh-Hans-HK', 'zh-Hans'],
  ['zh-TW', undefined],
  ['zh-HK', undefined],
  ['zh-Hant', undefined],
  ['zh-Hant-CN', undefined],
  ['ja-JP', 'ja'],
  ['tlh', undefined],
  ['und', undefined],
  ['english', undefined],
  ['pt_BR', undefined],
  ['no tag', undefined],
  ['', undefined],
])('the language of the tag "%s" is %s', (tag, code) => {
  expect(languageOf(tag)?.code).toBe(code);
});

const tags = ['en', 'en-US', 'en-AU', 'es-MX', 'fr-CA', 'de-AT', 'pt-BR', 'pt-PT', 'it-CH', 'hi-IN', 'ar', 'ar-EG', 'ar-MA', 'zh', 'zh-SG', 'ja-JP']; // prettier-ignore

test.each(tags)('page, card, timeline and labels write dates and numbers by the whole tag %s', (lang) => {
  const language = languageFor(lang);
  const date = '2025-09-18T09:00:00+00:00';
  const shown = formatDay(date, lang, 'Etc/UTC');
  const listing = briefSample({ lang, date });
  expect(describeCard(listing, publicationSample(), language).spec.date).toBe(shown);
  expect(formatCalendarDate('2025-09-18', lang)).toBe(shown);
  const source = briefText(['<Timeline>\n- 2025-09-18: One\n</Timeline>'], { lang });
  const draft = parse('briefs/a.mdx', source, publicationSample());
  const { sections } = render(draft, addressesSample(), new Map());
  expect(sections.map(({ text }) => text)).toContain(`${shown}: One`);
  const [digits = ''] = /\p{Nd}+/u.exec(new Intl.NumberFormat(lang).format(12)) ?? [];
  expect(formatCount(language.labels.minutesToRead, 12, language)).toContain(digits);
  expect(formatPosition(language, 12, 12)).toContain(digits);
});

test.each([
  ['en', 'Harbour: Latest'],
  ['fr', 'Harbour\u00a0: Latest'],
  ['ja', 'Harbour：Latest'],
])('a colon between two texts has the spaces of %s', (code, text) => {
  expect(formatColon('Harbour', 'Latest', languageFor(code))).toBe(text);
});

test('a publication has headings of its own for a language, or for one region of it', () => {
  const [shared, american] = [
    ['A', 'B', 'C', 'D'],
    ['E', 'F', 'G', 'H'],
  ] as const;
  const headings = { en: shared, 'en-us': american };
  expect(headingsFor(languageFor('en-US'), { headings })).toBe(american);
  expect(headingsFor(languageFor('en-GB'), { headings })).toBe(shared);
  expect(headingsFor(languageFor('en'), { headings })).toBe(shared);
  expect(headingsFor(languageFor('en'), { headings: { 'en-US': american } })).toBe(en.headings);
  const publication = publicationSample({ lang: 'en-US', headings: { 'en-US': american } });
  expect(parse('briefs/a.md', briefText(), publication).headings).toBe(american);
  expect(parse('briefs/a.md', briefText([], { lang: 'en' }), publication).headings).toBe(en.headings);
  const { spec } = describeCard(briefSample({ lang: 'en-US' }), publication, languageFor('en-US'));
  expect(spec).toMatchObject({ teaser: { heading: american[2] } });
});

test('a text in a language that the site does not speak is shown in English', () => {
  expect(languageFor('tlh')).toBe(en);
  expect(languageFor('pt-BR').code).toBe('pt');
});

describe('the tag of a brief’s language', () => {
  const languageTag = frontMatterSchema(publicationSample()).shape.lang;
  const tags = ['en', 'en-GB', 'pt-BR', 'zh-Hans', 'zh-Hans-CN', 'es-419', 'de-1996', 'ar-EG'];

  test('has one spelling, in any case', () => {
    fc.assert(
      fc.property(fc.constantFrom(...tags).chain((tag) => fc.tuple(fc.constant(tag), fc.mixedCase(fc.constant(tag)))), ([tag, written]) => {
        expect(languageTag.parse(written)).toBe(tag);
      }),
    ); // prettier-ignore
  });

  test.each([
    'ar-u-nu-latn',
    'de-DE-u-co-phonebk',
    'en-x-foo',
    'en-t-de',
    'EN-X-FOO',
    'en-a-bcd',
    'en-us-posix',
  ])('has no extension: %s', (tag) => {
    const { error } = languageTag.safeParse(tag);
    expect(error?.issues[0]).toMatchObject({
      params: {
        code: 'field-language',
        expected: expect.stringMatching(/^only "(?:ar|de-DE|en|en-US)"$/) as string,
      },
    });
  });
});

test.each([
  ['en_US', 'en-US'],
  ['en us', 'en-US'],
  ['pt_BR.UTF-8', 'pt-BR'],
  ['de_DE@euro', 'de-DE'],
  ['zh_CN', 'zh-CN'],
  ['en-', 'en'],
  ['English', 'en'],
  ['Deutsch', 'de'],
  ['español', 'es'],
  ['日本語', 'ja'],
  ['中国語', 'zh-Hans'],
  ['中文', 'zh-Hans'],
  ['jp', 'ja'],
  ['zh_TW', undefined],
  ['tlh', undefined],
  ['', undefined],
])('%j is meant as the language %j', (text, tag) => {
  expect(languageMeantBy(text)).toBe(tag);
});

test('every label is in use', () => {
  // The declarations and the languages themselves name them all.
  const own = (file: string): boolean => /languages[\\/](?:language|[a-z]{2}(?:-[a-z]+)?)\.ts$/.test(file);
  const files = globSync('{src,scripts}/**/*.{ts,astro}').filter((file) => !own(file));
  const code = files.map((file) => readFileSync(file, 'utf8')).join('\n');
  expect(Object.keys(en.labels).filter((label) => !code.includes(label))).toEqual([]);
});
