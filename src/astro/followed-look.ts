import type { Look, Publication } from '../brief/publication.ts';
import { withLook } from '../build/own-look.ts';
import { readSettings } from '../settings/settings.ts';

/** The look of publications in `dev`, as it is shown: a restart for each change of a style sheet would interrupt its author. */
const looks = new WeakMap<Publication, Look | undefined>();

/** Reads settings whose look can change. A file of the look that is wrong is listed, and left out. */
export async function readFollowed(root: string): Promise<Publication> {
  const settings = await readSettings(root);
  const publication = Object.defineProperty({ ...settings }, 'look', {
    enumerable: true,
    get: () => looks.get(publication),
  }) as Publication;
  showLook(publication, await withPresentLook(root, publication));
  return publication;
}

/** The publication with the files of the look as they are now. */
export async function withPresentLook(root: string, publication: Publication): Promise<Publication> {
  const { look: _shown, ...settings } = publication;
  return (await withLook(root, settings)).publication;
}

/** Shows pages the look of another from now on. */
export function showLook(publication: Publication, { look }: Publication): void {
  looks.set(publication, look);
}
