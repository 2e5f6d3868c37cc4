import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysMeantBy, momentsMeantBy } from '../../src/languages/date-forms.ts';
import { parseMoment } from '../../src/brief/moment.ts';
import { languages } from '../../src/languages/languages.ts';

describe('a date in another form than ISO 8601', () => {
  test.each([
    ['30/11/2026', ['2026-11-30']],
    ['11/30/2026', ['2026-11-30']],
    ['03/04/2026', ['2026-04-03', '2026-03-04']],
    ['04.04.2026', ['2026-04-04']],
    ['September 18, 2025', ['2025-09-18']],
    ['Sept. 18th, 2025', ['2025-09-18']],
    ['18. September 2025', ['2025-09-18']],
    ['18 de septiembre de 2025', ['2025-09-18']],
    ['1er août 2025', ['2025-08-01']],
    ['2025/9/18', ['2025-09-18']],
    ['20250918', ['2025-09-18']],
    ['2025年9月18日', ['2025-09-18']],
    ['31/02/2026', []],
    ['2025', []],
    ['May 2025', []],
    ['The bill of 18 September 2025 was small', []],
    ['<script>', []],
    ['', []],
  ])('%j means %j', (text, days) => {
    expect(daysMeantBy(text)).toEqual(days);
  });

  test.each(languages.map(({ code }) => code))('is read as %s writes it in full', (language) => {
    const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }),
        (date) => {
          expect(daysMeantBy(format.format(date))).toEqual([date.toISOString().slice(0, 10)]);
        },
      ),
    );
  });

  test('is read in no time, however long it is', () => {
    expect(daysMeantBy('1/'.repeat(100_000))).toEqual([]);
    expect(daysMeantBy('May '.repeat(100_000))).toEqual([]);
  });
});

describe('a date with its time in another form', () => {
  test.each([
    ['11/30/2026 10:00', ['2026-11-30T10:00']],
    ['03/04/2026 10:00', ['2026-04-03T10:00', '2026-03-04T10:00']],
    ['10:00 30/11/2026', ['2026-11-30T10:00']],
    ['30.11.2026, 10:00 Uhr', ['2026-11-30T10:00']],
    ['30.11.2026 10.30 Uhr', ['2026-11-30T10:30']],
    ['November 30, 2026 at 10am', ['2026-11-30T10:00']],
    ['Nov 30, 2026 10:00 PM', ['2026-11-30T22:00']],
    ['12:30 a.m. 30/11/2026', ['2026-11-30T00:30']],
    ['30 novembre 2026 à 10 h 30', ['2026-11-30T10:30']],
    ['30 de noviembre de 2026 a las 10:00', ['2026-11-30T10:00']],
    ['2026年11月30日 10時00分', ['2026-11-30T10:00']],
    ['2026-11-30 9:00', ['2026-11-30T09:00']],
    ['2026-11-30t9:00:00z', ['2026-11-30T09:00:00Z']],
    ['2026-11-30 10:00:00 +0100', ['2026-11-30T10:00:00+01:00']],
    ['2026-11-30T10:00:00.000+0100', ['2026-11-30T10:00:00+01:00']],
    ['20261130T100000Z', ['2026-11-30T10:00:00Z']],
    ['Mon, 30 Nov 2026 10:00:00 GMT', ['2026-11-30T10:00:00Z']],
    ['Mon Nov 30 10:00:00 UTC 2026', ['2026-11-30T10:00:00Z']],
    ['Mon Nov 30 2026 10:00:00 GMT+0100 (Central European Standard Time)', ['2026-11-30T10:00:00+01:00']],
    ['1796032800', ['2026-11-30T10:00:00Z']],
    ['30/11/2026', ['2026-11-30']],
    ['2026-11-30 10:00 CST', []],
    ['2026-11-30 25:00', []],
    ['2026-11-31 10:00', []],
    ['soon at 10:00', []],
    ['10:00', []],
  ])('%j means %j', (text, moments) => {
    expect(momentsMeantBy(text)).toEqual(moments);
  });

  test.each(languages.map(({ code }) => code))('is read as %s writes it, and is a date', (language) => {
    const format = new Intl.DateTimeFormat(language, {
      dateStyle: 'long',
      timeStyle: 'medium',
      hour12: false,
      timeZone: 'UTC',
    });
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }),
        (date) => {
          const [moment = '', ...others] = momentsMeantBy(format.format(date));
          expect(others).toEqual([]);
          expect(parseMoment(moment, 'Etc/UTC')).toBe(`${date.toISOString().slice(0, 19)}+00:00`);
        },
      ),
    );
  });
});
