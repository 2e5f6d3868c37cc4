import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openTestProject } from '../build/test-project.ts';
import { hostileFiles } from './made-attacks.ts';
import { slowTexts, timeOfReading } from './slow-texts.ts';

/** Milliseconds of this thread; the text of a whole newspaper page takes about 20, and 7,500 paragraphs of a backtick 1,000. */
const longest = 2000;

// The complete texts of up to a megabyte are tested in `npm run test:long`.
describe('the start of a text that is made to be slow', () => {
  test.each(slowTexts)('of %s is read in bounded time in .%s', (_, ending, text) => {
    expect(timeOfReading(text.slice(0, text.length / 40), ending)).toBeLessThan(longest);
  });
});

describe('the folder of briefs', () => {
  test.each(Object.entries(hostileFiles))('may hold %s', async (_, { write, codes }) => {
    using testProject = openTestProject();
    const folder = join(testProject.root, 'briefs');
    mkdirSync(folder);
    await write(folder);
    const { diagnostics, images } = await testProject.load();
    expect([...new Set(diagnostics.map(({ code }) => code))].sort()).toEqual(codes);
    expect(images).toEqual([]);
  });
});
