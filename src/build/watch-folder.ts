import { watch, type FSWatcher } from 'node:fs';
import { basename, dirname } from 'node:path';
import { entryOf } from '../store/folder.ts';

/** Events of a watched folder. */
export interface FolderListener {
  /** Something in it has changed, or the folder was created or removed. */
  readonly change: () => void;
  /** It can no longer be watched, for example because the system has no watches left. */
  readonly fail: (error: Error) => void;
}

/**
 * Watches a folder until closed. When a folder is removed, Node stops watching without an event, so this also watches the folder
 * above, and starts again when a folder of that name appears.
 */
export function watchFolder(
  folder: string,
  { change, fail }: FolderListener,
): { readonly close: () => void } {
  let inner: FSWatcher | undefined;
  const start = (path: string, recursive: boolean, onChange: (name: string | null) => void) => {
    const watcher = watch(path, { recursive }, (_event, name) => {
      onChange(name);
    });
    return watcher.on('error', fail);
  };
  const open = (): void => {
    inner?.close();
    inner = undefined;
    if (entryOf(folder)?.isDirectory() !== true) return;
    try {
      inner = start(folder, true, change);
    } catch (error) {
      fail(error as Error);
    }
  };
  const outer = start(dirname(folder), false, (name) => {
    if (name !== null && name !== basename(folder)) return;
    open();
    change();
  });
  open();
  return {
    close: () => {
      outer.close();
      inner?.close();
    },
  };
}
