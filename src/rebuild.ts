import { join } from 'node:path';
import type { Publication } from './brief/publication.ts';
import { finishRun, startRun } from './build-run.ts';
import { openBundle, type Renderer } from './kept-bundle.ts';
import { fileOfPage, type PageKeeper } from './page-keeper.ts';
import { openBuildFolder } from './press/build-folder.ts';
import { filesBelow } from './press/folder.ts';
import { openOutput, type Output } from './press/output.ts';
import { tell } from './press/progress.ts';
import { recipeOfBundle } from './press/recipes.ts';

/**
 * Builds with the code of pages as an earlier build bundled it, if that was made of the same; what Astro would make is made
 * to the byte. False if there is no such bundle, or if it fails: then Astro builds, and says better what is wrong.
 */
export async function rebuild(root: string, publication: Publication): Promise<boolean> {
  const recipe = await recipeOfBundle(root, publication);
  const renderer = await openBundle(root, recipe, new URL(publication.address)).catch(() => undefined);
  if (!renderer) return false;
  const output = openOutput(await openBuildFolder(root));
  // As Vite does before anything is rendered: a file of the publisher's stands before a page of that name.
  const own = join(root, 'public');
  for (const path of filesBelow(own)) output.copy(path, join(own, path));
  renderer.layAssets(output);
  const run = await startRun(root, publication, output);
  try {
    tell({ phase: 'pages', begins: true });
    await renderPages(renderer, run.keeper, output);
  } catch {
    await Promise.allSettled([run.cards.outcome, run.pictures.outcome, run.search.made]);
    return false;
  }
  await finishRun(run);
  return true;
}

async function renderPages(renderer: Renderer, keeper: PageKeeper, output: Output): Promise<void> {
  for (const path of keeper.lay(await renderer.listPaths())) {
    keeper.begin(path.route.type);
    const file = fileOfPage(path.pathname, path.route.type);
    if (output.has(file)) continue;
    const body = await renderer.render(path);
    if (body) output.write(file, body);
  }
}
