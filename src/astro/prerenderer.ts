import type { AstroPrerenderer, PathWithRoute } from 'astro';
import type { PageReads } from '../build/page-reads.ts';
import { bundleFolder, loadPages, type PrerenderApp } from './bundle-cache.ts';
import { addressOfPage, renderPages, type PageKeeper } from '../build/page-cache.ts';
import type { Output } from '../store/output.ts';
import { tell } from '../build/progress.ts';

/** A build's part in the rendering of its pages. */
interface Rendering {
  readonly keeper: PageKeeper;
  readonly reads: PageReads;
  readonly output: Output;
  /** Called once Astro has emptied the output. */
  readonly copyPublic: () => void;
  /** Called while the bundle is still there. */
  readonly take: () => void;
}

/**
 * Renders what is not kept with the code that Astro has bundled, and leaves nothing to Astro's own loop: that one writes
 * page by page with promises, which takes longer than many a page.
 */
export function prerendererOf(
  standard: AstroPrerenderer,
  site: URL,
  { keeper, reads, output, copyPublic, take }: Rendering,
): AstroPrerenderer {
  return {
    ...standard,
    name: 'fourfold',
    getStaticPaths: async () => {
      tell({ phase: 'pages', begins: true });
      copyPublic();
      // What else lies in the output by now is what pages load.
      output.adopt(bundleFolder);
      const paths = await listPaths(standard, reads, site);
      await renderPages(paths, keeper, output, async (path) => {
        const request = new Request(addressOfPage(path, site));
        const answer = await standard.render(request, { routeData: path.route });
        return answer instanceof Response ? answer : answer.response;
      });
      return [];
    },
    teardown: async () => {
      take();
      await standard.teardown?.();
    },
  };
}

async function listPaths(standard: AstroPrerenderer, reads: PageReads, site: URL): Promise<PathWithRoute[]> {
  // Astro's own has it once it was set up (Astro 7.3).
  const { app } = standard as AstroPrerenderer & { readonly app: PrerenderApp };
  await loadPages(app, reads, site);
  return standard.getStaticPaths();
}
