import type { Publication } from '../brief/publication.ts';
import { languages } from '../languages/languages.ts';
import { visibleLines } from '../diagnostics/visible.ts';
import type { BuildSnapshot } from '../build/last-build.ts';
import { finishRun, startRun } from '../build/build.ts';
import { setChannel } from './channel.ts';
import { findBundle, openBundle } from './bundle-cache.ts';
import { inputsOfBundle } from './bundle-inputs.ts';
import { renderPages } from '../build/page-cache.ts';
import { openPageReads } from '../build/page-reads.ts';
import { openBuildFolder } from '../store/build-folder.ts';
import { openOutput } from '../store/output.ts';
import { reportProgress } from '../build/progress.ts';
import { copyPublicFolder } from '../build/public-folder.ts';

/**
 * Builds with a stored bundle, without Astro; the output is the same. False if there is no usable bundle or if it fails: then
 * Astro builds, and reports errors better.
 */
export async function rebuild(
  root: string,
  publication: Publication,
  snapshot: BuildSnapshot,
): Promise<boolean> {
  const reads = openPageReads(root, publication, languages, () => snapshot);
  setChannel({ root, reads, snapshot });
  const found = findBundle(root, inputsOfBundle(root, publication));
  if (!('bundle' in found)) {
    if (found.reason !== undefined) warn(found.reason);
    return false;
  }
  const renderer = await openBundle(root, found.bundle, reads, new URL(publication.address)).catch(
    warnUnused,
  );
  if (!renderer) return false;
  const output = openOutput(openBuildFolder(root, publication.preview));
  // Before anything is rendered: a file of the publisher's takes precedence over a page of that name.
  copyPublicFolder(root, output);
  const run = await startRun(
    { root, publication, snapshot, output, isBundled: false },
    { routes: () => renderer.routes, reads },
  );
  try {
    renderer.linkAssets(output);
    reportProgress({ phase: 'pages', begins: true });
    await renderPages(await renderer.listPaths(), run.pageCache, output, renderer.render);
  } catch (error) {
    await Promise.allSettled([run.cards.outcome, run.images.outcome, run.search.made]);
    warnUnused(error);
    return false;
  }
  for (const message of renderer.warnings()) console.warn(visibleLines(message));
  await finishRun(run, found.bundle.key);
  return true;
}

function warnUnused(cause: unknown): undefined {
  warn(visibleLines(String(cause).split('\n')[0] ?? ''));
}

function warn(reason: string): void {
  console.warn(`The code of all pages is bundled again: ${reason}.`);
}
