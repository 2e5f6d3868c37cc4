import { expect, test } from 'vitest';
import { languages } from '../../src/languages/languages.ts';
import { scriptsOf } from '../../src/languages/writing.ts';

test.each([
  ['en', ['Latn']],
  ['ar-EG', ['Arab']],
  ['sr', ['Cyrl']],
  ['zh-Hans', ['Hani']],
  ['zh-TW', ['Hani']],
  ['ja', ['Hira', 'Kana', 'Hani']],
  ['ko', ['Hang', 'Hani']],
])('%s is written in %s', (lang, scripts) => {
  expect(scriptsOf(lang)).toEqual(scripts);
});

test('the headings of every language are written in its scripts', () => {
  for (const { code, headings } of languages) {
    const letters = headings.join('').match(/\p{L}/gu) ?? [];
    const scripts = scriptsOf(code).map((script) => new RegExp(`\\p{Script=${script}}`, 'u'));
    expect(
      letters.filter((letter) => !scripts.some((script) => script.test(letter))),
      code,
    ).toEqual([]);
  }
});
