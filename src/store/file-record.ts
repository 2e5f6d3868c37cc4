import { createHash } from 'node:crypto';
import { closeSync, copyFileSync, linkSync, openSync, readSync, statSync } from 'node:fs';

/** A file as it was written. */
export interface FileRecord {
  readonly bytes: number;
  /** Milliseconds. */
  readonly mtimeMs: number;
  readonly sha256: string;
}

export function recordOf(path: string): FileRecord {
  const { size, mtimeMs } = statSync(path);
  return { bytes: size, mtimeMs, sha256: digestOfFile(path) };
}

/**
 * Whether a file is still as recorded. The same size and time count as the same content, as in make and Git; with another time, as
 * after a cache was copied, the content decides.
 */
export function isIntact(path: string, record: FileRecord): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isFile() || found.size !== record.bytes) return false;
  return found.mtimeMs === record.mtimeMs || digestOfFile(path) === record.sha256;
}

/** SHA-256 of a file's content in hexadecimal, read in parts: Node reads no file of 2 GB at once. */
export function digestOfFile(path: string): string {
  const file = openSync(path, 'r');
  try {
    const hash = createHash('sha256');
    for (;;) {
      const length = readSync(file, part);
      if (length === 0) return hash.digest('hex');
      hash.update(part.subarray(0, length));
    }
  } finally {
    closeSync(file);
  }
}

const part = Buffer.allocUnsafe(262_144);

/** Links a file, or copies it where the file system has no hard links or the two paths are on different ones. */
export function linkFile(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (!unlinkable.includes(code)) throw error;
    copyFileSync(from, to);
  }
}

const unlinkable: readonly unknown[] = [
  'EXDEV',
  'EPERM',
  'EACCES',
  'EMLINK',
  'ENOSYS',
  'ENOTSUP',
  'EOPNOTSUPP',
];
