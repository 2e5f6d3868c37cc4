import { readFile } from 'node:fs/promises';
import writeFileAtomic from 'write-file-atomic';
import { fix, type Fixed } from '../check/fixes/fix.ts';
import { placeOf } from '../brief/briefs-folder.ts';
import type { Publication } from '../brief/publication.ts';
import { readBrief } from './find-briefs.ts';

/** A brief that can be mended without a doubt: its text before and after. */
export interface Mending {
  /** Relative to the project root. */
  readonly file: string;
  readonly before: string;
  readonly after: string;
  readonly mended: Fixed['mended'];
}

/** What could be mended in some briefs. Files that cannot be read are left to the checker to report. */
export function findMendings(root: string, files: readonly string[], publication: Publication): Mending[] {
  const mendings: Mending[] = [];
  for (const file of files) {
    const read = readBrief(root, file);
    if (!('text' in read)) continue;
    const { text, mended } = fix(file, read.text, publication);
    if (text !== read.text) mendings.push({ file, before: read.text, after: text, mended });
  }
  return mendings;
}

/** Writes mended briefs, each whole or not at all; a byte order mark at the beginning stays. */
export async function writeMendings(root: string, mendings: readonly Mending[]): Promise<void> {
  for (const { file, after } of mendings) {
    const path = placeOf(root, file);
    const mark = (await readFile(path)).subarray(0, 3).equals(byteOrderMark)
      ? byteOrderMark
      : Buffer.alloc(0);
    await writeFileAtomic(path, Buffer.concat([mark, Buffer.from(after)]));
  }
}

const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);
