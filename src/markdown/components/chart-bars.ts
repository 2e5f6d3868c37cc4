import type { Element } from 'hast';
import { h } from './hast.ts';
import type { Point } from './series.ts';

/** A point as printed in the chart and its table. */
export interface Value extends Point {
  /** The label shown to readers: dates are formatted in the brief's language. */
  readonly name: string;
  /** The number in the brief's language, with its unit if that is short. */
  readonly text: string;
}

/** Pixels. Widths are percentages, so that text keeps its size on every screen. */
const row = { height: 48, text: 16, bar: 26, thickness: 10, rule: 31 };

/** A full-width drawing; `height` is in pixels. */
export interface Drawing {
  readonly height: number;
  readonly shapes: readonly Element[];
  /** Where the scale starts, as readers see it, if that is not zero. */
  readonly scaleStart?: string;
}

/** Draws a bar for each value below its label, all from the same zero. */
export function drawBars(values: readonly Value[], direction: 'ltr' | 'rtl'): Drawing {
  const min = Math.min(0, ...values.map(({ value }) => value));
  const max = Math.max(0, ...values.map(({ value }) => value));
  // Avoids division by zero when all values are zero.
  const span = max - min || 1;
  const shapes = values.flatMap(({ name, value, text }, at): Element[] => {
    const top = at * row.height;
    const width = (Math.abs(value) / span) * 100;
    const start = ((Math.min(value, 0) - min) / span) * 100;
    const x = direction === 'rtl' ? 100 - start - width : start;
    const rule = pixels(top + row.rule);
    return [
      h('text', { className: ['name'], x: edge(direction, 'start'), y: pixels(top + row.text) }, name),
      h(
        'text',
        { className: ['value'], x: edge(direction, 'end'), y: pixels(top + row.text), textAnchor: 'end' },
        text,
      ),
      h('line', { className: ['rule'], x1: '0%', x2: '100%', y1: rule, y2: rule }),
      h('rect', {
        className: ['bar'],
        x: percent(x),
        y: pixels(top + row.bar),
        width: percent(width),
        height: pixels(row.thickness),
      }),
    ];
  });
  return { height: values.length * row.height - 8, shapes };
}

/** `text-anchor` follows the text direction, but positions do not. */
export function edge(direction: 'ltr' | 'rtl', side: 'start' | 'end'): string {
  return (direction === 'ltr') === (side === 'start') ? '0%' : '100%';
}

/** A share of the width as a percentage with two decimals. */
export function percent(share: number): string {
  return `${Math.round(share * 100) / 100}%`;
}

/** A vertical position in pixels with one decimal. */
export function pixels(length: number): string {
  return String(Math.round(length * 10) / 10);
}
