import type { Day, Listing, Moment } from './brief.ts';
import { compareMoments } from './moment.ts';

/** The day of a moment in a time zone, as the language writes it in full: "18 September 2025". */
export function formatDay(moment: Moment, language: string, timeZone: string): string {
  return formatFor(localeOf(language), 'day', timeZone).format(Date.parse(moment));
}

/** The days from one moment to another, as the language writes such a span; one day alone if they are the same. */
export function formatDays(from: Moment, to: Moment, language: string, timeZone: string): string {
  return formatFor(localeOf(language), 'day', timeZone).formatRange(Date.parse(from), Date.parse(to));
}

const styles = {
  day: { dateStyle: 'long' },
  month: { year: 'numeric', month: 'long' },
  year: { year: 'numeric' },
  monthName: { month: 'long' },
  dayOfMonth: { day: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

const formats = new Map<string, Intl.DateTimeFormat>();

/** A format takes a hundred times longer to make than to use. */
function formatFor(locale: string, style: keyof typeof styles, timeZone: string): Intl.DateTimeFormat {
  const key = `${locale} ${style} ${timeZone}`;
  const made = formats.get(key) ?? new Intl.DateTimeFormat(locale, { ...styles[style], timeZone });
  formats.set(key, made);
  return made;
}

/** A date that belongs to no time zone, as exact as it was given: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export function formatCalendarDate(date: string, language: string): string {
  const [, month, day] = date.split('-');
  const style = day !== undefined ? 'day' : month !== undefined ? 'month' : 'year';
  // ECMA-262 reads a date alone as midnight UTC.
  return formatFor(localeOf(language), style, 'UTC').format(Date.parse(date));
}

/** The month of a calendar date by its name alone, for where the year is known: "September". */
export function formatMonthName(date: string, language: string): string {
  return formatFor(localeOf(language), 'monthName', 'UTC').format(Date.parse(date));
}

/** The day of a calendar date alone, for where its month is known: "18", in Japanese "18日". */
export function formatDayOfMonth(date: Day, language: string): string {
  return formatFor(localeOf(language), 'dayOfMonth', 'UTC').format(Date.parse(date));
}

/** The calendar day of a moment in a time zone. */
export function dayIn(moment: Moment, timeZone: string): Day {
  return Temporal.Instant.from(moment).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/** A moment as the newsroom reads it, in the publication's time zone: "2025-09-18 09:00". */
export function minuteOf(moment: Moment): string {
  return moment.slice(0, 16).replace('T', ' ');
}

/** When a brief last changed for its readers: published, updated or corrected, whichever came last. */
export function newestChange(listing: Pick<Listing, 'date' | 'updated' | 'corrections'>): Moment {
  const later = [listing.updated ?? listing.date, ...listing.corrections.map(({ date }) => date)];
  return later.reduce(newer, listing.date);
}

/** The last of some moments; nothing if there are none. */
export function newestMoment(moments: readonly Moment[]): Moment | undefined {
  return moments.length === 0 ? undefined : moments.reduce(newer);
}

function newer(one: Moment, other: Moment): Moment {
  return compareMoments(one, other) < 0 ? other : one;
}

/** CLDR's plain `en` puts the month first, as only the U.S. does; the rest of the world reads day, month, year. */
function localeOf(language: string): string {
  return language.toLowerCase() === 'en' ? 'en-GB' : language;
}
