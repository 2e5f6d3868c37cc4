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
  ['two last words of 18 letters', 'How a Liechtenstein voted', 'How a Liechtenstein~voted'],
  ['two last words of 19 letters', 'How a Liechtensteins voted', 'How a Liechtensteins voted'],
  ['a last word of nine letters', 'Who pays for elections', 'Who pays for~elections'],
  ['a last word of ten letters', 'Who pays for electronic', 'Who pays for electronic'],
  ['two words', 'Rivals pay', 'Rivals pay'],
  [
    'the groups of a number',
    'It took 1 294 000 hours of everybody’s time',
    'It took 1~294~000 hours of everybody’s~time',
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
