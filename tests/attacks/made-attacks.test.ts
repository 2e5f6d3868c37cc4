import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openNewsroom } from '../build/newsroom.ts';
import { hostileFiles } from './made-attacks.ts';
import { slowTexts, timeOfReading } from './slow-texts.ts';

/** Milliseconds of this thread; a text of a newspaper's whole page takes some 20. */
const longest = 2000;

// The whole texts, of up to a megabyte, are read in `npm run test:long`.
describe('the beginning of a text that is made to take long', () => {
  test.each(slowTexts)('of %s takes a bounded time in .%s', (_, ending, text) => {
    expect(timeOfReading(text.slice(0, text.length / 20), ending)).toBeLessThan(longest);
  });
});

describe('the folder of briefs', () => {
  test.each(Object.entries(hostileFiles))('may hold %s', async (_, { write, codes }) => {
    using newsroom = openNewsroom();
    const folder = join(newsroom.root, 'briefs');
    mkdirSync(folder);
    await write(folder);
    const { diagnostics, pictures } = await newsroom.load();
    expect([...new Set(diagnostics.map(({ code }) => code))].sort()).toEqual(codes);
    expect(pictures).toEqual([]);
  });
});
