import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareMoments, isDay, isPartialDate, parseMoment } from '../../src/brief/moment.ts';

describe('a moment', () => {
  it.each([
    ['2025-09-18', 'Etc/UTC', '2025-09-18T00:00:00+00:00'],
    ['2025-09-18', 'Europe/Berlin', '2025-09-18T00:00:00+02:00'],
    ['2025-12-18', 'Europe/Berlin', '2025-12-18T00:00:00+01:00'],
    ['2025-09-18T09:00:00+08:00', 'Europe/Berlin', '2025-09-18T03:00:00+02:00'],
    ['2025-09-18 09:00+0800', 'Europe/Berlin', '2025-09-18T03:00:00+02:00'],
    ['2025-09-18T01:00Z', 'Asia/Shanghai', '2025-09-18T09:00:00+08:00'],
    ['2025-09-18T09:00', 'Asia/Kolkata', '2025-09-18T09:00:00+05:30'],
    ['2025-09-18T09:00:00.999Z', 'Etc/UTC', '2025-09-18T09:00:00+00:00'],
    ['2024-02-29', 'Etc/UTC', '2024-02-29T00:00:00+00:00'],
    // 02:30 is skipped in spring (the later time counts) and occurs twice in autumn (the first counts).
    ['2025-03-30T02:30', 'Europe/Berlin', '2025-03-30T03:30:00+02:00'],
    ['2025-10-26T02:30', 'Europe/Berlin', '2025-10-26T02:30:00+02:00'],
    ['2025-10-26T02:30+01:00', 'Europe/Berlin', '2025-10-26T02:30:00+01:00'],
    // Midnight is skipped.
    ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T01:00:00-02:00'],
  ])('%j in %s is %s', (text, timeZone, moment) => {
    expect(parseMoment(text, timeZone)).toBe(moment);
  });

  it.each([
    '',
    'now',
    '2025-02-29',
    '2025-02-29T10:00Z',
    '2025-13-01',
    '2025-00-10',
    '2025-04-31',
    '2025-9-8',
    '25-09-18',
    '18/09/2025',
    '2025-09-18T25:00',
    '2025-09-18T24:00Z',
    '2025-09-18T10:60',
    '2025-09-18T10',
    '2025-09-18T10:00+25:00',
    '2025-09-18Z',
    ' 2025-09-18',
    '2025-09-18\n',
    '2025-09-18T10:00[Europe/Berlin]',
  ])('%j is invalid', (text) => {
    expect(parseMoment(text, 'Europe/Berlin')).toBeUndefined();
  });

  it('is compared as an instant, with any offset', () => {
    expect(compareMoments('2025-09-18T09:00:00+08:00', '2025-09-18T01:00:00+00:00')).toBe(0);
    expect(compareMoments('2025-09-18T09:00:00+08:00', '2025-09-18T02:00:00+00:00')).toBeLessThan(0);
  });

  it('compares with another as the instants that both stand for', () => {
    const zone = fc.constantFrom('Etc/UTC', 'Europe/Berlin', 'Asia/Kolkata', 'America/St_Johns');
    const second = fc.date({ min: new Date('1970-01-01'), max: new Date('9998-01-01'), noInvalidDate: true });
    const moment = fc
      .tuple(second, zone)
      .map(([date, timeZone]) => parseMoment(`${date.toISOString().slice(0, 19)}Z`, timeZone) ?? '');
    fc.assert(
      fc.property(moment, moment, (one, other) => {
        expect(Math.sign(compareMoments(one, other))).toBe(Math.sign(Date.parse(one) - Date.parse(other)));
      }),
    );
  });
});

describe('a calendar date', () => {
  it.each([
    ['2025-09-18', true, true],
    ['2024-02-29', true, true],
    ['2025-02-29', false, false],
    ['2025-09', false, true],
    ['2025', false, true],
    ['2025-13', false, false],
    ['2025-00', false, false],
    ['2025-9', false, false],
    ['2025-09-18T10:00', false, false],
    ['', false, false],
  ])('%j is a day: %s, a date: %s', (text, day, date) => {
    expect(isDay(text)).toBe(day);
    expect(isPartialDate(text)).toBe(date);
  });
});
