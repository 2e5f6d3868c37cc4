import * as z from 'zod';
import { countGraphemes } from '../../brief/segment.ts';

/** A value of a chart and its precision. */
export interface Point {
  readonly label: string;
  readonly value: number;
  /** Digits after the decimal point. */
  readonly decimals: number;
}

/** A number such as `0`, `-12` or `15.5`. */
export const numberAttribute = z
  .string()
  .trim()
  .regex(/^[-−]?\d+(?:\.\d+)?$/, { error: 'a number such as "0"' })
  .transform((text) => Number(text.replace('−', '-')));

const maxLabelLength = 28;
const max = 60;

/**
 * Parses `2019: 12, 2020: 15.5`. If the text has semicolons or line ends, these separate the values, and labels may
 * contain commas.
 */
export const seriesAttribute = z.string().transform((text, context): Point[] => {
  const parts = text
    .split(/[;\n]/.test(text) ? /[;\n]/ : ',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const points = parts.map(readPoint);
  const complaint = problemOf(text, parts, points);
  if (complaint !== undefined) {
    context.addIssue({ code: 'custom', message: complaint });
    return z.NEVER;
  }
  return points.filter((point) => point !== undefined);
});

function readPoint(part: string): Point | undefined {
  const [, label = '', sign, digits = ''] = /^(.*\S)\s*:\s*([-+−])?(\d+(?:\.\d+)?)$/.exec(part) ?? [];
  if (label === '') return undefined;
  const value = Number(digits) * (sign === '-' || sign === '−' ? -1 : 1);
  return { label, value, decimals: digits.split('.')[1]?.length ?? 0 };
}

function problemOf(
  text: string,
  parts: readonly string[],
  points: readonly (Point | undefined)[],
): string | undefined {
  const wrong = parts[points.indexOf(undefined)];
  if (wrong !== undefined && /\d,\d{3}(?!\d)/.test(text)) {
    return 'numbers without commas inside, such as "2020: 15000"';
  }
  if (wrong !== undefined) {
    return `a label, a colon and a number, such as "2020: 15.5", where it says "${wrong}"`;
  }
  if (points.length < 2 || points.length > max) {
    return `2 to ${max} values such as "2019: 12, 2020: 15.5"`;
  }
  const long = points.find((point) => point && countGraphemes(point.label) > maxLabelLength);
  if (long) return `labels of at most ${maxLabelLength} characters, where it says "${long.label}"`;
  const huge = points.find((point) => point && !(Math.abs(point.value) < 1e15));
  return huge ? `numbers below 10^15, where it says "${huge.label}"` : undefined;
}
