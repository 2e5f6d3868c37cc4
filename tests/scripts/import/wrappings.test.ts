import fc from 'fast-check';
import { test } from 'vitest';
import { expectWholeBrief, wrappedBriefs } from './wrappings.ts';

test('no wrapping of a brief loses a sentence or changes a number', async () => {
  await fc.assert(fc.asyncProperty(wrappedBriefs, expectWholeBrief), { numRuns: 40 });
});
