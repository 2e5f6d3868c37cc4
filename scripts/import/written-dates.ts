import { languages } from '../../src/languages/languages.ts';
import { parseMoment } from '../../src/brief/moment.ts';

/** A date read from words: ISO 8601, or the two days that it may mean. */
export type WrittenDate = { readonly date: string } | { readonly either: readonly [string, string] };

/**
 * Reads "September 18, 2025", "18. September 2025", "2025年9月18日" and "30/11/2026" in every language of the site. With
 * two numbers up to twelve, nobody can know which is the month.
 */
export function readWrittenDate(given: string): WrittenDate | undefined {
  const text = latinDigits(given)
    .replace(/[\u200e\u200f\u061c]/g, '')
    .replace(/(?<=\d)(?:st|nd|rd|th|er|º|ª|°)(?!\p{L})/giu, '')
    .trim();
  const [, year, month, day] =
    /^(?:\p{L}+,? )?(\d{4})\s*[年/.년-]\s*(\d{1,2})\s*[月/.월-]\s*(\d{1,2})\s*[日일]?(?!\d)/u.exec(text) ??
    [];
  if (year !== undefined) return dateOf(Number(year), Number(month), Number(day));
  const [, first = '', separator, second = '', third = ''] =
    /^(?:\p{L}+\.?,? )?(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?!\d)/u.exec(text) ?? [];
  if (third !== '') return fromNumbers(Number(first), Number(second), Number(third), separator === '.');
  return fromWords(text);
}

function fromNumbers(
  first: number,
  second: number,
  year: number,
  isDotted: boolean,
): WrittenDate | undefined {
  const [dayFirst, monthFirst] = [dateOf(year, second, first), dateOf(year, first, second)];
  // Only day and month are separated by full stops.
  if (isDotted || first === second || !monthFirst) return dayFirst;
  if (!dayFirst) return monthFirst;
  return { either: [dayFirst.date, monthFirst.date] };
}

function fromWords(text: string): WrittenDate | undefined {
  const words = text
    .toLowerCase()
    .normalize('NFC')
    .replace(/[.,،]/g, ' ')
    .split(/\s+/)
    .filter((word) => word !== '');
  const year = words.find((word) => /^(?:19|20)\d\d$/.test(word));
  const day = words.find((word) => /^\d{1,2}$/.test(word));
  const month = words.map((word) => months.get(word)).find((found) => found !== undefined);
  if (year === undefined || day === undefined || month === undefined || words.length > maxWords)
    return undefined;
  return dateOf(Number(year), month, Number(day));
}

/** "Thursday, the 18th of September, 2025, at 10:00 a.m. Eastern". */
const maxWords = 12;

function dateOf(year: number, month: number, day: number): { date: string } | undefined {
  const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return parseMoment(date, 'UTC') === undefined ? undefined : { date };
}

function latinDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u0966-\u096f\u06f0-\u06f9]/g, (digit) =>
    String(((digit.codePointAt(0) ?? 0) % 16) - (/[\u0966-\u096f]/.test(digit) ? 6 : 0)),
  );
}

const months = new Map(
  ['en-GB', 'en-US', 'pt-PT', ...languages.map(({ code }) => code)].flatMap((code) =>
    (['long', 'short'] as const).flatMap((form) => {
      const format = new Intl.DateTimeFormat(code, { day: 'numeric', month: form, timeZone: 'UTC' });
      return Array.from({ length: 12 }, (_, month): [string, number][] => {
        const date = new Date(Date.UTC(2026, month, 15));
        const name = format.formatToParts(date).find(({ type }) => type === 'month')?.value ?? '';
        const word = name.toLowerCase().normalize('NFC').replaceAll('.', '');
        return /^\d*$/.test(word) ? [] : [[word, month + 1]];
      }).flat();
    }),
  ),
);
months.set('sept', 9);
