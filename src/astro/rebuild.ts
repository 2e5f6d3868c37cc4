import type { Publication } from '../brief/publication.ts';
import { visibleLines } from '../diagnostics/visible.ts';
import { finishRun, startRun } from '../build/build.ts';
import { handToPages } from './channel.ts';
import { openBundle } from './bundle-cache.ts';
import { renderPages } from '../build/page-cache.ts';
import { openBuildFolder } from '../store/build-folder.ts';
import { openOutput } from '../store/output.ts';
import { tell } from '../build/progress.ts';
import { copyPublicFolder } from '../build/public-folder.ts';
import { recipeOfBundle } from '../build/page-keys.ts';

/**
 * Builds with the code of pages as an earlier build bundled it, if that was made of the same; what Astro would make is made
 * to the byte. False if there is no such bundle, or if it fails: then Astro builds, and says better what is wrong.
 */
export async function rebuild(root: string, publication: Publication): Promise<boolean> {
  handToPages({ publication });
  const recipe = await recipeOfBundle(root, publication);
  const renderer = await openBundle(root, recipe, new URL(publication.address)).catch(() => undefined);
  if (!renderer) return false;
  const output = openOutput(openBuildFolder(root));
  // Before anything is rendered: a file of the publisher's stands before a page of that name.
  copyPublicFolder(root, output);
  const run = await startRun(root, publication, output);
  try {
    renderer.layAssets(output);
    tell({ phase: 'pages', begins: true });
    await renderPages(await renderer.listPaths(), run.keeper, output, renderer.render);
  } catch {
    await Promise.allSettled([run.cards.outcome, run.pictures.outcome, run.search.made]);
    return false;
  }
  for (const message of renderer.said()) console.warn(visibleLines(message));
  await finishRun(run);
  return true;
}
