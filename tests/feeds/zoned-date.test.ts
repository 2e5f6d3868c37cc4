import { expect, test } from 'vitest';
import { ZonedDate } from '../../src/feeds/zoned-date.ts';

test.each([
  ['2025-10-28T00:00:00+01:00', 'Tue, 28 Oct 2025 00:00:00 +0100'],
  ['2025-10-25T23:30:00-07:00', 'Sat, 25 Oct 2025 23:30:00 -0700'],
  ['2025-12-31T23:59:59+00:00', 'Wed, 31 Dec 2025 23:59:59 +0000'],
  ['2026-01-01T05:45:00+05:45', 'Thu, 01 Jan 2026 05:45:00 +0545'],
])('%s is the same instant, written as it stands: %s', (moment, mail) => {
  const date = new ZonedDate(moment);
  expect([date.toISOString(), date.toUTCString()]).toEqual([moment, mail]);
  expect(date.getTime()).toBe(Date.parse(moment));
  expect(Date.parse(mail)).toBe(Date.parse(moment));
});
