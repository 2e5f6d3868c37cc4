import type { Day } from '../brief/brief.ts';
import { languages } from './languages.ts';
import { isDay } from '../brief/moment.ts';

/**
 * The days that a date in another form than ISO 8601 can mean: one for "September 18, 2025" in any of the site's
 * languages, "30/11/2026" or "2025年9月18日", two for "03/04/2026", none for what is no date.
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
  // A sentence that holds a date is no date: beside the three parts only ordinals, "de" and the like.
  const others = words.length - numbers.length - months.length;
  if (months.length !== 1 || numbers.length !== 2 || others > 2) return [];
  return days([year, String(months[0]), day]);
}

function days(...dates: (readonly (string | undefined)[])[]): Day[] {
  const spelled = dates.map((parts) => parts.map((part = '') => part.padStart(2, '0')).join('-'));
  return [...new Set(spelled)].filter(isDay);
}

/** The month that a word names in one of the site's languages, in full or shortened; from 1. */
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
      // Digits alone, as Chinese and Japanese have them, name no month.
      .filter((name) => /^\p{L}[\p{L}\p{M}]*$/u.test(name)),
  );
}
