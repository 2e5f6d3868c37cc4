import { lstatSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import writeFileAtomic from 'write-file-atomic';
import { absolutePath } from '../markdown/source-paths.ts';
import { check } from '../check/check.ts';
import { imagesOf } from '../markdown/image-uses.ts';
import { readImageSource } from '../markdown/links.ts';
import { parse } from '../markdown/parse.ts';
import type { Publication } from '../brief/publication.ts';
import { readBrief } from './find-briefs.ts';
import { findPicture } from './picture-file.ts';
import { tellsLocation, withoutLocation } from './picture-location.ts';

/** A picture that says where it was taken, and its bytes without that; none if only an editor of pictures can do it. */
export interface PictureFix {
  /** Relative to the project root. */
  readonly file: string;
  readonly after?: Buffer;
}

/** What could be taken out of some pictures. Those that cannot be read are left to the checker to report. */
export async function findPictureFixes(root: string, files: Iterable<string>): Promise<PictureFix[]> {
  const fixes: PictureFix[] = [];
  for (const file of files) {
    const path = absolutePath(root, file);
    // What a link leads to is not ours to write, and a pipe never ends.
    if (lstatSync(path, { throwIfNoEntry: false })?.isFile() !== true) continue;
    const metadata = await sharp(path, { limitInputPixels: false })
      .metadata()
      .catch(() => undefined);
    if (!metadata || !tellsLocation(metadata)) continue;
    const after = await readFile(path).then(withoutLocation, () => undefined);
    fixes.push({ file, ...(after && { after }) });
  }
  return fixes;
}

/** Writes pictures, each whole or not at all. */
export async function writePictureFixes(root: string, fixes: readonly PictureFix[]): Promise<void> {
  for (const { file, after } of fixes) if (after) await writeFileAtomic(absolutePath(root, file), after);
}

/** The pictures that some briefs show. */
export function picturesOfBriefs(
  root: string,
  briefs: readonly string[],
  publication: Publication,
): ReadonlySet<string> {
  const shown = new Set<string>();
  for (const file of briefs) {
    const read = readBrief(root, file);
    if (!('text' in read)) continue;
    const draft = parse(file, read.text, publication);
    for (const { url } of imagesOf(draft, check(draft, publication).known)) {
      const source = readImageSource(url, file);
      const found = source.kind === 'file' ? findPicture(root, source.path) : undefined;
      if (found && 'file' in found) shown.add(found.file);
    }
  }
  return shown;
}
