import { readFileSync, statSync } from 'node:fs';
import { digestOf } from './cache.ts';

/** What is known of a file since it was made. */
export interface Trace {
  readonly bytes: number;
  /** When its content last changed, in milliseconds. */
  readonly mtimeMs: number;
  readonly sha256: string;
}

export function traceOf(path: string): Trace {
  const { size, mtimeMs } = statSync(path);
  return { bytes: size, mtimeMs, sha256: digestOf(readFileSync(path)) };
}

/**
 * Whether a file is still what it was. Same size and same time of change are taken for the same content, as make and git
 * do; with another time, as after a cache was copied or a bit was set right by hand, the content decides.
 */
export function isIntact(path: string, trace: Trace): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isFile() || found.size !== trace.bytes) return false;
  return found.mtimeMs === trace.mtimeMs || digestOf(readFileSync(path)) === trace.sha256;
}
