import type { Day, Moment } from './moment.ts';
import type { Listing } from './brief.ts';
import { compareMoments } from './moment.ts';

/** The day of a moment in a time zone, in full: "18 September 2025". */
export function formatDay(moment: Moment, language: string, timeZone: string): string {
  const parts = formatFor(localeOf(language), 'day', timeZone).formatToParts(Date.parse(moment));
  return joinParts(parts, language);
}

/** A range of days in the language's format, or a single day. */
export function formatDays(from: Moment, to: Moment, language: string, timeZone: string): string {
  const format = formatFor(localeOf(language), 'day', timeZone);
  return joinParts(format.formatRangeToParts(Date.parse(from), Date.parse(to)), language);
}

/** CLDR has no ordinals: in French the first of a month is "1er mai". */
function joinParts(parts: readonly Intl.DateTimeFormatPart[], language: string): string {
  const isFrench = /^fr(?:-|$)/i.test(language);
  return parts.map(({ type, value }) => (isFrench && type === 'day' && value === '1' ? '1er' : value)).join(''); // prettier-ignore
}

const styles = {
  day: { dateStyle: 'long' },
  month: { year: 'numeric', month: 'long' },
  year: { year: 'numeric' },
  monthName: { month: 'long' },
  dayOfMonth: { day: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Cached, since creating a format takes a hundred times longer than using it. */
function formatFor(locale: string, style: keyof typeof styles, timeZone: string): Intl.DateTimeFormat {
  const key = `${locale} ${style} ${timeZone}`;
  const made = formats.get(key) ?? new Intl.DateTimeFormat(locale, { ...styles[style], timeZone });
  formats.set(key, made);
  return made;
}

/** A date without a time zone in its given precision: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export function formatCalendarDate(date: string, language: string): string {
  const [, month, day] = date.split('-');
  const style = day !== undefined ? 'day' : month !== undefined ? 'month' : 'year';
  // ECMA-262 parses a date without a time as midnight UTC.
  return joinParts(formatFor(localeOf(language), style, 'UTC').formatToParts(Date.parse(date)), language);
}

/** The month name of a calendar date: "September". */
export function formatMonthName(date: string, language: string): string {
  return formatFor(localeOf(language), 'monthName', 'UTC').format(Date.parse(date));
}

/** The day of the month of a calendar date: "18", in Japanese "18日". */
export function formatDayOfMonth(date: Day, language: string): string {
  return formatFor(localeOf(language), 'dayOfMonth', 'UTC').format(Date.parse(date));
}

export function dayIn(moment: Moment, timeZone: string): Day {
  return Temporal.Instant.from(moment).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/** A moment for editors, in the publication's time zone: "2025-09-18 09:00". */
export function minuteOf(moment: Moment): string {
  return moment.slice(0, 16).replace('T', ' ');
}

/** When a brief last changed: published, updated or corrected. */
export function newestChange(listing: Pick<Listing, 'date' | 'updated' | 'corrections'>): Moment {
  const later = [listing.updated ?? listing.date, ...listing.corrections.map(({ date }) => date)];
  return later.reduce(newer, listing.date);
}

/** The latest moment; undefined if there are none. */
export function newestMoment(moments: readonly Moment[]): Moment | undefined {
  return moments.length === 0 ? undefined : moments.reduce(newer);
}

function newer(one: Moment, other: Moment): Moment {
  return compareMoments(one, other) < 0 ? other : one;
}

/** CLDR's `en` is American and puts the month first; other English-speaking countries start with the day. */
function localeOf(language: string): string {
  return language.toLowerCase() === 'en' ? 'en-GB' : language;
}
