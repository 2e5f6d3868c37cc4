import { rmSync } from 'node:fs';
import { afterAll, describe, test } from 'vitest';
import { damagedBriefs, damagedBytes, expectPlaces } from '../damaged-publication.ts';
import { copyScripts } from '../scripts/script-project.ts';

/** `SEED=…` makes the files of a failure again. */
const first = Number(process.env['SEED'] ?? Math.floor(Math.random() * 1_000_000));

describe.each(Array.from({ length: 100 }, (_, at) => first + at))(
  'check names the place of every problem (SEED=%i)',
  (seed) => {
    const root = copyScripts();

    afterAll(() => {
      rmSync(root, { recursive: true, force: true });
    });

    test('of damaged briefs', async () => {
      await expectPlaces(root, await damagedBriefs(seed));
    });

    test('of a damaged picture and of damaged files', async () => {
      await expectPlaces(root, await damagedBytes(seed));
    });
  },
);
