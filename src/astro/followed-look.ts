import type { Look, Publication } from '../brief/publication.ts';
import { withLook } from '../build/own-look.ts';
import { readSettings } from '../settings/settings.ts';

/** The look of publications in `dev`, as it is now: a restart for each change of a style sheet would interrupt its author. */
const looks = new WeakMap<Publication, Look | undefined>();

/** Reads settings whose look follows its files. A file that is wrong is listed, and left out. */
export async function readFollowed(root: string): Promise<Publication> {
  const settings = await readSettings(root);
  const publication = Object.defineProperty({ ...settings }, 'look', {
    enumerable: true,
    get: () => looks.get(publication),
  }) as Publication;
  await followLook(root, publication);
  return publication;
}

/** Reads the files of the look again. */
export async function followLook(root: string, publication: Publication): Promise<void> {
  const { look: _earlier, ...settings } = publication;
  looks.set(publication, (await withLook(root, settings)).publication.look);
}
