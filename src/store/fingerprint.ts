import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync, statSync } from 'node:fs';

/** What is known of a file since it was made. */
export interface Trace {
  readonly bytes: number;
  /** When its content last changed, in milliseconds. */
  readonly mtimeMs: number;
  readonly sha256: string;
}

export function traceOf(path: string): Trace {
  const { size, mtimeMs } = statSync(path);
  return { bytes: size, mtimeMs, sha256: digestOfFile(path) };
}

/**
 * Whether a file is still what it was. Same size and same time of change are taken for the same content, as make and git
 * do; with another time, as after a cache was copied or a bit was set right by hand, the content decides.
 */
export function isIntact(path: string, trace: Trace): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isFile() || found.size !== trace.bytes) return false;
  return found.mtimeMs === trace.mtimeMs || digestOfFile(path) === trace.sha256;
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
