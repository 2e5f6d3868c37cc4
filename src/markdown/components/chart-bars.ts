import type { Element } from 'hast';
import { h } from './hast.ts';
import type { Point } from './series.ts';

/** A point as its chart and its table print it. */
export interface Value extends Point {
  /** The label as readers see it: a date in the brief's language. */
  readonly name: string;
  /** The number in the brief's language, with its unit if that is short. */
  readonly text: string;
}

/** Pixels. Widths are in per cent, so that the text keeps its size on a screen of any width. */
const row = { height: 48, text: 16, bar: 26, thickness: 10, rule: 31 };

/** A drawing of full width; `height` is in pixels. */
export interface Drawing {
  readonly height: number;
  readonly shapes: readonly Element[];
}

/** A bar for each value below its label, all from one zero. */
export function drawBars(values: readonly Value[], direction: 'ltr' | 'rtl'): Drawing {
  const min = Math.min(0, ...values.map(({ value }) => value));
  const max = Math.max(0, ...values.map(({ value }) => value));
  // Where every value is zero there is nothing to measure by.
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

/** `text-anchor` follows the direction of the text, places along the width do not. */
export function edge(direction: 'ltr' | 'rtl', side: 'start' | 'end'): string {
  return (direction === 'ltr') === (side === 'start') ? '0%' : '100%';
}

/** A share of the width, to a hundredth of a per cent. */
export function percent(share: number): string {
  return `${Math.round(share * 100) / 100}%`;
}

/** A place down the height, to a tenth of a pixel. */
export function pixels(length: number): string {
  return String(Math.round(length * 10) / 10);
}
