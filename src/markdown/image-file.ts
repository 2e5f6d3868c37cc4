import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { absolutePath } from './source-paths.ts';

/** To be increased when images are made differently, so that they get new addresses. */
const imageVersion = '1';

/** Twelve hex digits for the name of generated images, from the source's bytes and the version above. */
export function imageHash(bytes: Uint8Array): string {
  const digest = hash('sha256', bytes);
  return hash('sha256', `${digest.length}:${digest}${imageVersion.length}:${imageVersion}`).slice(0, 12);
}

/**
 * Reads an image that was hashed before. Throws if it has changed, since files made from it would be cached forever under
 * the wrong name.
 */
export function decodeSource(root: string, source: string, expected: string): Buffer {
  const bytes = readFileSync(absolutePath(root, source));
  if (imageHash(bytes) === expected) return bytes;
  throw new Error(`${source} was changed while the site was built; build again`);
}
