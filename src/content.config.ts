import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import { defineCollection } from 'astro:content';
import { errorOfReport, formatReport } from './press/report.ts';
import { hasErrors } from './diagnostics/diagnostic.ts';
import { digestOf } from './press/cache.ts';
import { heldEdition, writeEdition } from './press/edition.ts';
import { loadBuildEdition } from './press/last-build.ts';
import { loadEdition } from './press/load.ts';
import { momentOfBuild } from './press/now.ts';
import { site } from './site.ts';

/** The press at work where Astro asks for content: pages read the edition and the cache, so no brief is an entry. */
const press: Loader = {
  name: 'fourfold-press',
  load: async ({ store, config, watcher }) => {
    const root = fileURLToPath(config.root);
    const now = momentOfBuild(process.env, site.timeZone);
    const edition = watcher
      ? await loadEdition({ root, publication: site, now, audience: 'newsroom' })
      : (heldEdition(root) ?? (await loadBuildEdition(root, site)));
    await writeEdition(root, edition);
    // In `dev` the integration shows the problems as an overlay, and what is whole stays on show.
    if (!watcher && hasErrors(edition.diagnostics)) {
      const report = await formatReport(root, edition);
      throw errorOfReport(`The briefs have errors; nothing was built.\n\n${report}\n`);
    }
    // Pages take the edition itself: ten thousand entries here would be written out and read again in every build. One
    // that changes with it tells `dev` that there is something new.
    store.clear();
    store.set({ id: 'edition', data: { digest: watcher ? digestOf(JSON.stringify(edition)) : edition.now } });
  },
};

export const collections = { briefs: defineCollection({ loader: press }) };
