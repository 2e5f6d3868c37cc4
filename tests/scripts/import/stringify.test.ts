import { expect, test } from 'vitest';
import { importText } from './import-sample.ts';

test.each(['[[Harbour board]]', '[[board|the board]]', '^[An inline note.]', '[TOC]', '[^1]'])(
  'markup of other programs is not escaped, so that check still warns: %s',
  async (markup) => {
    const sentence = `The harbour board voted on Tuesday ${markup} to raise fees.`;
    const { markdown } = await importText(`# Fees rise\n\n## What's Happening?\n\n${sentence}\n`, 'a.md');
    expect(markdown).toContain(sentence);
  },
);
