import { zipEntries } from './zip-entries.ts';

/** Bytes that a ZIP archive says it unpacks to; undefined if it is none. */
export function unpackedSize(bytes: Uint8Array): number | undefined {
  return zipEntries(bytes)?.reduce((sum, { size }) => sum + size, 0);
}
