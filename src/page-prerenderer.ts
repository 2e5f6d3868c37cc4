import type { AstroPrerenderer } from 'astro';
import type { PageKeeper } from './page-keeper.ts';
import { tell } from './press/progress.ts';

/**
 * Astro's own way to render, but of the pages that are not kept alone. `take` is called when all are rendered, while the
 * bundle is still there.
 */
export function prerendererOf(
  standard: AstroPrerenderer,
  keeper: PageKeeper,
  take: () => void,
): AstroPrerenderer {
  return {
    ...standard,
    name: 'fourfold',
    getStaticPaths: async () => {
      tell({ phase: 'pages', begins: true });
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
