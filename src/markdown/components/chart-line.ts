import type { Element } from 'hast';
import { isPartialDate } from '../../brief/moment.ts';
import { edge, percent, pixels, type Drawing, type Value } from './chart-bars.ts';
import { h } from './hast.ts';

/** Pixels. Places along the width are in per cent, so that the text keeps its size on a screen of any width. */
const frame = { height: 272, top: 28, bottom: 224, label: 262 };
/** Pixels from a point to the number above it, or below. */
const beside = { above: -12, below: 24 };
/** Per cent of the width between which the line runs; the scale's numbers stand at its end. */
const run = { start: 1.5, end: 84 };
/** Pixels of width that a label can count on, on a screen of 320. */
const narrowest = 284;

/** A line through the values over a scale of round numbers; dates stand as far apart as they are. */
export function drawLine(
  values: readonly Value[],
  direction: 'ltr' | 'rtl',
  print: (value: number, decimals: number) => string,
): Drawing {
  const scale = scaleOf(values.map(({ value }) => value));
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
    // On the side from which the line does not come, unless it is nearly level there.
    const climbs = down(point.value) - down(neighbour.value) > -beside.above;
    const y = pixels(down(point.value) + (climbs ? beside.below : beside.above));
    return [h('text', { className: ['value'], x: point.x, y, textAnchor }, point.text)];
  });
  return { height: frame.height, shapes: [...grid, ...segments, ...dots, ...names, ...numbers] };
}

interface Scale {
  readonly min: number;
  readonly max: number;
  readonly steps: readonly number[];
  /** Digits after the decimal point of a step. */
  readonly decimals: number;
}

/** Three to six round steps around the values, from zero unless that would flatten the line. */
function scaleOf(values: readonly number[]): Scale {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const from = low >= 0 && low < high * 0.6 ? 0 : low;
  // Steps far smaller than the numbers would be lost in their rounding.
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

/** Where each label stands along the width: by its date if all have one and they ascend, else evenly. */
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

/** A label and where it stands along the width, in per cent. */
interface Place {
  readonly name: string;
  readonly share: number;
}

/** The first and the last label, and those between that stay clear of one another on the narrowest screen. */
function spacedOut<Labelled extends Place>(points: readonly Labelled[]): Labelled[] {
  const last = points.at(-1);
  const kept: Labelled[] = [];
  for (const point of points) {
    const before = kept.at(-1);
    if (before && !isClear(before, point)) continue;
    if (last && point !== last && !isClear(point, last)) continue;
    kept.push(point);
  }
  return last && !kept.includes(last) ? [...kept, last] : kept;
}

/** Half of both labels and a space fit between two points; 7.5 pixels hold a letter. */
function isClear(one: Place, other: Place): boolean {
  const letters = (one.name.length + other.name.length) / 2;
  return ((other.share - one.share) / 100) * narrowest >= letters * 7.5 + 14;
}

function anchorOf(share: number): 'start' | 'middle' | 'end' {
  if (share <= run.start) return 'start';
  return share >= run.end ? 'end' : 'middle';
}
