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
import { findImage } from './source-image.ts';
import { hasLocation, withoutLocation } from './image-location.ts';

/** An image with a location, and its bytes without it; none if only an image editor can remove it. */
export interface ImageFix {
  /** Relative to the project root. */
  readonly file: string;
  readonly after?: Buffer;
}

/** Finds the locations that can be removed from some images. `check` reports images that cannot be read. */
export async function findImageFixes(root: string, files: Iterable<string>): Promise<ImageFix[]> {
  const fixes: ImageFix[] = [];
  for (const file of files) {
    const path = absolutePath(root, file);
    // The target of a link is not ours to write, and a pipe never ends.
    if (lstatSync(path, { throwIfNoEntry: false })?.isFile() !== true) continue;
    const metadata = await sharp(path, { limitInputPixels: false })
      .metadata()
      .catch(() => undefined);
    if (!metadata || !hasLocation(metadata)) continue;
    const after = await readFile(path).then(withoutLocation, () => undefined);
    fixes.push({ file, ...(after && { after }) });
  }
  return fixes;
}

/** Writes images atomically. */
export async function writeImageFixes(root: string, fixes: readonly ImageFix[]): Promise<void> {
  for (const { file, after } of fixes) if (after) await writeFileAtomic(absolutePath(root, file), after);
}

/** The images of some briefs. */
export function imagesOfBriefs(
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
      const found = source.kind === 'file' ? findImage(root, source.path) : undefined;
      if (found && 'file' in found) shown.add(found.file);
    }
  }
  return shown;
}
