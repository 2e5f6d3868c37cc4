import { describe, expect, test } from 'vitest';
import { en } from '../../../src/languages/en.ts';
import { formatTally } from '../../../scripts/feedback/format-tally.ts';
import { tallyOf } from '../../../scripts/feedback/tally.ts';
import { ballotOf, type Vote } from '../../../scripts/feedback/votes.ts';

describe('a vote', () => {
  test.each([
    [
      { brief: 'a', answer: 'yes' },
      { brief: 'a', answer: 'yes' },
    ],
    [
      { brief: ' a ', answer: 'No' },
      { brief: 'a', answer: 'no' },
    ],
    [
      { brief: 'a', answer: '', section: 'whats-next' },
      { brief: 'a', section: 'whats-next' },
    ],
    [
      { brief: 'a', answer: 'yes', section: 'whats-next', gotcha: ' ' },
      { brief: 'a', answer: 'yes', section: 'whats-next' },
    ],
  ])('is read from %j', (sent, vote) => {
    expect(ballotOf([new Map(Object.entries(sent))])).toEqual({ votes: [vote], byPrograms: 0, others: 0 });
  });

  test.each([
    [{ brief: 'a' }],
    [{ answer: 'yes' }],
    [{ brief: 'a', answer: 'maybe' }],
    [{ brief: 'a', section: 'sports' }],
    [{ brief: 'a\u001b[2J', answer: 'yes' }],
    [{ brief: 'a'.repeat(81), answer: 'yes' }],
  ])('is not made of %j', (sent) => {
    expect(ballotOf([new Map(Object.entries(sent))])).toEqual({ votes: [], byPrograms: 0, others: 1 });
  });

  test('of a program that fell into the trap is left out and counted', () => {
    const sent = new Map([['brief', 'a'], ['answer', 'yes'], ['gotcha', 'https://spam.example']]); // prettier-ignore
    expect(ballotOf([sent])).toEqual({ votes: [], byPrograms: 1, others: 0 });
  });
});

const votes: readonly Vote[] = [
  ...Array.from({ length: 2 }, (): Vote => ({ brief: 'new-name', answer: 'yes' })),
  { brief: 'old-name', answer: 'no' },
  { brief: 'quiet', answer: 'yes' },
  { brief: 'quiet', section: 'whats-next' },
  { brief: 'new-name', section: 'whats-next' },
  { brief: 'new-name', section: 'whats-next' },
  { brief: 'new-name', section: 'whats-happening' },
  { brief: 'beloved', answer: 'yes', section: 'whats-happening' },
  { brief: 'beloved', section: 'whats-next' },
  { brief: 'nobody', answer: 'yes' },
];

const slugOf = (slug: string): string | undefined =>
  slug === 'nobody' ? undefined : slug === 'old-name' ? 'new-name' : slug;

test('votes are counted by brief, those on a former slug with the present one', () => {
  const { briefs, unknown, ...all } = tallyOf(votes, slugOf);
  expect(all).toMatchObject({ yes: 4, no: 1, share: 0.8 });
  expect(briefs.map(({ slug, yes, no, share, mostUseful }) => [slug, yes, no, share, mostUseful])).toEqual([
    ['new-name', 2, 1, 0.6667, ['whats-next']],
    ['beloved', 1, 0, 1, ['whats-happening', 'whats-next']],
    ['quiet', 1, 0, 1, ['whats-next']],
  ]);
  expect(unknown.map(({ slug, yes }) => [slug, yes])).toEqual([['nobody', 1]]);
});

test('the order in which votes come does not matter', () => {
  expect(tallyOf(votes.toReversed(), slugOf)).toEqual(tallyOf(votes, slugOf));
});

test('the tables for people', () => {
  const table = formatTally(tallyOf(votes, slugOf), { byPrograms: 3, others: 1 }, en.headings);
  expect(`\n${table}`).toBe(`
brief          yes      no  useful  most useful section
new-name         2       1    67 %  What’s Next?
beloved          1       0   100 %  What’s Happening? · What’s Next?
quiet            1       0   100 %  What’s Next?
all briefs       4       1    80 %

  votes   share  most useful section
      4    67 %  What’s Next?
      2    33 %  What’s Happening?
      0     0 %  Why It’s Important?
      0     0 %  Beyond the Headlines

No brief has or had these slugs:
  nobody  1 yes, 0 no

Left out: 3 sent by programs, which filled in the hidden field; 1 from another form or without a valid answer.
`);
});

test('zero votes are reported', () => {
  expect(formatTally(tallyOf([], slugOf), { byPrograms: 0, others: 0 }, en.headings)).toBe('No votes.\n');
});
