import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/check/compile.ts';
import { en } from '../../src/languages/en.ts';
import { ja } from '../../src/languages/ja.ts';
import { zhHans } from '../../src/languages/zh-hans.ts';
import { parse } from '../../src/markdown/parse.ts';
import { countSection, sectionsOf } from '../../src/markdown/sections.ts';
import { textLimit } from '../../src/check/text-limits.ts';
import { shippedSettings } from '../settings-file.ts';
import { publicationSample } from '../brief-sample.ts';
import { briefText, codesOf } from '../check/brief-text.ts';

const site = shippedSettings();

const folder = new URL('../../briefs/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.md'));

describe('the words of a section', () => {
  it.each(files)('are as many for the checker as for the readers of %s', async (file) => {
    const text = readFileSync(new URL(file, folder), 'utf8');
    const draft = parse(`briefs/${file}`, text, site);
    const counted = sectionsOf(draft).reduce((sum, section) => sum + countSection(section, draft), 0);
    const { compiled } = await compile({ file: `briefs/${file}`, text }, site, [], () =>
      Promise.resolve({ image: { file: 'a.png', src: '/a.png', width: 1, height: 1, sources: [] } }),
    );
    expect(counted).toBe(compiled?.listing.words);
  });
});

describe('the limit of a text', () => {
  it('is 220 words for a section and 600 for a brief, and as many characters as make those', () => {
    expect([textLimit('section', {}, en), textLimit('brief', {}, en)]).toEqual([220, 600]);
    expect([textLimit('section', {}, zhHans), textLimit('brief', {}, zhHans)]).toEqual([355, 968]);
    expect([textLimit('section', {}, ja), textLimit('brief', {}, ja)]).toEqual([407, 1110]);
  });

  it('is the publication’s own where it sets one', () => {
    const text = briefText(['One two three four.', 'One two three.']);
    expect(codesOf(text, publicationSample({ limits: { section: 3 } }))).toEqual(['section-length']);
    expect(codesOf(text, publicationSample({ limits: { brief: 10 } }))).toEqual(['brief-length']);
    expect(codesOf(text, publicationSample({ limits: { section: 4, brief: 11 } }))).toEqual([]);
  });
});
