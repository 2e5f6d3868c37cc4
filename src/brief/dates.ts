import type { Day, Listing, Moment } from './brief.ts';
import { compareMoments } from './moment.ts';

/** The day of a moment in a time zone, as the language writes it in full: "18 September 2025". */
export function formatDay(moment: Moment, language: string, timeZone: string): string {
  return longDays(`${localeOf(language)} ${timeZone}`).format(Date.parse(moment));
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** A format takes a hundred times longer to make than to use; the key is a locale and a time zone. */
function longDays(key: string): Intl.DateTimeFormat {
  const known = formats.get(key);
  if (known) return known;
  const [locale, timeZone] = key.split(' ');
  const made = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone });
  formats.set(key, made);
  return made;
}

/** A date that belongs to no time zone, as exact as it was given: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export function formatCalendarDate(date: string, language: string): string {
  const [, month, day] = date.split('-');
  const style: Intl.DateTimeFormatOptions =
    day !== undefined
      ? { dateStyle: 'long' }
      : month !== undefined
        ? { year: 'numeric', month: 'long' }
        : { year: 'numeric' };
  // ECMA-262 reads a date alone as midnight UTC.
  return new Intl.DateTimeFormat(localeOf(language), { ...style, timeZone: 'UTC' }).format(Date.parse(date));
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
  return language === 'en' ? 'en-GB' : language;
}
