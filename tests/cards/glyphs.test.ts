import { expect, test } from 'vitest';
import { boundsOf, steps } from '../../src/cards/glyphs.ts';

const outline = Float32Array.from([
  ...[steps.move, 0, 0],
  ...[steps.line, 0.5, -0.25],
  ...[steps.quadratic, 0.75, 0.25, 0.5, 0.5],
  ...[steps.cubic, 0.5, 1, 0.25, 1, -0.25, 0.5],
  steps.close,
]);

test('a letter lies in the box of its points, which go up in the font and down on the card', () => {
  expect(boundsOf({ outline, x: 100, y: 200, scale: 40 })).toEqual({
    left: 90,
    top: 160,
    width: 40,
    height: 50,
  });
});

test('a letter without ink, as a space, has no width', () => {
  const { width, height } = boundsOf({ outline: new Float32Array(), x: 100, y: 200, scale: 40 });
  expect([width, height]).toEqual([0, 0]);
});
