import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysMeantBy } from '../../src/languages/date-forms.ts';
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
