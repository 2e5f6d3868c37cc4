import { expect, test } from 'vitest';
import { gatherCorrections, pageCorrections } from '../../src/brief/corrections.ts';
import { briefSample } from '../brief-sample.ts';

const correction = (date: string) => ({ date, note: `FixKind at ${date}.` });

test('corrections of all briefs are gathered as instants, the newest first, each with its brief', () => {
  const one = briefSample({
    slug: 'one',
    corrections: [correction('2025-10-26T02:50:00+02:00'), correction('2026-01-01T00:00:00+01:00')],
  });
  const two = briefSample({ slug: 'two', corrections: [correction('2025-10-26T02:10:00+01:00')] });
  const gathered = gatherCorrections([two, one, briefSample({ slug: 'three' })]);
  expect(gathered.map(({ date, brief: { slug } }) => [slug, date])).toEqual([
    ['one', '2026-01-01T00:00:00+01:00'],
    ['two', '2025-10-26T02:10:00+01:00'],
    ['one', '2025-10-26T02:50:00+02:00'],
  ]);
});

test.each([
  { count: 0, pages: [0] },
  { count: 100, pages: [100] },
  { count: 101, pages: [100, 1] },
])('$count corrections fill pages of $pages', ({ count, pages }) => {
  const corrections = Array.from({ length: count }, () => correction('2025-10-26T02:50:00+02:00'));
  expect(pageCorrections([briefSample({ corrections })]).map(({ length }) => length)).toEqual(pages);
});
