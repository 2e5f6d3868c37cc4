import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import { defineCollection } from 'astro:content';
import { digestOf } from '../store/cache.ts';
import type { Edition } from '../build/snapshot.ts';
import { heldEdition, holdEdition, publication } from 'virtual:fourfold';

/** The press at work where Astro asks for content: pages read the edition and the cache, so no brief is an entry. */
const press: Loader = {
  name: 'fourfold-press',
  load: async ({ store, config, watcher }) => {
    const root = fileURLToPath(config.root);
    const edition = (!watcher && heldEdition()) || (await load(root, watcher !== undefined));
    holdEdition(edition);
    // Pages take the edition itself: ten thousand entries here would be written out and read again in every build. One
    // that changes with it tells `dev` that there is something new.
    store.clear();
    store.set({ id: 'edition', data: { digest: watcher ? digestOf(JSON.stringify(edition)) : edition.now } });
  },
};

export const collections = { briefs: defineCollection({ loader: press }) };

/**
 * Astro brings what is imported here through its own server, module by module, in every build; the build command has
 * loaded the edition already, so what loads one is imported only where it is needed.
 */
async function load(root: string, watches: boolean): Promise<Edition> {
  const { loadBuildEdition } = await import('../build/last-build.ts');
  const { loadEdition } = await import('../build/load.ts');
  const { momentOfBuild } = await import('../build/build-moment.ts');
  const { throwOnErrors } = await import('../check/report.ts');
  const now = momentOfBuild(process.env, publication.timeZone);
  // In `dev` the integration shows the problems as an overlay, and what is whole stays on show.
  if (watches) return loadEdition({ root, publication, now, audience: 'newsroom' });
  const edition = await loadBuildEdition(root, publication);
  await throwOnErrors(root, edition);
  return edition;
}
