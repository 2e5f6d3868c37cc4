import { rmSync } from 'node:fs';
import { afterAll, describe, test } from 'vitest';
import {
  damagedBriefs,
  damagedBytes,
  damagedPages,
  damagedSettings,
  expectPlaces,
  expectFailedBuild,
} from '../damaged-publication.ts';
import { copyProject } from '../site/project.ts';
import { copyScripts } from '../scripts/script-project.ts';

/** `SEED=…` reproduces the files of a failure. */
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

    test('of damaged standing pages', async () => {
      await expectPlaces(root, await damagedPages(seed));
    });

    test('of a damaged image and of damaged files', async () => {
      await expectPlaces(root, await damagedBytes(seed));
    });

    test('of damaged settings', async () => {
      await expectPlaces(root, damagedSettings(seed));
    });
  },
);

describe.each(Array.from({ length: 5 }, (_, at) => first + at))(
  'a build names one, too (SEED=%i)',
  (seed) => {
    const root = copyProject({ briefs: false });

    afterAll(() => {
      rmSync(root, { recursive: true, force: true });
    });

    test.each([
      ['briefs', damagedBriefs],
      ['standing pages', damagedPages],
      ['settings', damagedSettings],
    ] as const)('of damaged %s', async (_, damaged) => {
      await expectFailedBuild(root, await damaged(seed));
    });
  },
);
