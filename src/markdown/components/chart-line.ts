import type { Element } from 'hast';
import { isPartialDate } from '../../brief/moment.ts';
import { edge, percent, pixels, type Drawing, type Value } from './chart-bars.ts';
import { h } from './hast.ts';

/** Pixels. Horizontal positions are percentages, so that text keeps its size on every screen. */
const frame = { height: 278, top: 28, bottom: 224, label: 268 };
/** Pixels from a point to the number above or below it. */
const beside = { above: -12, below: 24 };
/** The line's extent as a percentage of the width; the scale's numbers are to its right. */
const run = { start: 1.5, end: 84 };
/** Width in pixels available to labels on a 320 px screen. */
const narrowest = 284;

/** Draws a line over a scale of round numbers; distances between dates are to scale. */
export function drawLine(
  values: readonly Value[],
  direction: 'ltr' | 'rtl',
  print: (value: number, decimals: number) => string,
  from?: number,
): Drawing {
  const scale = scaleOf(values.map(({ value }) => value), from);
  const across = (share: number): number => (direction === 'rtl' ? 100 - share : share);
  const down = (value: number): number =>
    frame.bottom - ((value - scale.min) / (scale.max - scale.min)) * (frame.bottom - frame.top);
  const shares = sharesOf(values.map(({ label }) => label));
  const points = values.map((value, at) => ({
    ...value,
    share: shares[at] ?? 0,
    x: percent(across(shares[at] ?? 0)),
    y: pixels(down(value.value)),
  }));
  const grid = scale.steps.flatMap((step): Element[] => [
    h('line', {
      className: [step === 0 && scale.min < 0 ? 'zero' : 'rule'],
      x1: '0%',
      x2: '100%',
      y1: pixels(down(step)),
      y2: pixels(down(step)),
    }),
    h(
      'text',
      { className: ['step'], x: edge(direction, 'end'), y: pixels(down(step) - 6), textAnchor: 'end' },
      print(step, scale.decimals),
    ),
  ]);
  const segments = points.slice(1).flatMap((point, at): Element[] => {
    const from = points[at];
    return from ? [h('line', { className: ['path'], x1: from.x, y1: from.y, x2: point.x, y2: point.y })] : [];
  });
  const dots = points.map(({ x, y }) => h('circle', { className: ['dot'], cx: x, cy: y, r: '3.5' }));
  const names = spacedOut(points).map(({ name, x, share }) =>
    h('text', { className: ['name'], x, y: pixels(frame.label), textAnchor: anchorOf(share) }, name),
  );
  const numbers = [
    { point: points[0], neighbour: points[1], textAnchor: 'start' },
    { point: points.at(-1), neighbour: points.at(-2), textAnchor: 'end' },
  ].flatMap(({ point, neighbour, textAnchor }): Element[] => {
    if (!point || !neighbour) return [];
    // On the side opposite to the line, unless the line is nearly level.
    const climbs = down(point.value) - down(neighbour.value) > -beside.above;
    const y = pixels(down(point.value) + (climbs ? beside.below : beside.above));
    return [h('text', { className: ['value'], x: point.x, y, textAnchor }, point.text)];
  });
  return {
    height: frame.height,
    shapes: [...grid, ...segments, ...dots, ...names, ...numbers],
    ...(scale.min > 0 && { scaleStart: print(scale.min, scale.decimals) }),
  };
}

interface Scale {
  readonly min: number;
  readonly max: number;
  readonly steps: readonly number[];
  /** Digits after the decimal point of a step. */
  readonly decimals: number;
}

/** Three to six round steps around the values, starting where the writer says, or at zero unless that would flatten the line. */
function scaleOf(values: readonly number[], start = Infinity): Scale {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const from = Math.min(start, low >= 0 && low < high * 0.6 ? 0 : low);
  // Steps far smaller than the numbers would disappear in rounding.
  const finest = Math.max(Math.abs(low), Math.abs(high)) * 1e-9;
  const size = roundStep((Math.max(high - from, finest) || 1) / 4);
  const first = Math.floor(from / size);
  const last = Math.max(first + 1, Math.ceil(high / size));
  const steps = Array.from({ length: last - first + 1 }, (_, at) => (first + at) * size);
  const decimals = Math.max(0, -Math.floor(Math.log10(size) + 1e-9));
  return { min: first * size, max: last * size, steps, decimals };
}

/** The next 1, 2 or 5 times a power of ten. */
function roundStep(min: number): number {
  const power = 10 ** Math.floor(Math.log10(min));
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= min * 0.999) ?? 10;
  return factor * power;
}

/** The horizontal position of each label: by date if all labels are ascending dates, or else evenly spaced. */
function sharesOf(labels: readonly string[]): number[] {
  const moments = labels.map((label) => (isPartialDate(label) ? Date.parse(label) : NaN));
  const [first = 0, last = 1] = [moments[0], moments.at(-1)];
  const ascend = moments.every((moment, at) => at === 0 || moment > (moments[at - 1] ?? NaN));
  return labels.map((_, at) => {
    const even = at / (labels.length - 1);
    const share = ascend ? ((moments[at] ?? 0) - first) / (last - first) : even;
    return run.start + share * (run.end - run.start);
  });
}

/** A label and its horizontal position in per cent. */
interface Place {
  readonly name: string;
  readonly share: number;
}

/** The first and last label, and those in between that do not overlap on the narrowest screen. */
function spacedOut<Labelled extends Place>(points: readonly Labelled[]): Labelled[] {
  const last = points.at(-1);
  const shown: Labelled[] = [];
  for (const point of points) {
    const before = shown.at(-1);
    if (before && !isClear(before, point)) continue;
    if (last && point !== last && !isClear(point, last)) continue;
    shown.push(point);
  }
  return last && !shown.includes(last) ? [...shown, last] : shown;
}

/** Whether two labels with a space between them fit. */
function isClear(one: Place, other: Place): boolean {
  return ((other.share - one.share) / 100) * narrowest >= (widthOf(one.name) + widthOf(other.name)) / 2 + 14;
}

/** Pixels that a label takes at 16 px in the fonts of pages, which only a browser knows: as wide as letters of each kind are at most. */
function widthOf(name: string): number {
  return Array.from(name).reduce((sum, letter) => {
    if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60]/u.test(letter)) return sum + 16;
    if (/\p{M}/u.test(letter)) return sum;
    if (/[\p{Lu}mwшщжюфмԱ-և]/u.test(letter)) return sum + 11.5;
    return sum + (/[iljtfr.,:;'’ |!()-]/u.test(letter) ? 5 : 9);
  }, 0);
}

function anchorOf(share: number): 'start' | 'middle' | 'end' {
  if (share <= run.start) return 'start';
  return share >= run.end ? 'end' : 'middle';
}
