import type { AstroPrerenderer, PathWithRoute } from 'astro';
import type { PageReads } from '../build/page-reads.ts';
import { bundleFolder, loadPages, type PrerenderApp } from './bundle-cache.ts';
import { addressOfPage, renderPages, type PageCache } from '../build/page-cache.ts';
import type { Output } from '../store/output.ts';
import { reportProgress } from '../build/progress.ts';

/** What a build adds to the rendering of its pages. */
interface Rendering {
  readonly pageCache: PageCache;
  readonly reads: PageReads;
  readonly output: Output;
  /** Called after Astro has emptied the output. */
  readonly copyPublic: () => void;
  /** Called while the bundle still exists. */
  readonly beforeTeardown: () => void;
}

/**
 * Renders the pages that are not cached with Astro's bundle. It replaces Astro's own loop, which writes page by page with promises
 * and takes longer than many pages.
 */
export function prerendererOf(
  standard: AstroPrerenderer,
  site: URL,
  { pageCache, reads, output, copyPublic, beforeTeardown }: Rendering,
): AstroPrerenderer {
  return {
    ...standard,
    name: 'fourfold',
    getStaticPaths: async () => {
      reportProgress({ phase: 'pages', begins: true });
      copyPublic();
      // Everything else in the output by now is an asset of pages.
      output.adopt(bundleFolder);
      const paths = await listPaths(standard, reads, site);
      await renderPages(paths, pageCache, output, async (path) => {
        const request = new Request(addressOfPage(path, site));
        const answer = await standard.render(request, { routeData: path.route });
        return answer instanceof Response ? answer : answer.response;
      });
      return [];
    },
    teardown: async () => {
      beforeTeardown();
      await standard.teardown?.();
    },
  };
}

async function listPaths(standard: AstroPrerenderer, reads: PageReads, site: URL): Promise<PathWithRoute[]> {
  // Astro's own prerenderer has it after setup (Astro 7.3).
  const { app } = standard as AstroPrerenderer & { readonly app: PrerenderApp };
  await loadPages(app, reads, site);
  return standard.getStaticPaths();
}
