import { expect, test } from 'vitest';
import { everyWord, languageOfWords, wordsIn } from '../../src/brief/words.ts';

const climate = { en: 'Climate', es: 'Clima', 'pt-PT': 'Clima (pt)', 'zh-Hans': '气候' };

test.each([
  ['en', 'Climate', 'en'],
  ['en-GB', 'Climate', 'en'],
  ['es-419', 'Clima', 'es'],
  ['pt-PT', 'Clima (pt)', 'pt-PT'],
  ['zh-Hans-SG', '气候', 'zh-Hans'],
  // The first is for languages that have none.
  ['pt', 'Climate', 'en'],
  ['zh-Hant', 'Climate', 'en'],
  ['constructor', 'Climate', 'en'],
])('in %s, the name is %s, which is in %s', (lang, text, said) => {
  expect(wordsIn(climate, lang)).toBe(text);
  expect(languageOfWords(climate, lang, 'de')).toBe(said);
});

test('one text is for all languages, and is in the publication’s', () => {
  expect(wordsIn('Klima', 'es')).toBe('Klima');
  expect(languageOfWords('Klima', 'es', 'de')).toBe('de');
  expect(everyWord('Klima')).toEqual(['Klima']);
  expect(everyWord(climate)).toContain('Clima');
});
