import { expect, test } from 'vitest';
import { paletteOf } from '../../src/cards/colours.ts';
import { numeral, titleSlot } from '../../src/cards/designs/parts.ts';
import { specOf } from './card-specs.ts';
import { textOfSlot } from './slot-text.ts';

function titleOf(title: string): string | undefined {
  const spec = specOf({ title });
  const place = { left: 0, width: 800, top: 50, height: 350 };
  return textOfSlot([titleSlot(spec, paletteOf(spec), place, 88)], 'title');
}

// "~" stands for a space at which no line breaks.
test.each([
  ['a short last word', 'Rivals name the cost', 'Rivals name the~cost'],
  ['two last words of twelve letters', 'Who calls up their voters', 'Who calls up their~voters'],
  ['two last words of 13 letters', 'Who calls up their readers', 'Who calls up their readers'],
  [
    'two last words no longer than another',
    'Constitutional rights after rulings',
    'Constitutional rights after~rulings',
  ],
  ['two last words longer than all before', 'A vote their voters', 'A vote their voters'],
  [
    'a last word of nine letters behind a number',
    'Votes counted in 2025 elections',
    'Votes counted in 2025~elections',
  ],
  ['a last word of ten letters', 'Who pays for electronic', 'Who pays for electronic'],
  ['two words', 'Rivals pay', 'Rivals pay'],
  [
    'the groups of a number',
    'It took 1 294 000 hours of everybody’s time',
    'It took 1~294~000 hours of everybody’s time',
  ],
  ['a title in Japanese', '大臣 は 述べた', '大臣 は 述べた'],
  ['a title in Korean', '장관은 그렇게 말했다', '장관은 그렇게 말했다'],
])('a title is bound on a card by %s', (_, title, bound) => {
  expect(titleOf(title)?.replaceAll('\u00a0', '~')).toBe(bound);
});

test.each([
  ['−10.5%', '\u200e−10.5%\u200e'],
  ['1.60 °C', '\u200e1.60 °C\u200e'],
  ['١٠٫٥٪', '١٠٫٥٪'],
  ['24 مليار', '24 مليار'],
  ['one', 'one'],
])('the number %s reads from the left unless its script runs from the right', (value, read) => {
  expect(numeral(value)).toBe(read);
});
