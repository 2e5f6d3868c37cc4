import { describe, expect, test } from 'vitest';
import { anchorsOf } from '../../src/markdown/anchors.ts';
import type { Expectation } from '../../src/brief/brief.ts';
import { dayIn } from '../../src/brief/dates.ts';
import { agendaOf, byName, expectationIds, tallyOf } from '../../src/brief/expectations.ts';
import { headingIds } from '../../src/markdown/heading-ids.ts';
import { parse } from '../../src/markdown/parse.ts';
import { briefSample, publicationSample } from '../brief-sample.ts';
import { briefText } from '../check/brief-text.ts';

const today = '2026-01-01';
const open = (by: string, text = by): Expectation => ({ by, expect: text });
const ended = (by: string, outcome: NonNullable<Expectation['outcome']> = 'happened'): Expectation => ({
  by,
  expect: by,
  outcome,
  note: 'So it was.',
});
const brief = (slug: string, ...watch: Expectation[]) => briefSample({ slug, title: slug, watch });
const agendaFor = (briefs: Parameters<typeof agendaOf>[0], day: string) =>
  agendaOf(briefs, byName(briefs), day);
const textsOf = (entries: readonly { expect: string }[]) => entries.map((entry) => entry.expect);

describe('an agenda', () => {
  test('has what is to come soonest first, what is overdue longest first, what has ended newest first', () => {
    const agenda = agendaFor(
      [
        brief('one', open('2027-01-01'), ended('2024-05-01'), open('2025-12-31')),
        brief('two', open('2026-06-30'), ended('2025-05-01', 'missed'), open('2025-02-01')),
      ],
      today,
    );
    expect(textsOf(agenda.upcoming)).toEqual(['2026-06-30', '2027-01-01']);
    expect(textsOf(agenda.overdue)).toEqual(['2025-02-01', '2025-12-31']);
    expect(textsOf(agenda.settled)).toEqual(['2025-05-01', '2024-05-01']);
  });

  test.each([
    { now: '2025-12-31T22:59:00Z', zone: 'Europe/Berlin', overdue: false },
    // The new year has begun in Berlin but not in London.
    { now: '2025-12-31T23:00:00Z', zone: 'Europe/Berlin', overdue: true },
    { now: '2025-12-31T23:00:00Z', zone: 'Europe/London', overdue: false },
    { now: '2025-12-31T10:00:00Z', zone: 'Pacific/Kiritimati', overdue: true },
    { now: '2026-01-01T10:59:00Z', zone: 'Pacific/Pago_Pago', overdue: false },
  ])('by the last day of a year is overdue at $now in $zone: $overdue', ({ now, zone, overdue }) => {
    const agenda = agendaFor([brief('one', open('2025-12-31'))], dayIn(now, zone));
    expect([agenda.upcoming.length, agenda.overdue.length]).toEqual(overdue ? [0, 1] : [1, 0]);
  });

  test('has an outcome on any day: an early event is no longer upcoming', () => {
    const { upcoming, settled } = agendaFor([brief('one', ended('2027-01-01'))], today);
    expect([upcoming.length, settled.length]).toEqual([0, 1]);
  });

  test('is sorted by slug, then in the order of the brief, within a day', () => {
    const same = '2026-06-30';
    const briefs = [brief('two', open(same, 'c')), brief('one', open(same, 'a'), open(same, 'b'))];
    expect(textsOf(agendaFor(briefs, today).upcoming)).toEqual(['a', 'b', 'c']);
    const over = [
      brief('one', { ...ended('2025-06-30'), expect: 'a' }, { ...ended('2025-06-30'), expect: 'b' }),
    ];
    expect(textsOf(agendaFor(over, today).settled)).toEqual(['a', 'b']);
  });

  test('names the brief that reports an outcome by any former slug, but only if it is listed', () => {
    const telling = (slug: string): Expectation => ({ by: '2025-06-30', expect: slug, outcome: 'happened', brief: slug }); // prettier-ignore
    const reporter = briefSample({
      slug: 'teller',
      title: 'It came to pass',
      aliases: ['old-name'],
      watch: [],
    });
    const { settled } = agendaFor([brief('one', telling('old-name'), telling('secret')), reporter], today);
    expect(settled.map(({ report }) => report?.slug)).toEqual(['teller', undefined]);
    expect(JSON.stringify(settled.map(({ report }) => report))).not.toContain('secret');
  });
});

test('a tally counts each expectation once', () => {
  const agenda = agendaFor(
    [
      brief('one', ended('2024-01-01'), ended('2024-02-01'), ended('2024-03-01', 'missed')),
      brief('two', ended('2024-01-01', 'changed'), open(today), open('2025-12-31'), open('2025-12-30')),
    ],
    today,
  );
  expect(tallyOf(agenda)).toEqual({ all: 7, happened: 2, missed: 1, changed: 1, upcoming: 1, overdue: 2 });
});

describe('the id of an expectation', () => {
  test('is made of its day, so that one more before it moves it not', () => {
    const before = expectationIds([open('2027-01-01'), open('2026-01-01'), open('2027-01-01')]);
    expect(before).toEqual(['watch-2027-01-01', 'watch-2026-01-01', 'watch-2027-01-01-2']);
    expect(expectationIds([open('2025-01-01'), open('2027-01-01')])[1]).toBe(before[0]);
  });

  test('is an anchor for other briefs, which no heading uses', () => {
    const publication = publicationSample();
    const draft = parse('briefs/one.md', briefText(['### Watch 2027-01-01\n\nText.']), publication);
    expect(anchorsOf(draft, { watch: [open('2027-01-01')] })).toContain('watch-2027-01-01');
    expect([...headingIds(draft).values()]).toEqual(['heading-watch-2027-01-01']);
  });
});
