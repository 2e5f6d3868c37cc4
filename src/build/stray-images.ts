import { briefsFolder } from '../brief/briefs-folder.ts';
import { absolutePath, briefsFolderPath } from '../markdown/source-paths.ts';
import { imageEndings } from '../markdown/links.ts';
import { diagnosticOf, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { openFileMemory } from '../store/file-memory.ts';
import { entryOf, ownFilesBelow } from '../store/folder.ts';
import { listPublicFolder, publicFolder } from './public-folder.ts';

/** Every image in the briefs folder and in `public/`, relative to the project root. */
export function listImages(root: string): string[] {
  const below = (folder: string, paths: Iterable<string>): string[] =>
    Array.from(paths, (path) => `${folder}/${path}`);
  return [
    ...below(briefsFolder, ownFilesBelow(briefsFolderPath(root))),
    ...below(publicFolder, listPublicFolder(root).files),
  ].filter((file) => imageEndings.test(file) && !/(?:^|\/)\./.test(file));
}

/** Warns of images with a location that no brief shows; those of briefs are reported with them. */
export async function findStrayLocations(root: string, shown: ReadonlySet<string>): Promise<Diagnostic[]> {
  const diagnostics: Diagnostic[] = [];
  // An unchanged image is not opened again.
  const memory = openFileMemory<boolean>(root, 'image-locations.json', '1');
  for (const file of listImages(root)) {
    const place = absolutePath(root, file);
    if (shown.has(file.normalize('NFC')) || !entryOf(place)?.isFile()) continue;
    if (!(await memory.later(file, place, readsLocation))) continue;
    const text = file.startsWith(`${publicFolder}/`)
      ? 'it is published as it is; run npm run check -- --fix'
      : 'whoever reads the repository can see it; run npm run check -- --fix';
    diagnostics.push(
      diagnosticOf(file, {
        code: 'image-location',
        range: { start: 0, end: 0 },
        message: 'Unexpected GPS position in the image, expected a file without it',
        note: { text },
      }),
    );
  }
  memory.save();
  return diagnostics;
}

/** Reading the start of the file is enough. */
async function readsLocation(path: string): Promise<boolean> {
  const [{ default: sharp }, { hasLocation }] = await Promise.all([
    import('sharp'),
    import('./image-location.ts'),
  ]);
  return sharp(path, { limitInputPixels: false })
    .metadata()
    .then(hasLocation, () => false);
}
