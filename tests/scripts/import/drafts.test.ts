import { expect, test } from 'vitest';
import { check } from '../../../src/check/check.ts';
import { publicationSample } from '../../brief-sample.ts';
import { draftFixtures } from './draft-fixtures.ts';
import { importText } from './import-sample.ts';

/** The options `--date --topic --ai`; a draft that states a date of its own is imported without the first. */
const date = '2026-03-02';

test.each(draftFixtures())(
  'the draft $name becomes its brief with no hand work',
  async ({ file, text, brief }) => {
    const publication = publicationSample();
    const stated = { ai: 'generated', ...(brief.includes(`date: ${date}`) && { date }) };
    const { markdown, draft } = await importText(text, file, { topics: ['roads'], stated });
    expect(markdown).toBe(brief);
    const errors = check(draft, publication).diagnostics.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ code }) => code)).toEqual([]);
  },
);
