import { expect, test } from 'vitest';
import { slowTexts, timeOfReading } from '../attacks/slow-texts.ts';

/** Milliseconds of this thread; the text of a whole newspaper page takes about 20. */
const longest = 4000;

test.each(slowTexts)('a text of %s is read in bounded time in .%s', (_, ending, text) => {
  expect(timeOfReading(text, ending)).toBeLessThan(longest);
});
