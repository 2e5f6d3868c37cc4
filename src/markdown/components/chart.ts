import type { Element } from 'hast';
import * as z from 'zod';
import { formatCalendarDate } from '../../brief/dates.ts';
import type { TextLanguage } from '../../languages/language.ts';
import { isPartialDate } from '../../brief/moment.ts';
import { lineAttribute } from './attributes.ts';
import { drawBars, type Value } from './chart-bars.ts';
import { drawLine } from './chart-line.ts';
import { defineComponent } from './component.ts';
import { nothing } from './content.ts';
import { h } from './hast.ts';
import { linesOf, paragraph, strong, textNode } from './mdast.ts';
import { numberAttribute, seriesAttribute, type Point } from './series.ts';

/** A series of numbers, drawn at compile time: a drawing for the page, a table everywhere else. */
export const chart = defineComponent({
  name: 'Chart',
  example: '<Chart type="line" title="Coal in British electricity" unit="%" data="2012: 40, 2020: 1.8" />',
  shape: {
    type: z.enum(['bar', 'line'], { error: '"bar" or "line"' }),
    title: lineAttribute(110),
    unit: lineAttribute(40).exactOptional(),
    data: seriesAttribute,
    from: numberAttribute.exactOptional(),
  },
  content: nothing,
  draw: ({ type, ...said }, _, language) => {
    const caption = captionOf(said);
    const values = valuesOf(said, language);
    const label = `${caption}: ${values.map((value) => `${value.name} ${value.text}`).join(', ')}`;
    const print = printerOf(said.unit, language);
    const { height, shapes, scaleStart } =
      type === 'bar' ? drawBars(values, language.direction) : drawLine(values, language.direction, print, said.from);
    const note = scaleStart === undefined ? [] : [' ', h('span', { className: ['scale'] }, language.labels.scaleStart.replace('{value}', () => scaleStart))];
    const svg = { className: [type], role: 'img', ariaLabel: label, width: '100%', height };
    return h(
      'figure',
      { className: ['chart'] },
      h('figcaption', {}, caption, ...note),
      h('svg', svg, ...shapes),
      h('details', {}, h('summary', {}, language.labels.table), tableOf(values)),
    );
  },
  write: (said, _, language) => [
    paragraph(strong(captionOf(said))),
    linesOf(valuesOf(said, language).map(({ name, text }) => [textNode(`${name} `), strong(text)])),
  ],
});

interface Said {
  readonly title: string;
  readonly unit?: string;
  readonly data: readonly Point[];
  readonly from?: number;
}

function captionOf({ title, unit }: Said): string {
  return unit === undefined || isShort(unit) ? title : `${title}, ${unit}`;
}

function valuesOf({ data, unit }: Said, language: TextLanguage): Value[] {
  const print = printerOf(unit, language);
  return data.map((point) => ({
    ...point,
    name: /^\d{4}-/.test(point.label) ? printDate(point.label, language) : point.label,
    text: print(point.value, point.decimals),
  }));
}

function printerOf(unit: string | undefined, language: TextLanguage) {
  return (value: number, decimals: number): string => printNumber(value, decimals, unit, language);
}

function tableOf(values: readonly Value[]): Element {
  const rows = values.map(({ name, text }) =>
    h('tr', {}, h('th', { scope: 'row' }, name), h('td', { align: 'right' }, text)),
  );
  return h('table', {}, h('tbody', {}, ...rows));
}

function printDate(label: string, { code, locale = code }: TextLanguage): string {
  return isPartialDate(label) ? formatCalendarDate(label, locale) : label;
}

/** A short unit follows every number; a long one is in the caption. */
function isShort(unit: string): boolean {
  return unit.length <= 4;
}

function printNumber(
  value: number,
  decimals: number,
  unit: string | undefined,
  { code, locale = code }: TextLanguage,
): string {
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  const number = new Intl.NumberFormat(locale, digits).format(value).replace('-', '−');
  if (unit === undefined || !isShort(unit)) return number;
  if (unit === '%') return `${number}%`;
  const [, currency = '', rest = ''] = /^(\p{Sc}?)(.*)$/u.exec(unit) ?? [];
  if (currency === '') return `${number}\u00a0${rest}`;
  return `${number.replace(/\d/, (digit) => `${currency}${digit}`)}${rest}`;
}
