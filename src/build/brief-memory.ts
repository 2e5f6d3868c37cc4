import { statSync } from 'node:fs';
import { join } from 'node:path';
import { absolutePath } from '../markdown/source-paths.ts';
import { cacheFolder, entryPath } from '../store/cache.ts';
import { isYoung } from '../store/file-memory.ts';
import { openRowMemory } from '../store/row-memory.ts';
import type { CompileRecord } from './compiled-brief.ts';

/** A checked file, with the key of its check. */
export interface CheckedFile {
  readonly key: string;
  readonly record: CompileRecord;
}

/** The results of checks by file, so that a build neither reads ten thousand unchanged briefs nor their entries in the cache. */
export interface BriefMemory {
  /** The result for a file with this state, if the same code made it and the rendered brief is still in the cache. */
  readonly find: (file: string, state: string, compiler: string) => CheckedFile | undefined;
  readonly note: (file: string, state: string, compiler: string, checked: CheckedFile) => void;
  /** Writes what was noted. */
  readonly close: () => void;
}

export function openBriefMemory(root: string): BriefMemory {
  const rows = openRowMemory(root, 'briefs.sqlite');
  return {
    find: (file, state, compiler) => {
      const [foundState, foundCompiler, key = '', body, record = ''] = (rows.get(file) ?? '').split('\n');
      if (foundState !== state || foundCompiler !== compiler) return undefined;
      const checked = { key, record: JSON.parse(record) as CompileRecord };
      return stateOfBody(root, checked.record) === body ? checked : undefined;
    },
    note: (file, state, compiler, { key, record }) => {
      // JSON is one line.
      rows.set(file, [state, compiler, key, stateOfBody(root, record), JSON.stringify(record)].join('\n'));
    },
    close: rows.close,
  };
}

/** What tells a changed file; undefined if the file may change again and look the same, or is none. */
export function stateOfFile(root: string, file: string): string | undefined {
  const found = statSync(absolutePath(root, file), { throwIfNoEntry: false });
  if (!found?.isFile() || isYoung(found)) return undefined;
  return [found.size, found.mtimeMs, found.ctimeMs, found.ino].join(' ');
}

/** Size and time of the entry of the rendered brief. */
function stateOfBody(root: string, record: CompileRecord): string {
  if (!('brief' in record)) return '';
  const path = join(root, cacheFolder, entryPath('briefs', record.brief));
  const found = statSync(path, { throwIfNoEntry: false });
  return found ? `${found.size} ${found.mtimeMs}` : 'missing';
}
