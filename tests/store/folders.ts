import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A temporary folder, deleted after the test. */
export interface OwnFolder extends Disposable {
  readonly path: string;
  readonly write: (file: string, text: string) => string;
}

export function openFolder(): OwnFolder {
  const path = mkdtempSync(join(tmpdir(), 'fourfold-folder-'));
  return {
    path,
    write: (file, text) => {
      const place = join(path, file);
      mkdirSync(dirname(place), { recursive: true });
      writeFileSync(place, text);
      return place;
    },
    [Symbol.dispose]: () => {
      rmSync(path, { recursive: true, force: true });
    },
  };
}
