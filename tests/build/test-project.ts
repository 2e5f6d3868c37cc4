import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheFolder } from '../../src/store/cache.ts';
import type { Snapshot } from '../../src/build/snapshot.ts';
import { loadSnapshot, type LoadOptions } from '../../src/build/load.ts';
import { publicationSample } from '../brief-sample.ts';

const here = fileURLToPath(new URL('../..', import.meta.url));

/** A project with this project's code, no briefs and its own cache, deleted after the test. */
export interface TestProject extends Disposable {
  readonly root: string;
  /** Writes a file in the project. */
  readonly write: (path: string, content: string | Uint8Array) => void;
  /** What a build at the start of 2026 would publish. */
  readonly load: (said?: Partial<LoadOptions>) => Promise<Snapshot>;
}

export function openTestProject(): TestProject {
  const root = mkdtempSync(join(tmpdir(), 'fourfold-test-'));
  for (const part of ['src', 'package-lock.json']) symlinkSync(join(here, part), join(root, part));
  shareCode(root);
  return {
    root,
    write: (path, content) => {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), content);
    },
    load: (said = {}) =>
      loadSnapshot({
        root,
        publication: publicationSample(),
        now: '2026-01-01T00:00:00+00:00',
        audience: 'public',
        ...said,
      }),
    [Symbol.dispose]: () => {
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/** V8's code cache saves a third of each start, and what was read of the code most of a load, so all test projects share both. */
function shareCode(root: string): void {
  const shared = join(here, cacheFolder);
  mkdirSync(join(shared, 'code'), { recursive: true });
  if (!existsSync(join(shared, 'code-graph.json'))) writeFileSync(join(shared, 'code-graph.json'), '{}');
  mkdirSync(join(root, cacheFolder), { recursive: true });
  for (const part of ['code', 'code-graph.json'])
    symlinkSync(join(shared, part), join(root, cacheFolder, part));
}
