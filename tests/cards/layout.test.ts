import { expect, test } from 'vitest';
import { contrast } from '../../src/brief/colour.ts';
import { designCard } from '../../src/cards/designs/design.ts';
import { linkSize } from './link-size.ts';
import { mirror, proveLayout, type Area, type Slot } from '../../src/cards/layout.ts';
import { arabic, figures, specOf } from './card-specs.ts';

const size = linkSize;
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

test('no text stands on the image', () => {
  const image = { left: 400, top: 0, width: 300, height: 200 };
  expect(() => { proveLayout({ size, ground, slots: [slot], image }); }).toThrow('box: Unexpected place on the image'); // prettier-ignore
  expect(() => { proveLayout({ size, ground, slots: [slot], image: { ...image, left: 448 } }); }).not.toThrow(); // prettier-ignore
});

test('no text stands on the logo', () => {
  const logo = { left: 400, top: 0, width: 100, height: 100, colour: '#16181d' };
  expect(() => { proveLayout({ size, ground, slots: [slot], logo }); }).toThrow('box: Unexpected place on the logo'); // prettier-ignore
});

test('a topic’s accent that is too pale for paper is an error, not a pale card', () => {
  expect(() => { proveLayout(designCard({ ...specOf(), accent: '#f0a090' })); }).toThrow(/: Unexpected contrast 1\.98 of #\w{6} on #\w{6}/); // prettier-ignore
});

test('both templates keep the rules, mirrored too', () => {
  for (const spec of [specOf(), specOf({ figures }), specOf({}, arabic), specOf({ figures }, arabic)]) {
    expect(() => { proveLayout(designCard(spec)); }).not.toThrow(); // prettier-ignore
  }
});

test('a right-to-left card is the mirror of the other', () => {
  const [left] = designCard(specOf({ figures })).slots;
  const [right] = designCard(specOf({ figures }, arabic)).slots;
  expect((right?.left ?? 0) + (right?.width ?? 0)).toBe(1200 - (left?.left ?? 0));
  const layout = designCard(specOf());
  expect(mirror(mirror(layout))).toEqual(layout);
});
