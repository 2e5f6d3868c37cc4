import { describe, expect, test } from 'vitest';
import { formatDuration, formatProgress, openDisplay } from '../../scripts/build-display.ts';

test.each([
  [0.2, '1 s'],
  [59, '59 s'],
  [61, '1 min'],
  [3599, '1 h 0 min'],
  [7500, '2 h 5 min'],
])('%d seconds are %s', (seconds, said) => {
  expect(formatDuration(seconds)).toBe(said);
});

test.each([
  [0, 10_000, 0, 0, '0 of 10,000'],
  [1234, 10_000, 1200, 30, '1,234 of 10,000, 40 a second, 4 min left'],
  [5, 10, 5, 10, '5 of 10, 0.5 a second, 10 s left'],
])('%d of %d, %d of them in %d s', (done, total, made, seconds, said) => {
  expect(formatProgress(done, total, made, seconds)).toBe(said);
});

describe('what a build shows while it goes on', () => {
  const shownBy = (isTTY: boolean, seconds: number): string => {
    let [now, written] = [0, ''];
    const write = (text: string): boolean => {
      written += text;
      return true;
    };
    const display = openDisplay({ write, isTTY, columns: 60 }, () => now);
    for (let done = 0; done <= 100; done += 1) {
      display.update({ phase: 'cards', done, total: 100 });
      display.update({ phase: 'load', begins: true });
      now += seconds * 10;
    }
    display.end();
    return written;
  };

  test('is one line that changes on a terminal, as long as it is wide, and gone at the end', () => {
    const shown = shownBy(true, 20);
    expect(shown).not.toContain('\n');
    expect(shown.split('\r').at(-2)).toContain(
      'Drawing cards: 100 of 100, 5.0 a second, 0 s left'.slice(0, 59),
    );
    expect(shown.endsWith('\r\u001b[K')).toBe(true);
  });

  test('is a line in half a minute where there is no terminal, and nothing of a short build', () => {
    expect(shownBy(false, 60).split('\n')).toHaveLength(3);
    expect(shownBy(false, 1)).toBe('');
  });
});
