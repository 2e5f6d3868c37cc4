import type { Day, Moment } from './brief.ts';

const isoMoment = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(Z|[+-]\d{2}:?\d{2})?)?$/;

/**
 * An ISO 8601 date or date and time as an instant with the offset of `timeZone`, to the second. A date alone means
 * 00:00 there, and so does a time without an offset; never the machine's own zone. Undefined if it is no such date.
 */
export function parseMoment(text: string, timeZone: string): Moment | undefined {
  const [matched, day = '', time = '00:00', offset] = isoMoment.exec(text) ?? [];
  if (matched === undefined) return undefined;
  try {
    const zoned = offset
      ? Temporal.Instant.from(`${day}T${time}${offset}`).toZonedDateTimeISO(timeZone)
      : Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(timeZone);
    return zoned.toString({ timeZoneName: 'never', smallestUnit: 'second' });
  } catch {
    return undefined;
  }
}

/** Whether the text is a calendar day, `YYYY-MM-DD`, that exists. */
export function isDay(text: string): text is Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text).toString() === text;
  } catch {
    return false;
  }
}

/** Whether the text is a year, a month or a day that exists: sources are dated as exactly as they say. */
export function isPartialDate(text: string): boolean {
  return /^\d{4}(?:-(?:0[1-9]|1[0-2]))?$/.test(text) || isDay(text);
}

/** Negative, zero or positive, as for sorting; offsets do not matter. */
export function compareMoments(a: Moment, b: Moment): number {
  return Date.parse(a) - Date.parse(b);
}
