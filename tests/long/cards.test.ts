import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sampleBrief } from '../../scripts/bench/sample.ts';
import { describeCard } from '../../src/cards/card.ts';
import { CardError } from '../../src/cards/problem.ts';
import { shippedSettings } from '../settings-file.ts';
import { anyText } from '../any-text.ts';
import { specOf } from '../cards/card-specs.ts';
import { drawWhole } from '../cards/drawn.ts';

const site = shippedSettings();

test('a thousand titles as newsrooms write them are drawn without a failure', async () => {
  for (let number = 0; number < 1000; number += 1) {
    const { listing, language } = sampleBrief(number);
    const { spec } = describeCard(listing, site, language);
    await expect(drawWhole(spec, ''), listing.title).resolves.toHaveProperty('bytes');
  }
});

test('any title of up to 300 characters is drawn completely, or reported', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(anyText, fc.string({ unit: 'grapheme', maxLength: 300 })), async (title) => {
      const outcome = await drawWhole(specOf({ title }), '').catch((error: unknown) => error);
      if (outcome instanceof CardError) expect(outcome.problems[0]?.part).toBe('title');
      else expect(outcome).toHaveProperty('bytes');
    }),
    { numRuns: 1000 },
  );
});

test('another process draws the same bytes', async () => {
  const digests = await Promise.all(
    [0, 3, 7].map(async (number) => {
      const { listing, language } = sampleBrief(number);
      const { bytes } = await drawWhole(describeCard(listing, site, language).spec, '');
      return createHash('sha256').update(bytes).digest('hex');
    }),
  );
  const script = fileURLToPath(new URL('./draw-digests.ts', import.meta.url));
  const output = execFileSync(process.execPath, [script, '7', '3', '0'], { encoding: 'utf8' });
  expect(JSON.parse(output)).toEqual(digests.toReversed());
});
