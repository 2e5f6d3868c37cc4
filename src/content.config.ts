import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import { defineCollection } from 'astro:content';
import { errorOfReport, formatReport } from './press/report.ts';
import { hasErrors } from './diagnostics/diagnostic.ts';
import { momentId, writeEdition } from './press/edition.ts';
import { loadEdition } from './press/load.ts';
import { momentOfBuild } from './press/now.ts';
import { site } from './site.ts';

/** The press as a collection: metadata only, since pages read a brief's text from the cache. */
const press: Loader = {
  name: 'fourfold-press',
  load: async ({ store, config, watcher }) => {
    const root = fileURLToPath(config.root);
    const edition = await loadEdition({
      root,
      publication: site,
      now: momentOfBuild(process.env, site.timeZone),
      audience: watcher ? 'newsroom' : 'public',
    });
    await writeEdition(root, edition);
    // In `dev` the integration shows the problems as an overlay, and what is whole stays on show.
    if (!watcher && hasErrors(edition.diagnostics)) {
      const report = await formatReport(root, edition);
      throw errorOfReport(`The briefs have errors; nothing was built.\n\n${report}\n`);
    }
    store.clear();
    for (const brief of edition.briefs) {
      store.set({ id: brief.listing.slug, data: { kind: 'brief', ...brief } });
    }
    for (const notice of edition.notices) store.set({ id: notice.slug, data: { kind: 'notice', ...notice } });
    store.set({ id: momentId, data: { kind: 'moment', now: edition.now } });
  },
};

export const collections = { briefs: defineCollection({ loader: press }) };
