import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { placeOf } from './source-place.ts';

/** Raised by hand when the way of making a picture changes, so that it gets a new address. */
const pictureVersion = '1';

/** In the name of all that is made of a picture: 12 digits that stand for its bytes and for how it is made. */
export function pictureHash(bytes: Uint8Array): string {
  const digest = hash('sha256', bytes);
  return hash('sha256', `${digest.length}:${digest}${pictureVersion.length}:${pictureVersion}`).slice(0, 12);
}

/**
 * The bytes of a picture that was looked at before. Throws if it is another one now: what is made of it would go by the
 * name of the first, for ever and in every cache.
 */
export function readSourcePicture(root: string, source: string, expected: string): Buffer {
  const bytes = readFileSync(placeOf(root, source));
  if (pictureHash(bytes) === expected) return bytes;
  throw new Error(`${source} was changed while the site was built; build again`);
}
