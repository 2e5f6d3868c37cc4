import type { AstroPrerenderer } from 'astro';
import { bundleFolder } from './kept-bundle.ts';
import type { PageKeeper } from './page-keeper.ts';
import type { Output } from './press/output.ts';
import { tell } from './press/progress.ts';

/**
 * Astro's own way to render, but of the pages that are not kept alone. `take` is called when all are rendered, while the
 * bundle is still there.
 */
export function prerendererOf(
  standard: AstroPrerenderer,
  keeper: PageKeeper,
  output: Output,
  take: () => void,
): AstroPrerenderer {
  return {
    ...standard,
    name: 'fourfold',
    getStaticPaths: async () => {
      tell({ phase: 'pages', begins: true });
      // What lies in the output by now is the publisher's own and what pages load.
      output.adopt(bundleFolder);
      return keeper.lay(await standard.getStaticPaths());
    },
    render: (request, options) => {
      keeper.begin(options.routeData.type);
      return standard.render(request, options);
    },
    teardown: async () => {
      take();
      await standard.teardown?.();
    },
  };
}
