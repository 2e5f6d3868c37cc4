import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countGraphemes } from '../../../src/brief/segment.ts';
import { cutToSummary, shorten, summaryFrom, titleFrom } from '../../../scripts/import/headline.ts';

const long = 'An event took place in a town that has a name. '.repeat(8).trim();

describe('a summary from the text', () => {
  it('is the first sentence, if it is long enough', () => {
    const text = 'The U.S. rivals have reported more than that. Others have not.';
    expect(summaryFrom(text, 'en')).toBe('The U.S. rivals have reported more than that.');
  });

  it('has as many sentences as needed, with one space between them', () => {
    expect(summaryFrom('It is free.\n Nobody expected that so soon. More.', 'en')).toBe(
      'It is free. Nobody expected that so soon.',
    );
    expect(summaryFrom(`${'它自由了。'.repeat(6)}没有人想到这一天会来得这么早吧。更多。`, 'zh-Hans')).toBe(
      `${'它自由了。'.repeat(6)}没有人想到这一天会来得这么早吧。`,
    );
  });

  it.each([
    ['Die Behörde hat das Land am 20. Oktober 2024 für frei erklärt.', 'de'],
    ['The prize of the foundation went to Dr. Liang Wenfeng.', 'en'],
    ['The decision was announced in the capital by Gov. Brown.', 'en'],
    ['La decisión la anunció el martes en la capital la Sra. López.', 'es'],
  ])('does not end at the full stop of a date or a title: %s', (sentence, language) => {
    expect(summaryFrom(`${sentence} Mehr.`, language)).toBe(sentence);
  });

  it('is empty if the text is too short or its first sentence too long', () => {
    expect(summaryFrom('Too short.', 'en')).toBeUndefined();
    expect(summaryFrom('', 'en')).toBeUndefined();
    expect(summaryFrom(`${'a '.repeat(200)}.`, 'en')).toBeUndefined();
  });

  it('is cut at a sentence’s end', () => {
    expect(cutToSummary(long, 'en')).toBe('An event took place in a town that has a name. '.repeat(6).trim());
    expect(cutToSummary(`${'a '.repeat(200)}.`, 'en')).toBe('');
  });
});

describe('a title from the text', () => {
  it.each([
    ['The lab disclosed the figure. More.', 'en', 'The lab disclosed the figure'],
    ['Who pays? Nobody knows.', 'en', 'Who pays?'],
    ['他们公布了费用。更多。', 'zh-Hans', '他们公布了费用'],
    ['भारत ने घोषणा की। और।', 'hi', 'भारत ने घोषणा की'],
    ['', 'en', ''],
  ])('of %j is %j', (text, language, title) => {
    expect(titleFrom(text, language)).toBe(title);
  });

  it('is cut at a word’s end, so that the cut shows', () => {
    const words = `${'word '.repeat(60).trim()}.`;
    expect(titleFrom(words, 'en')).toBe(`${'word '.repeat(39)}word…`);
    expect(countGraphemes(titleFrom(words, 'en'))).toBeLessThanOrEqual(200);
    expect(shorten('its R1 model cost $294,000 in all', 20, 'en')).toBe('its R1 model cost…');
    expect(shorten('中国人工智能公司深度求索在论文中披露费用', 10, 'zh-Hans')).toBe('中国人工智能公司…');
    expect(shorten('aaaaaaaaaaaaaaaaaaaa', 10, 'en')).toBe('aaaaaaaaa…');
    expect(shorten('just this', 9, 'en')).toBe('just this');
  });

  it('never exceeds the requested number of characters, for any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.integer({ min: 2, max: 40 }),
        (text, max) => {
          const short = shorten(text, max, 'en');
          expect(countGraphemes(short)).toBeLessThanOrEqual(max);
          expect(short.isWellFormed()).toBe(true);
        },
      ),
    );
  });
});
