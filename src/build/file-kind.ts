import { accessSync, constants, type Stats } from 'node:fs';

/** Why a file or folder cannot be read. */
export interface KindProblem {
  readonly message: string;
  readonly note: string;
}

/** Undefined for a file or folder that can be read. Opening a pipe would wait forever. */
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

/** Whether a name has bytes that are not UTF-8: Node replaces them with this character, and no file has that name. */
export function isUnreadableName(name: string): boolean {
  return name.includes('\ufffd');
}

/** What it is instead of a file. */
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
