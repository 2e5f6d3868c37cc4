import { watch, type FSWatcher } from 'node:fs';
import { basename, dirname } from 'node:path';
import { entryOf } from '../store/folder.ts';

/** What is told of a folder that is watched. */
export interface FolderListener {
  /** Something below it has changed, or it has come or gone. */
  readonly change: () => void;
  /** It can no longer be watched, for example because the system has no room for more watches. */
  readonly fail: (error: Error) => void;
}

/**
 * Watches a folder until it is closed. When the folder goes, Node's own watching ends in silence; so the folder above is watched,
 * too, and when one of that name is there again, it is watched anew.
 */
export function watchFolder(
  folder: string,
  { change, fail }: FolderListener,
): { readonly close: () => void } {
  let inner: FSWatcher | undefined;
  const start = (path: string, recursive: boolean, heard: (name: string | null) => void) => {
    const watcher = watch(path, { recursive }, (_event, name) => {
      heard(name);
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
