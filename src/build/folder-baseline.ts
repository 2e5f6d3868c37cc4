import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { briefsFolder } from '../brief/briefs-folder.ts';
import { slugOf } from '../brief/slug.ts';
import { absolutePath } from '../markdown/source-paths.ts';
import { filesBelow } from '../store/folder.ts';
import type { SourceBaseline } from './baseline.ts';

/** A copy of the briefs that were published. */
export function openFolderBaseline(root: string, folder: string, name: string): SourceBaseline {
  const files = [...filesBelow(folder)]
    .map((path) => `${briefsFolder}/${path.replaceAll('\\', '/')}`)
    .filter(isBriefFile);
  const read = (file: string): Buffer | undefined =>
    readIfThere(join(folder, file.slice(briefsFolder.length)));
  return {
    kind: 'sources',
    name: `the folder ${name}`,
    changed: () =>
      files.filter((file) => {
        const now = readIfThere(absolutePath(root, file));
        return !now || read(file)?.equals(now) !== true;
      }),
    versions: (slug) =>
      files
        .filter((file) => slugOf(file) === slug)
        .map((file) => ({ name: `the folder ${name}`, file, text: () => read(file), read })),
    restore: () => `copy it from ${name}`,
  };
}

/** Whether a path below the briefs folder is that of a brief: no part of it starts with `_` or `.`. */
export function isBriefFile(file: string): boolean {
  return /\.mdx?$/.test(file) && !/\/[_.]/.test(file);
}

function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
