import { describe, expect, test } from 'vitest';
import { designCard } from '../../src/cards/designs/design.ts';
import { fitCard } from '../../src/cards/fit.ts';
import { readShapes, svgOf, type Shapes } from '../../src/cards/shapes.ts';
import type { CardSheet } from '../../src/cards/card-spec.ts';
import { figures, sheetOf } from './sheets.ts';

async function shapesOf(sheet: CardSheet): Promise<Shapes> {
  const { picture } = await fitCard(designCard(sheet), sheet, (svg) => ({ picture: readShapes(svg) }));
  return picture;
}

describe('what satori draws', () => {
  test('is the areas of the ground, in their order, and the letters of every text', async () => {
    const sheet = sheetOf({ figures });
    const { flat, images } = await shapesOf(sheet);
    const { ground, slots } = designCard(sheet);
    expect(flat.filter(({ kind }) => kind === 'area')).toEqual(
      ground.map(({ colour, ...box }) => ({
        kind: 'area',
        colour: Number.parseInt(colour.slice(1), 16),
        ...box,
      })),
    );
    expect(flat.filter(({ kind }) => kind === 'letters').length).toBeGreaterThanOrEqual(slots.length);
    expect(images).toEqual([]);
  });

  test('has an emoji as a picture in its place', async () => {
    const { images } = await shapesOf(sheetOf({ title: 'Rain 🌧️ and 👩‍🚀' }));
    expect(images).toHaveLength(2);
    expect(images[0]).toMatchObject({
      element: expect.stringContaining('href="data:image/svg+xml;base64,') as string,
    });
  });

  test.each([
    ['a border', '<path d="M0 0L1 1" fill="none" stroke="#000"/>'],
    ['a shadow', '<rect x="0" y="0" width="3" height="3" fill="#fff" filter="url(#a)"/>'],
    ['an area between pixels', '<rect x="0.5" y="0" width="3" height="3" fill="#fff"/>'],
    ['a group that is clipped', '<g clip-path="url(#a)"></g>'],
    ['see-through letters', '<path fill="#000" opacity="0.5" d="M0 0"/>'],
    ['words', 'text'],
  ])('is an error where it is more than that: %s', (_, part) => {
    expect(() => readShapes(`<svg width="3" height="3">${part}</svg>`)).toThrow(`Unexpected part of a card "${part.slice(0, 30)}`); // prettier-ignore
  });

  test('has its colours as #rrggbb', () => {
    expect(() => readShapes('<rect x="0" y="0" width="3" height="3" fill="rgba(0,0,0,.5)"/>')).toThrow('Unexpected colour'); // prettier-ignore
  });
});

test('images are a picture of their own, as large as the card', async () => {
  const { images } = await shapesOf(sheetOf({ title: '🌧️' }));
  const svg = svgOf(images, { width: 1200, height: 630 }).toString();
  expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" width="1200" height="630"><image href=/);
});
