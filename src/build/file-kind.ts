import { accessSync, constants, type Stats } from 'node:fs';

/** What keeps something in a folder of the publisher's from being read. */
export interface KindProblem {
  readonly message: string;
  readonly note: string;
}

/** Nothing, where it is a file or a folder that can be read. Whoever opened a pipe would wait for ever. */
export function problemOfKind(place: string, found: Stats): KindProblem | undefined {
  if (!found.isDirectory() && !found.isFile())
    return {
      message: `Unexpected ${nameOfKind(found)}, expected a file or a folder`,
      note: 'remove it, or move it elsewhere',
    };
  if (isReadable(place, found)) return undefined;
  return {
    message: `Unexpected ${found.isDirectory() ? 'folder' : 'file'} that may not be read`,
    note: `change its permissions: chmod ${found.isDirectory() ? 'u+rx' : 'u+r'}`,
  };
}

/** Whether a name has bytes that are no UTF-8: they are read as this sign, and under that name there is nothing. */
export function isUnreadableName(name: string): boolean {
  return name.includes('\ufffd');
}

/** What stands where a file was expected. */
export function nameOfKind(found: Stats): string {
  if (found.isDirectory()) return 'folder';
  if (found.isFIFO()) return 'named pipe';
  return found.isSocket() ? 'socket' : 'device';
}

function isReadable(place: string, found: Stats): boolean {
  try {
    accessSync(place, found.isDirectory() ? constants.R_OK | constants.X_OK : constants.R_OK);
    return true;
  } catch {
    return false;
  }
}
