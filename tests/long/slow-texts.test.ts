import { expect, test } from 'vitest';
import { slowTexts, timeOfReading } from '../attacks/slow-texts.ts';

/** Milliseconds of this thread; a text of a newspaper's whole page takes some 20. */
const longest = 4000;

test.each(slowTexts)('a text of %s takes a bounded time in .%s', (_, ending, text) => {
  expect(timeOfReading(text, ending)).toBeLessThan(longest);
});
