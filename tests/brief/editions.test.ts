import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editionsOf, originalOf, otherLanguagesOf } from '../../src/brief/editions.ts';

interface Brief {
  readonly slug: string;
  readonly lang: string;
  readonly translationOf?: string;
}

const brief = (slug: string, lang: string, translationOf?: string): Brief => ({
  slug,
  lang,
  ...(translationOf !== undefined && { translationOf }),
});
const editionsIn = (briefs: readonly Brief[], mixLanguages?: true) =>
  editionsOf(briefs, { lang: 'en', ...(mixLanguages && { mixLanguages }) }, (each) => each);
const slugsIn = (...given: Parameters<typeof editionsIn>) =>
  editionsIn(...given).map(({ lang, briefs }) => [lang, ...briefs.map(({ slug }) => slug)]);

const briefs = [
  brief('novo', 'pt', 'nuevo'),
  brief('one', 'en'),
  brief('uno', 'es', 'one'),
  brief('nuevo', 'es'),
  brief('two', 'en', 'dos'),
  brief('dos', 'es'),
  brief('drei', 'de', 'gone'),
  brief('tres', 'es', 'gone'),
];

describe('the editions of a publication', () => {
  test('are its own, which is there without briefs, and one for each other language, in the given order', () => {
    expect(slugsIn([])).toEqual([['en']]);
    expect(slugsIn(briefs)).toEqual([
      ['en', 'one', 'two'],
      ['de', 'drei'],
      ['es', 'uno', 'nuevo', 'dos', 'tres'],
      ['pt', 'novo'],
    ]);
    expect(otherLanguagesOf(briefs, { lang: 'en' })).toEqual(['de', 'es', 'pt']);
  });

  test('have each brief once where languages are mixed: in the own language, else the original, else the first', () => {
    const [own, ...others] = slugsIn(briefs, true);
    expect(own).toEqual(['en', 'one', 'nuevo', 'two', 'drei']);
    expect(others).toEqual(slugsIn(briefs).slice(1));
  });

  test('know the translations that lists leave out, which may have corrections, where languages are mixed', () => {
    const [own, ...others] = editionsIn(briefs, true);
    expect(own?.withTranslations).toEqual(briefs);
    for (const edition of [...others, ...editionsIn(briefs)])
      expect(edition.withTranslations).toEqual(edition.briefs);
  });

  test('have no brief twice, and miss none, whatever the languages and translations', () => {
    const anyBriefs = fc.uniqueArray(
      fc.record({
        number: fc.nat(5),
        lang: fc.constantFrom('en', 'en-GB', 'es', 'zh-Hans', 'constructor'),
        isTranslation: fc.boolean(),
      }),
      { selector: ({ number, lang }) => `${number} ${lang}` },
    );
    fc.assert(
      fc.property(anyBriefs, fc.boolean(), (facts, isMixed) => {
        const given = facts.map(({ number, lang, isTranslation }) =>
          isTranslation ? brief(`${number}-${lang}`, lang, `${number}`) : brief(`${number}`, lang),
        );
        const editions = editionsIn(given, isMixed ? true : undefined);
        for (const { briefs: shown } of editions) {
          const originals = shown.map(originalOf);
          expect(new Set(originals).size).toBe(originals.length);
        }
        const all = new Set(editions.flatMap(({ briefs: shown }) => shown.map(originalOf)));
        expect(all).toEqual(new Set(given.map(originalOf)));
      }),
    );
  });
});
