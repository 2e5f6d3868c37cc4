import { expect, test } from 'vitest';
import { contrast } from '../../src/brief/colour.ts';
import { designCard } from '../../src/cards/designs/design.ts';
import { cardSizes } from '../../src/cards/sheet.ts';
import { findInkAtEdge, mirror, proveLayout, type Area, type Slot } from '../../src/cards/layout.ts';
import { arabic, figures, sheetOf } from './sheets.ts';

const size = cardSizes.link;
const ground: Area[] = [
  { left: 0, top: 0, ...size, colour: '#fbfaf6' },
  { left: 700, top: 0, width: 500, height: 300, colour: '#b3321b' },
];
const slot: Slot = {
  name: 'box',
  wordings: [[[{ text: 'Paper', face: 'display', colour: '#16181d' }]]],
  sizes: [30, 24],
  left: 48,
  top: 48,
  width: 400,
  height: 100,
  edge: 'top',
};

test('text stays 48 px away from every edge', () => {
  expect(() => { proveLayout({ size, ground, slots: [slot] }); }).not.toThrow(); // prettier-ignore
  for (const near of [{ left: 47 }, { top: 47 }, { width: 1200 - 48 - 47 }, { height: 630 - 48 - 47 }]) {
    expect(() => { proveLayout({ size, ground, slots: [{ ...slot, ...near }] }); }).toThrow('box: Unexpected place nearer than 48 px'); // prettier-ignore
  }
});

test('no text is smaller than 24 px', () => {
  expect(() => { proveLayout({ size, ground, slots: [{ ...slot, sizes: [30, 23] }] }); }).toThrow('box: Unexpected size below 24 px'); // prettier-ignore
});

test('text keeps a contrast of 4.5 to 1 on what lies behind it', () => {
  const faint = { ...slot, wordings: [[[{ text: 'Paper', face: 'label', colour: '#8a8a8a' } as const]]] };
  expect(() => { proveLayout({ size, ground, slots: [faint] }); }).toThrow(/box: Unexpected contrast 3\.\d+ of #8a8a8a on #fbfaf6/); // prettier-ignore
  const onAccent = { ...slot, left: 750 };
  expect(() => { proveLayout({ size, ground, slots: [onAccent] }); }).toThrow('#16181d on #b3321b'); // prettier-ignore
  expect(contrast('#000', '#ffffff')).toBeCloseTo(21);
  expect(() => contrast('red', '#fff')).toThrow('Unexpected colour "red"');
});

test('no text stands on the picture', () => {
  const picture = { left: 400, top: 0, width: 300, height: 200 };
  expect(() => { proveLayout({ size, ground, slots: [slot], picture }); }).toThrow('box: Unexpected place on the picture'); // prettier-ignore
  expect(() => { proveLayout({ size, ground, slots: [slot], picture: { ...picture, left: 448 } }); }).not.toThrow(); // prettier-ignore
});

test('a topic’s accent that is too pale for paper is an error, not a pale card', () => {
  expect(() => { proveLayout(designCard({ ...sheetOf(), accent: '#f0a090' })); }).toThrow('topic: Unexpected contrast'); // prettier-ignore
});

test('both templates keep the rules, mirrored too', () => {
  for (const sheet of [sheetOf(), sheetOf({ figures }), sheetOf({}, arabic), sheetOf({ figures }, arabic)]) {
    expect(() => { proveLayout(designCard(sheet)); }).not.toThrow(); // prettier-ignore
  }
});

test('a right-to-left card is the mirror of the other', () => {
  const [left] = designCard(sheetOf({ figures })).slots;
  const [right] = designCard(sheetOf({ figures }, arabic)).slots;
  expect((right?.left ?? 0) + (right?.width ?? 0)).toBe(1200 - (left?.left ?? 0));
  const layout = designCard(sheetOf());
  expect(mirror(mirror(layout))).toEqual(layout);
});

test('a single pixel of ink near the edge is seen, and none of the ground', () => {
  const pixels = new Uint8Array(1200 * 630 * 4);
  const paint = (x: number, y: number, colour: readonly number[]): void => { pixels.set([...colour, 255], (y * 1200 + x) * 4); }; // prettier-ignore
  for (let y = 0; y < 630; y += 1) {
    for (let x = 0; x < 1200; x += 1) paint(x, y, x >= 700 && y < 300 ? [179, 50, 27] : [251, 250, 246]);
  }
  expect(findInkAtEdge(pixels, { size, ground, slots: [] })).toBeUndefined();
  paint(600, 300, [0, 0, 0]);
  expect(findInkAtEdge(pixels, { size, ground, slots: [] })).toBeUndefined();
  for (const [x, y] of [
    [0, 0],
    [47, 300],
    [1152, 300],
    [600, 582],
    [699, 10],
    [1199, 629],
  ] as const) {
    // prettier-ignore
    const before = [...pixels.slice((y * 1200 + x) * 4, (y * 1200 + x) * 4 + 3)];
    for (const channel of [0, 1, 2]) {
      paint(x, y, before.with(channel, (before[channel] ?? 0) - 1));
      expect(findInkAtEdge(pixels, { size, ground, slots: [] })).toEqual([x, y]);
    }
    paint(x, y, before);
  }
});
