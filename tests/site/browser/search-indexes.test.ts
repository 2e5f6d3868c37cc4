import { expect, test } from 'vitest';
import { scriptsOf } from '../../../src/languages/writing.ts';
import { languagesOf } from '../../../src/site/browser/search-indexes.ts';

function asked(words: string, languages: readonly string[], chosen = ''): string[] {
  const all = languages.map((lang) => ({ lang, name: lang, scripts: scriptsOf(lang), years: [] }));
  return languagesOf({ words, topic: '', year: '', lang: chosen }, all).map(({ lang }) => lang);
}

test.each([
  ['NASA', ['ja', 'en'], ['ja', 'en']],
  ['NASA', ['en', 'ja', 'ar', 'fr'], ['en', 'fr', 'ja', 'ar']],
  ['ＧＤＰ', ['ja', 'en'], ['ja', 'en']],
  ['2025', ['en', 'ja'], ['en', 'ja']],
  ['テスト', ['en', 'fr', 'ja', 'zh-Hans'], ['ja']],
  ['東京', ['en', 'ja', 'zh-Hans'], ['ja', 'zh-Hans']],
  ['AI予算', ['en', 'ja', 'fr'], ['en', 'ja', 'fr']],
  ['Київ', ['en', 'fr'], ['en', 'fr']],
])('%s is looked for first in the languages it may be written in, of %j', (words, languages, expected) => {
  expect(asked(words, languages)).toEqual(expected);
});

test('a language that is chosen is the only one', () => {
  expect(asked('NASA', ['en', 'ja'], 'ja')).toEqual(['ja']);
});
