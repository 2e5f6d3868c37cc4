import { expect, test } from 'vitest';
import type { ChartShape } from '../../src/brief/blocks.ts';
import type { Box } from '../../src/cards/geometry.ts';
import { boundsOf } from '../../src/cards/glyphs.ts';
import type { Row } from '../../src/cards/layout.ts';
import { fitWhole } from './drawn.ts';

/** The boxes of a chart's labels as wide as a slide, by what is drawn for each. */
async function labelsOf(...shapes: readonly ChartShape[]): Promise<Box[]> {
  const colours = { bar: '#000000', rule: '#000000', name: '#000000', value: '#000000' };
  const row: Row = { form: 'chart', chart: { height: 300, shapes }, colours };
  const place = { left: 64, top: 300, width: 952, height: 792, edge: 'top' } as const;
  const slot = { name: 'chart', ...place, sizes: [72, 54, 40, 28], breakWordsAt: 40, wordings: [[row]] };
  const layout = { size: { width: 1080, height: 1350 }, ground: [], slots: [slot] };
  const { set } = await fitWhole(layout, { lang: 'en', direction: 'ltr' });
  return set.flatMap(({ letters }) => {
    const boxes = letters.map(boundsOf).filter(({ width }) => width > 0);
    if (boxes.length === 0) return [];
    const left = Math.min(...boxes.map((box) => box.left));
    const top = Math.min(...boxes.map((box) => box.top));
    const right = Math.max(...boxes.map((box) => box.left + box.width));
    return [{ left, top, width: right - left, height: 1 }];
  });
}

test.each([
  ['of words', 'Ministry of Infrastructure and', '12,345,678 million'],
  ['without spaces', 'W'.repeat(28), '9'.repeat(40)],
])('a name %s gives way to the number beside it', async (_, name, value) => {
  const boxes = await labelsOf(
    { shape: 'text', role: 'name', x: 0, y: 16, anchor: 'start', text: name },
    { shape: 'text', role: 'value', x: 1, y: 16, anchor: 'end', text: value },
  );
  expect(boxes.length).toBeGreaterThanOrEqual(2);
  const [number] = boxes.filter(({ left, width }) => Math.abs(left + width - 1016) < 4);
  expect(number).toBeDefined();
  for (const box of boxes) if (box !== number) expect(box.left + box.width).toBeLessThan(number?.left ?? 0);
});

test('names below a line that would touch are left out, but for the first and the last', async () => {
  const names = Array.from({ length: 8 }, (_, at) => ({
    shape: 'text', role: 'name', x: 0.015 + at * 0.117, y: 268, anchor: at === 0 ? 'start' : at === 7 ? 'end' : 'middle', text: 'MMWW',
  }) as const);
  const boxes = (await labelsOf(...names)).toSorted((one, other) => one.left - other.left);
  expect(boxes.length).toBeGreaterThan(2);
  expect(boxes.length).toBeLessThan(8);
  boxes.slice(1).forEach((box, at) => {
    expect(box.left).toBeGreaterThan((boxes[at]?.left ?? 0) + (boxes[at]?.width ?? 0));
  });
}); // prettier-ignore
