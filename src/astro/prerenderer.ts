import type { AstroPrerenderer } from 'astro';
import { bundleFolder } from './bundle-cache.ts';
import { addressOfPage, renderPages, type PageKeeper } from '../build/page-cache.ts';
import type { Output } from '../store/output.ts';
import { tell } from '../build/progress.ts';

/**
 * Renders what is not kept with the code that Astro has bundled, and leaves nothing to Astro's own loop: that one writes
 * page by page with promises, which takes longer than many a page. `copyPublic` is called once Astro has emptied the output,
 * `take` while the bundle is still there.
 */
export function prerendererOf(
  standard: AstroPrerenderer,
  site: URL,
  keeper: PageKeeper,
  output: Output,
  copyPublic: () => void,
  take: () => void,
): AstroPrerenderer {
  return {
    ...standard,
    name: 'fourfold',
    getStaticPaths: async () => {
      tell({ phase: 'pages', begins: true });
      copyPublic();
      // What else lies in the output by now is what pages load.
      output.adopt(bundleFolder);
      const paths = await standard.getStaticPaths();
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
