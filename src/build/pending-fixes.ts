import { readFile } from 'node:fs/promises';
import writeFileAtomic from 'write-file-atomic';
import { fix, type Fixed } from '../check/fixes/fix.ts';
import { absolutePath } from '../markdown/source-paths.ts';
import type { Publication } from '../brief/publication.ts';
import { readBrief } from './find-briefs.ts';

/** A brief with safe fixes: its text before and after. */
export interface PendingFix {
  /** Relative to the project root. */
  readonly file: string;
  readonly before: string;
  readonly after: string;
  readonly fixed: Fixed['fixed'];
}

/** Finds the fixes of some briefs. `check` reports files that cannot be read. */
export function findPendingFixes(
  root: string,
  files: readonly string[],
  publication: Publication,
): PendingFix[] {
  const fixes: PendingFix[] = [];
  for (const file of files) {
    const read = readBrief(root, file);
    if (!('text' in read)) continue;
    const { text, fixed } = fix(file, read.text, publication);
    if (text !== read.text) fixes.push({ file, before: read.text, after: text, fixed });
  }
  return fixes;
}

/** Writes fixed briefs atomically; keeps a byte order mark. */
export async function writePendingFixes(root: string, fixes: readonly PendingFix[]): Promise<void> {
  for (const { file, after } of fixes) {
    const path = absolutePath(root, file);
    const mark = (await readFile(path)).subarray(0, 3).equals(byteOrderMark)
      ? byteOrderMark
      : Buffer.alloc(0);
    await writeFileAtomic(path, Buffer.concat([mark, Buffer.from(after)]));
  }
}

const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);
