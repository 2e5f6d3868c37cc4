import { rmSync } from 'node:fs';
import { afterAll, describe, test } from 'vitest';
import {
  damagedBriefs,
  damagedBytes,
  damagedPages,
  damagedSettings,
  expectPlaces,
} from '../damaged-publication.ts';
import { copyScripts } from './script-project.ts';

// Many more in `npm run test:long`.
describe('check names the file, the line and the column of every problem', () => {
  const root = copyScripts();

  afterAll(() => {
    rmSync(root, { recursive: true, force: true });
  });

  test.each([1, 2])('of damaged briefs (%i)', async (seed) => {
    await expectPlaces(root, await damagedBriefs(seed));
  });

  test.each([1])('of damaged standing pages (%i)', async (seed) => {
    await expectPlaces(root, await damagedPages(seed));
  });

  test.each([1, 2, 3, 4, 5, 6, 7, 8])('of damaged settings (%i)', async (seed) => {
    await expectPlaces(root, damagedSettings(seed));
  });

  test.each([1, 2])('of a damaged image and of damaged files (%i)', async (seed) => {
    await expectPlaces(root, await damagedBytes(seed));
  });
});
