import { describe, expect, test } from 'vitest';
import {
  dayIn,
  formatCalendarDate,
  formatDay,
  formatDays,
  formatDayOfMonth,
  formatMonthName,
  newestChange,
  newestMoment,
} from '../../src/brief/dates.ts';

describe('a day', () => {
  test.each([
    { moment: '2025-09-18T09:00:00+08:00', language: 'en', zone: 'Etc/UTC', day: '18 September 2025' },
    { moment: '2025-09-18T01:00:00+08:00', language: 'en', zone: 'Etc/UTC', day: '17 September 2025' },
    { moment: '2025-09-18T09:00:00+08:00', language: 'en-US', zone: 'Etc/UTC', day: 'September 18, 2025' },
    { moment: '2025-09-18T09:00:00+08:00', language: 'de', zone: 'Etc/UTC', day: '18. September 2025' },
    { moment: '2025-09-18T09:00:00+08:00', language: 'ja', zone: 'Asia/Tokyo', day: '2025年9月18日' },
    { moment: '2027-05-01T09:00:00Z', language: 'fr', zone: 'Etc/UTC', day: '1er mai 2027' },
    { moment: '2027-05-11T09:00:00Z', language: 'fr-CA', zone: 'Etc/UTC', day: '11 mai 2027' },
    // Half an hour before and after the midnight on which summer time ends in Berlin.
    { moment: '2025-10-25T21:30:00Z', language: 'en', zone: 'Europe/Berlin', day: '25 October 2025' },
    { moment: '2025-10-25T22:30:00Z', language: 'en', zone: 'Europe/Berlin', day: '26 October 2025' },
  ])('$moment in $zone reads "$day" in $language', ({ moment, language, zone, day }) => {
    expect(formatDay(moment, language, zone)).toBe(day);
  });

  test('of a moment is the day it has in the time zone asked for', () => {
    expect(dayIn('2025-09-18T09:30:00+08:00', 'America/New_York')).toBe('2025-09-17');
  });
});

test('the first of a month is an ordinal in French, in a range and as a calendar date too', () => {
  const days = formatDays('2027-05-01T09:00:00Z', '2027-06-01T09:00:00Z', 'fr', 'Etc/UTC');
  expect(days.replaceAll(/\s*–\s*/g, '–')).toBe('1er mai–1er juin 2027');
  expect(formatCalendarDate('2027-05-01', 'fr')).toBe('1er mai 2027');
  expect(formatCalendarDate('2027-01', 'fr')).toBe('janvier 2027');
});

test.each([
  { to: '2025-09-18T12:00:00Z', language: 'en', days: '18 September 2025' },
  { to: '2025-09-20T12:00:00Z', language: 'en', days: '18–20 September 2025' },
  { to: '2025-11-20T12:00:00Z', language: 'de', days: '18. September–20. November 2025' },
])('the days to $to read "$days" in $language', ({ to, language, days }) => {
  const text = formatDays('2025-09-18T09:00:00Z', to, language, 'Etc/UTC');
  // The spaces around the dash differ between CLDR versions.
  expect(text.replaceAll(/\s*–\s*/g, '–')).toBe(days);
});

test.each([
  { date: '2025', language: 'en', text: '2025' },
  { date: '2025-09', language: 'en', text: 'September 2025' },
  { date: '2025-09-01', language: 'en', text: '1 September 2025' },
  { date: '2025-09', language: 'zh', text: '2025年9月' },
])('the date $date is printed as exactly as it was given: $text', ({ date, language, text }) => {
  expect(formatCalendarDate(date, language)).toBe(text);
});

test.each([
  { date: '2025-09-01', language: 'en', month: 'September', day: '1' },
  { date: '2025-12-31', language: 'es', month: 'diciembre', day: '31' },
  { date: '2025-12-31', language: 'ja', month: '12月', day: '31日' },
])('of the date $date stand alone "$month" and "$day"', ({ date, language, month, day }) => {
  expect(formatMonthName(date, language)).toBe(month);
  expect(formatMonthName(date.slice(0, 7), language)).toBe(month);
  expect(formatDayOfMonth(date, language)).toBe(day);
});

describe('the newest change', () => {
  const date = '2025-09-18T09:00:00+02:00';
  const correction = (moment: string) => ({ date: moment, note: 'A figure was wrong.' });
  test.each([
    { what: 'the date alone', corrections: [], newest: date },
    {
      what: 'an update',
      updated: '2025-09-19T09:00:00+02:00',
      corrections: [],
      newest: '2025-09-19T09:00:00+02:00',
    },
    {
      what: 'the later of two corrections, after the update',
      updated: '2025-09-19T09:00:00+02:00',
      corrections: [correction('2025-10-30T00:00:00+01:00'), correction('2025-09-20T00:00:00+02:00')],
      newest: '2025-10-30T00:00:00+01:00',
    },
    {
      what: 'an update after the correction',
      updated: '2025-11-01T09:00:00+01:00',
      corrections: [correction('2025-10-30T00:00:00+01:00')],
      newest: '2025-11-01T09:00:00+01:00',
    },
  ])('is $what', ({ updated, corrections, newest }) => {
    expect(newestChange({ date, corrections, ...(updated !== undefined && { updated }) })).toBe(newest);
  });

  test('is compared as an instant, not as text', () => {
    const earlier = '2025-09-18T09:00:00+02:00';
    const later = '2025-09-18T08:30:00+01:00';
    expect(newestMoment([earlier, later])).toBe(later);
    expect(newestMoment([])).toBeUndefined();
  });
});
