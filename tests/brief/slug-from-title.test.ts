import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slugFromTitle } from '../../src/brief/slug-from-title.ts';
import { anyCharacter } from '../any-text.ts';
import { isReservedSlug, maxSlugLength, slugPattern } from '../../src/brief/slug.ts';

describe('the slug of a title', () => {
  it.each([
    ['DeepSeek puts R1’s training bill at $294,000', 'en', 'deepseek-puts-r1s-training-bill-at-294000'],
    ["It's 1.5 °C above: can't stop", 'en', 'its-1-5-degc-above-cant-stop'],
    ['U.S. firms & the E.U.', 'en', 'us-firms-the-eu'],
    ['L’été d’un pays', 'fr', 'l-ete-d-un-pays'],
    ['¿Qué pasó en España?', 'es', 'que-paso-en-espana'],
    ['Große Übung für Ärzte', 'de', 'grosse-uebung-fuer-aerzte'],
    ['Große Übung für Ärzte', 'en', 'grosse-ubung-fur-arzte'],
    ['Ελλάδα', 'en', 'ellada'],
    ['Москва и Київ', 'en', 'moskva-i-kiiv'],
    ['مصر خالية من الملاريا', 'ar', 'msr-khalya-mn-almlarya'],
    ['भारत में चुनाव', 'hi', 'bhart-mem-cunav'],
    ['深度求索公布R1训练费用', 'zh-Hans', 'shendu-qiu-suo-gongbu-r1-xunlian-feiyong'],
    ['東京の選挙', 'ja', 'dongjing-no-xuanju'],
    ['한국 선거', 'en', 'hangug-seongeo'],
    ['A 🎉 party 🇪🇸', 'en', 'a-party'],
    ['🎉', 'en', 'tada'],
    ['Ｆｕｌｌ ｗｉｄｔｈ', 'en', 'full-width'],
    ['Index', 'en', 'index-brief'],
    ['Page', 'en', 'page-brief'],
    ['--a--', 'en', 'a'],
  ])('%j (%s) is %j', (title, language, slug) => {
    expect(slugFromTitle(title, language)).toBe(slug);
  });

  it('without a letter or digit is undefined', () => {
    expect(slugFromTitle('?!…', 'en')).toBeUndefined();
    expect(slugFromTitle('', 'en')).toBeUndefined();
  });

  it('is cut at a word’s end', () => {
    expect(slugFromTitle('word '.repeat(30), 'en')).toBe('word-'.repeat(16).slice(0, -1));
    expect(slugFromTitle('a'.repeat(100), 'en')).toBe('a'.repeat(80));
  });

  it('is a valid file name for any title', () => {
    const titles = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.string({ unit: anyCharacter, maxLength: 60 }),
    );
    fc.assert(
      fc.property(titles, fc.constantFrom('en', 'de', 'ar', 'zh-Hans', 'ja'), (title, language) => {
        const slug = slugFromTitle(title, language);
        if (slug === undefined) return;
        expect(slug).toMatch(slugPattern);
        expect(slug.length).toBeLessThanOrEqual(maxSlugLength);
        expect(isReservedSlug(slug)).toBe(false);
      }),
      { numRuns: 500 },
    );
  });
});
