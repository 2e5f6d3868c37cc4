import { defineConfig } from 'vitest/config';
import { SlowestFiles } from './slowest-files.ts';
import { SlowestFirst } from './slowest-first.ts';

/** Replaces a module of Node for all that it imports. */
const windows = 'tests/store/windows-paths.test.ts';

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    setupFiles: ['tests/seed.ts'],
    // What takes long is bounded by the CPU it takes; on a busy machine all waits.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 60_000 } },
    // A third of the time goes to waiting for builds and browsers, on the two cores that this is measured on.
    maxWorkers: 4,
    // No test leaves anything behind in a module: to load the code anew for each file takes a quarter of their time.
    isolate: false,
    sequence: { sequencer: SlowestFirst },
    reporters: ['default', new SlowestFiles()],
    restoreMocks: true,
    unstubEnvs: true,
    projects: [
      {
        extends: true,
        test: {
          name: 'site',
          include: ['tests/site/*.test.ts'],
          globalSetup: 'tests/site/shipped-site.ts',
          // Only against what never ends: how long a build takes, a busy machine says.
          testTimeout: 300_000,
          hookTimeout: 600_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'parts',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/site/**', 'tests/long/**', windows],
        },
      },
      { extends: true, test: { name: 'windows', include: [windows], isolate: true } },
    ],
  },
});
