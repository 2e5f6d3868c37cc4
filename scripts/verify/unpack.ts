import { gunzipSync } from 'node:zlib';

/** Bytes of a part of a search index, a hundred times the largest that the bench makes. */
const maxUnpacked = 100_000_000;

/** What a part of a search index holds (RFC 1952); nothing of a damaged one, or one that swells. */
export function unpack(bytes: Buffer): Buffer | undefined {
  try {
    return gunzipSync(bytes, { maxOutputLength: maxUnpacked });
  } catch {
    return undefined;
  }
}
