import { gunzipSync } from 'node:zlib';

/** Bytes of a part of a search index: a hundred times the largest in the benchmark. */
const maxUnpacked = 100_000_000;

/** Unpacks a part of a search index (RFC 1952); undefined if it is damaged or too large. */
export function unpack(bytes: Buffer): Buffer | undefined {
  try {
    return gunzipSync(bytes, { maxOutputLength: maxUnpacked });
  } catch {
    return undefined;
  }
}
