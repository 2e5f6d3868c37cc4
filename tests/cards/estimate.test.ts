import { expect, test } from 'vitest';
import { seemsToFit, type Fitting } from '../../src/cards/estimate.ts';
import { settingOf } from '../../src/cards/fonts.ts';
import type { Slot } from '../../src/cards/layout.ts';

/** Each character half an em wide, in a slot of 10 ems by 2 lines at 40 px. */
function fits(text: string, changes: Partial<Fitting> = {}): boolean {
  const slot: Slot = {
    name: 'box',
    wordings: [],
    sizes: [],
    left: 0,
    top: 0,
    width: 400,
    height: 80,
    edge: 'top',
  };
  const setting = { ...settingOf('', 'display', 'en'), leading: 1, advanceOf: () => 0.5 };
  return seemsToFit({
    slot,
    rows: [[{ text, colour: '#000000', setting }]],
    size: 40,
    breakWords: false,
    isShortened: false,
    ...changes,
  });
}

test('text that fills its lines seems to fit, and one word more does not', () => {
  expect(fits('four five six eleven one two three')).toBe(true);
  expect(fits('four five six eleven one two three four five')).toBe(false);
});

test('the space that a line ends with takes no room', () => {
  expect(fits('x'.repeat(20) + ' ' + 'x'.repeat(20))).toBe(true);
});

test('a word wider than the room does not fit unless it may be broken', () => {
  expect(fits('x'.repeat(21))).toBe(false);
  expect(fits('x'.repeat(40), { breakWords: true })).toBe(true);
  expect(fits('x'.repeat(41), { breakWords: true })).toBe(false);
});

test('scripts without spaces break between any two characters', () => {
  expect(fits('深'.repeat(40))).toBe(true);
  expect(fits('深'.repeat(41))).toBe(false);
});

test('an emoji is as wide as an em, whatever its code points', () => {
  const setting = { ...settingOf('👨‍👩‍👧', 'display', 'en'), leading: 1, advanceOf: () => 0.5 };
  const rows = (count: number): Partial<Fitting> => ({
    rows: [[{ text: '👨‍👩‍👧'.repeat(count), colour: '#000000', setting }]],
  });
  expect(fits('', rows(10))).toBe(true);
  expect(fits('', rows(11))).toBe(false);
});
