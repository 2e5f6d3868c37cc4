import { expect, test } from 'vitest';
import { briefText, codesOf } from '../brief-text.ts';

test.each(['', '...', '…', '-', '–', '—', '?', '"', '* …\n* …', '> …', '\\', '\u200b', '### Costs', '---', '[](https://example.org/)'])(
  'a section of nothing but %j is empty',
  (section) => {
    expect(codesOf(briefText([section]))).toContain('section-empty');
  },
); // prettier-ignore

test.each(['No.', '5', '無', '👍', '```\n~~~\n```', '![A bridge](./bridge.png)', '| a |\n| --- |'])(
  'a section of %j is not',
  (section) => {
    expect(codesOf(briefText([section]))).not.toContain('section-empty');
  },
);
