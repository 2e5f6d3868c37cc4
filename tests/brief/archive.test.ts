import { expect, test } from 'vitest';
import { archiveDay, archiveOf } from '../../src/brief/archive.ts';
import { parseMoment } from '../../src/brief/moment.ts';

const dated = (date: string) => ({ date });

test('an archive has the newest year, month and brief first, and counts', () => {
  const briefs = [
    '2024-12-31T09:00:00+00:00',
    '2025-02-01T09:00:00+00:00',
    '2025-01-31T08:00:00+00:00',
    '2025-01-31T09:00:00+00:00',
  ].map(dated);
  expect(archiveOf(briefs)).toEqual([
    {
      year: 2025,
      count: 3,
      months: [
        { month: '2025-02', briefs: [briefs[1]] },
        { month: '2025-01', briefs: [briefs[3], briefs[2]] },
      ],
    },
    { year: 2024, count: 1, months: [{ month: '2024-12', briefs: [briefs[0]] }] },
  ]);
});

test('an archive of nothing has no year', () => {
  expect(archiveOf([])).toEqual([]);
});

test.each([
  // Half an hour before and after the new year in the easternmost and westernmost time zones.
  { written: '2025-12-31T22:30:00Z', zone: 'Europe/Berlin', year: 2025, month: '2025-12', day: '2025-12-31' },
  { written: '2025-12-31T23:30:00Z', zone: 'Europe/Berlin', year: 2026, month: '2026-01', day: '2026-01-01' },
  {
    written: '2025-12-31T09:30:00Z',
    zone: 'Pacific/Kiritimati',
    year: 2025,
    month: '2025-12',
    day: '2025-12-31',
  },
  {
    written: '2025-12-31T10:30:00Z',
    zone: 'Pacific/Kiritimati',
    year: 2026,
    month: '2026-01',
    day: '2026-01-01',
  },
  {
    written: '2026-01-01T10:30:00Z',
    zone: 'Pacific/Pago_Pago',
    year: 2025,
    month: '2025-12',
    day: '2025-12-31',
  },
  { written: '2025-03-01', zone: 'America/New_York', year: 2025, month: '2025-03', day: '2025-03-01' },
])('$written in $zone stands under $day', ({ written, zone, year, month, day }) => {
  const brief = dated(parseMoment(written, zone) ?? '');
  expect(archiveOf([brief])).toEqual([{ year, count: 1, months: [{ month, briefs: [brief] }] }]);
  expect(archiveDay(brief)).toBe(day);
});

test('briefs are in the order of their instants in the hour that comes twice', () => {
  const [summer, winter] = ['2025-10-26T02:50:00+02:00', '2025-10-26T02:10:00+01:00'].map(dated);
  if (!summer || !winter) throw new Error('There are two.');
  expect(archiveOf([summer, winter])[0]?.months[0]?.briefs).toEqual([winter, summer]);
});
