import { readFileSync } from 'node:fs';
import { zstdDecompressSync } from 'node:zlib';

/** The lines of a test file of Unicode 15.0 (https://www.unicode.org/Public/15.0.0/ucd/), without comments. */
export function readUnicodeTest(name: string): string[] {
  const file = new URL(`../../fixtures/unicode/${name}.zst`, import.meta.url);
  const lines = zstdDecompressSync(readFileSync(file)).toString('utf8').split('\n');
  return lines.map((line) => line.replace(/#.*/, '').trim()).filter((line) => line !== '');
}
