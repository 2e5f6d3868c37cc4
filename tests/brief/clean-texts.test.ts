import { expect, test } from 'vitest';
import { languages } from '../../src/languages/languages.ts';
import { check } from '../../src/check/check.ts';
import { parse } from '../../src/markdown/parse.ts';
import { publicationSample } from '../brief-sample.ts';
import { cleanBriefs } from '../clean-texts.ts';

const publication = publicationSample();

test('clean texts, twenty in each language, draw neither an error nor a warning', () => {
  expect(cleanBriefs).toHaveLength(20 * languages.length);
  const said = cleanBriefs.flatMap(({ file, text }) =>
    check(parse(file, text, publication), publication).diagnostics.map(
      ({ code, message, range }) =>
        `${file} ${code} ${message}: ${text.slice(range.start, range.end).slice(0, 60)}`,
    ),
  );
  expect(said).toEqual([]);
});
