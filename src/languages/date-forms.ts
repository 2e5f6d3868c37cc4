import type { Day } from '../brief/moment.ts';
import { languages } from './languages.ts';
import { isDay } from '../brief/moment.ts';

/**
 * The days that a date not in ISO 8601 can mean: one for "September 18, 2025" in any language of the site, "30/11/2026"
 * or "2025年9月18日"; two for "03/04/2026"; none for other text.
 */
export function daysMeantBy(text: string): readonly Day[] {
  const date = text.trim().toLowerCase();
  const yearFirst = /^(\d{4})\s*[-/.年년]?\s*(\d{1,2})\s*[-/.月월]?\s*(\d{1,2})\s*[日일]?$/.exec(date);
  if (yearFirst) return days([yearFirst[1], yearFirst[2], yearFirst[3]]);
  const yearLast = /^(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4})$/.exec(date);
  if (yearLast) {
    const [, one, other, year] = yearLast;
    return days([year, other, one], [year, one, other]);
  }
  const words = date.match(/\p{L}[\p{L}\p{M}]*|\d+/gu) ?? [];
  const months = words.map(monthNamed).filter((month) => month !== undefined);
  const numbers = words.filter((word) => /^\d+$/.test(word));
  const year = numbers.find((number) => number.length === 4);
  const day = numbers.find((number) => number.length <= 2);
  // A sentence with a date is not a date: only ordinals, "de" and similar words may accompany the three parts.
  const others = words.length - numbers.length - months.length;
  if (months.length !== 1 || numbers.length !== 2 || others > 2) return [];
  return days([year, String(months[0]), day]);
}

/**
 * Does the same for a date with a time, as ISO 8601 with its offset if it has one: "11/30/2026 10:00", "Mon, 30 Nov 2026
 * 10:00:00 +0100". None for time zone abbreviations, which are ambiguous.
 */
export function momentsMeantBy(text: string): readonly string[] {
  if (text.length > maxDateLength) return [];
  const count = /^\d{10}$|^\d{13}$/.exec(text.trim());
  if (count) return momentsOfCount(count[0]);
  const clock = clockForms.map((form) => form.exec(text)).find((found) => found !== null);
  if (!clock) return daysMeantBy(text);
  const time = timeOf(clock);
  const before = text.slice(0, clock.index);
  const after = text.slice(clock.index + clock[0].length).replace(/\([^()]*\)/g, ' ');
  const [zone, sign, hours = '', minutes = ''] = zoneForm.exec(after) ?? [];
  const rest = `${before} ${zone === undefined ? after : after.slice(zone.length)}`;
  if (time === undefined || (sign === undefined && /\b(?!AM\b|PM\b)[A-Z]{3,5}\b/.test(rest))) return [];
  const offset = sign === undefined ? (zone === undefined ? '' : 'Z') : `${sign}${hours.padStart(2, '0')}:${minutes}`; // prettier-ignore
  return daysMeantBy(rest.replace(connecting, ' ')).map((day) => `${day}T${time}${offset}`);
}

/** Characters of a date with everything that programs append. */
const maxDateLength = 100;

/** Hours, minutes, seconds, and AM or PM. */
const clockForms = [
  /(?<=\d)T(\d{2})(\d{2})(\d{2})?(?!\d)/i,
  /(?<![\d.:/-])(\d{1,2}) ?[:：] ?(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?(?:\s?([ap])\.?m\b\.?)?/i,
  /(?<![\d.:/-])(\d{1,2}) ?[h時时点點시](?: ?(\d{2}) ?(?:min|[分분])?)?(?![\p{L}\d])/iu,
  /(?<![\d.:/-])(\d{1,2})\.(\d{2})(?![\d.])/,
  /(?<![\d.:/-])(\d{1,2})()()\s?([ap])\.?m\b\.?/i,
];

/** "Z", "UTC", "GMT+0100", "+1:00" */
const zoneForm =
  /^\s*(?:(?:Z|UTC|GMT)\b\s*)?([+-])(\d{1,2}):?(\d{2})(?:\s+[A-Z]{3,5})?\b|^\s*(?:Z|UTC|GMT)\b/i;

/** Text between a date and its time. */
const connecting = /[,;T]?\s+(?:at|um|à|a las|às|alle(?: ore)?)?(?=\s|$)|[,;]\s*$|\buhr\b/giu;

function timeOf([, hours = '', minutes, seconds, half]: RegExpExecArray): string | undefined {
  const hour = half ? (Number(hours) % 12) + (/p/i.test(half) ? 12 : 0) : Number(hours);
  const parts = [String(hour), minutes || '00', ...(seconds ? [seconds] : [])];
  const exists = hour < 24 && parts.slice(1).every((part) => Number(part) < 60);
  return exists ? parts.map((part) => part.padStart(2, '0')).join(':') : undefined;
}

/** Unix timestamps of this century, in seconds or milliseconds. */
function momentsOfCount(count: string): string[] {
  const milliseconds = Number(count.padEnd(13, '0'));
  const isOfThisCentury = milliseconds > Date.UTC(2000) && milliseconds < Date.UTC(2100);
  return isOfThisCentury ? [`${new Date(milliseconds).toISOString().slice(0, 19)}Z`] : [];
}

function days(...dates: (readonly (string | undefined)[])[]): Day[] {
  const spelled = dates.map((parts) => parts.map((part = '') => part.padStart(2, '0')).join('-'));
  return [...new Set(spelled)].filter(isDay);
}

/** The month with this name or abbreviation in any language of the site; from 1. */
function monthNamed(word: string): number | undefined {
  monthNames ??= new Map(
    languages.flatMap(({ code }) =>
      Array.from({ length: 12 }, (_, month) => namesOf(code, month)).flatMap((names, month) =>
        names.map((name) => [name, month + 1] as const),
      ),
    ),
  );
  return monthNames.get(word);
}

let monthNames: ReadonlyMap<string, number> | undefined;

function namesOf(language: string, month: number): string[] {
  const first = Date.UTC(2025, month, 1);
  const styles = [{ month: 'long' }, { month: 'short' }, { month: 'long', day: 'numeric' }] as const;
  return styles.flatMap((style) =>
    new Intl.DateTimeFormat(language, { ...style, timeZone: 'UTC' })
      .formatToParts(first)
      .filter(({ type }) => type === 'month')
      .map(({ value }) => value.toLowerCase().replace(/\.$/, ''))
      // Excludes names made of digits, as in Chinese and Japanese.
      .filter((name) => /^\p{L}[\p{L}\p{M}]*$/u.test(name)),
  );
}
