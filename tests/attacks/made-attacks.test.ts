import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { addressesOf } from '../../src/brief/addresses.ts';
import { check } from '../../src/brief/check.ts';
import { parse } from '../../src/brief/parse.ts';
import { render } from '../../src/brief/render.ts';
import { formatHuman } from '../../src/diagnostics/print.ts';
import { briefText } from '../brief/brief-text.ts';
import { publicationSample } from '../brief-sample.ts';
import { cpuTime } from '../cpu-time.ts';
import { openNewsroom } from '../press/newsroom.ts';
import { hostileFiles, slowTexts } from './made-attacks.ts';

const publication = publicationSample();
const addresses = addressesOf(publication);

/** Milliseconds of this thread; a text of a newspaper's whole page takes some 20. */
const longest = 4000;

describe('a text that is made to take long', () => {
  const texts = Object.entries(slowTexts).flatMap(([name, text]) =>
    // MDX reads tags and braces in another way, and all else as Markdown does.
    (/[<{]/.test(text) ? ['md', 'mdx'] : ['md']).map((ending) => [name, ending, text] as const),
  );
  test.each(texts)('of %s takes a bounded time in .%s', (_, ending, text) => {
    const start = cpuTime();
    const source = briefText([text]);
    const draft = parse(`briefs/a.${ending}`, source, publication);
    const { fields, diagnostics } = check(draft, publication);
    if (fields) render(draft, addresses, new Map());
    formatHuman(diagnostics, () => source);
    expect(cpuTime() - start).toBeLessThan(longest);
    expect(Array.isArray(diagnostics)).toBe(true);
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
