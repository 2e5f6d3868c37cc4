import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import { defineCollection } from 'astro:content';
import { digestOf } from '../store/cache.ts';
import type { Edition } from '../build/snapshot.ts';
import { currentEdition, setEdition, publication } from 'virtual:fourfold';

/** Loads the edition when Astro asks for content. Pages read the edition and the cache, so no brief is an entry. */
const press: Loader = {
  name: 'fourfold-briefs',
  load: async ({ store, config, watcher }) => {
    const root = fileURLToPath(config.root);
    const edition = (!watcher && currentEdition()) || (await load(root, watcher !== undefined));
    setEdition(edition);
    // Pages use the edition itself, since ten thousand entries would be written and read again in every build. A single
    // entry that changes with the edition notifies `dev`.
    store.clear();
    store.set({ id: 'edition', data: { digest: watcher ? digestOf(JSON.stringify(edition)) : edition.now } });
  },
};

export const collections = { briefs: defineCollection({ loader: press }) };

/**
 * Astro loads everything imported here through its own server in every build. The build command has already loaded the
 * edition, so the loader is imported only if needed.
 */
async function load(root: string, watches: boolean): Promise<Edition> {
  const { loadBuildEdition } = await import('../build/last-build.ts');
  const { loadEdition } = await import('../build/load.ts');
  const { momentOfBuild } = await import('../build/build-moment.ts');
  const { throwOnErrors } = await import('../check/report.ts');
  const now = momentOfBuild(process.env, publication.timeZone);
  // In `dev`, the integration shows problems in an overlay, and valid briefs stay visible.
  if (watches) return loadEdition({ root, publication, now, audience: 'newsroom' });
  const edition = await loadBuildEdition(root, publication);
  await throwOnErrors(root, edition);
  return edition;
}
