import { defineConfig } from 'vitest/config';
import { SlowestFirst } from './slowest-first.ts';

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    setupFiles: ['tests/seed.ts'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 20_000 } },
    // A third of the time goes to waiting for builds and browsers, on the two cores that this is measured on.
    maxWorkers: 3,
    sequence: { sequencer: SlowestFirst },
    projects: [
      {
        extends: true,
        test: { name: 'site', include: ['tests/site/*.test.ts'], globalSetup: 'tests/site/shipped-site.ts' },
      },
      {
        extends: true,
        test: { name: 'parts', include: ['tests/**/*.test.ts'], exclude: ['tests/site/**', 'tests/long/**'] },
      },
    ],
  },
});
