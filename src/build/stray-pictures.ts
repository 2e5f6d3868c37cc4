import { statSync } from 'node:fs';
import sharp from 'sharp';
import { briefsFolder, placeOf, placeOfBriefs } from '../brief/briefs-folder.ts';
import { pictureEndings } from '../markdown/links.ts';
import { diagnosticOf, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { ownFilesBelow } from '../store/folder.ts';
import { tellsLocation } from './picture-location.ts';
import { listPublicFolder, publicFolder } from './public-folder.ts';

/** Every picture below the briefs' folder and in `public/`, relative to the project root. */
export function listPictures(root: string): string[] {
  const below = (folder: string, paths: Iterable<string>): string[] =>
    Array.from(paths, (path) => `${folder}/${path}`);
  return [
    ...below(briefsFolder, ownFilesBelow(placeOfBriefs(root))),
    ...below(publicFolder, listPublicFolder(root).files),
  ].filter((file) => pictureEndings.test(file) && !/(?:^|\/)\./.test(file));
}

/** Warns of pictures that say where they were taken and that no brief shows: those of briefs are known from there. */
export async function findStrayLocations(root: string, shown: ReadonlySet<string>): Promise<Diagnostic[]> {
  const diagnostics: Diagnostic[] = [];
  for (const file of listPictures(root)) {
    if (shown.has(file.normalize('NFC')) || !(await hasLocation(placeOf(root, file)))) continue;
    const text = file.startsWith(`${publicFolder}/`)
      ? 'it is published as it is; run npm run check -- --fix'
      : 'whoever reads the repository can see it; run npm run check -- --fix';
    diagnostics.push(
      diagnosticOf(file, {
        code: 'image-location',
        range: { start: 0, end: 0 },
        message: 'Unexpected GPS position in the picture, expected a file without it',
        note: { text },
      }),
    );
  }
  return diagnostics;
}

const known = new Map<string, { readonly state: string; readonly has: boolean }>();

/** A server asks after every change: what has not changed since is known. */
async function hasLocation(path: string): Promise<boolean> {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isFile()) return false;
  const state = `${found.size} ${found.mtimeMs} ${found.ctimeMs}`;
  const before = known.get(path);
  if (before?.state === state) return before.has;
  // The head of the file is enough.
  const has = await sharp(path, { limitInputPixels: false })
    .metadata()
    .then(tellsLocation, () => false);
  known.set(path, { state, has });
  return has;
}
