import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Publication } from '../brief/publication.ts';
import type { BuildSnapshot } from '../build/last-build.ts';
import { finishRun, startRun } from '../build/build.ts';
import { languages } from '../languages/languages.ts';
import { setChannel, currentSnapshot, channelPlugin, requireSnapshot } from './channel.ts';
import { storeBundle, storeCode, type StoredCode } from './bundle-cache.ts';
import { openRouteGraph, type BundledPages, type RouteGraph } from './route-graph.ts';
import { openPageReads, type PageReads } from '../build/page-reads.ts';
import { pageScript } from './dev-problems.ts';
import { extendDevServer, settingsText } from './dev-server.ts';
import { pageListPlugin } from './page-list-plugin.ts';
import { homePackages } from './home-packages.ts';
import { withoutToolbar } from './without-toolbar.ts';
import { isPackage } from '../store/home.ts';
import { prerendererOf } from './prerenderer.ts';
import { openBuildFolder } from '../store/build-folder.ts';
import { openOutput } from '../store/output.ts';
import { assertProjectPath } from '../build/project-path.ts';
import { readFollowed } from './followed-look.ts';
import { readPublication } from '../build/own-look.ts';
import { copyPublicFolder } from '../build/public-folder.ts';
import { momentOfBuild } from '../build/build-moment.ts';
import { inputsOfBundle } from './bundle-inputs.ts';
import { settingsFile } from '../brief/briefs-folder.ts';
import { absolutePath } from '../markdown/source-paths.ts';

/**
 * Fourfold's Astro integration. In a build: one moment for everything, workers that run while pages are rendered, cached pages,
 * and a swap at the end. In `dev`: watches briefs and lists their problems.
 */
export function fourfold(isPreview = false): AstroIntegration {
  let publication: Publication;
  let started: string | undefined;
  let root = '';
  let folder = '';
  let pages: BundledPages = new Map();
  let graph: RouteGraph;
  let reads: PageReads;
  let code: StoredCode | undefined;
  let finish = (): Promise<void> => Promise.reject(new Error('the build ends before it began'));
  return {
    name: 'fourfold',
    hooks: {
      'astro:config:setup': async ({ command, config, updateConfig, addWatchFile, injectScript }) => {
        root = fileURLToPath(config.root);
        folder = fileURLToPath(config.outDir);
        assertProjectPath(root);
        // Here rather than in the configuration: if that throws, Astro loads it again through a Vite server that it then closes,
        // and no import of ours that follows ever ends.
        started = settingsText(root);
        const settings = command === 'dev' ? await readFollowed(root) : await readPublication(root);
        publication = isPreview ? { ...settings, preview: true } : settings;
        const { origin, pathname } = new URL(publication.address);
        graph = openRouteGraph(root);
        reads = openPageReads(root, publication, languages, currentSnapshot);
        setChannel({ root, reads });
        // The settings are part of the configuration: `dev` restarts when they change.
        addWatchFile(pathToFileURL(absolutePath(root, settingsFile)));
        const define = {
          'import.meta.env.DEV_SERVER': String(command === 'dev'),
          'import.meta.env.SITE': JSON.stringify(origin),
        };
        const plugins = [
          channelPlugin(command),
          pageListPlugin,
          graph.plugin,
          withoutToolbar,
          ...(isPackage ? [homePackages] : []),
        ];
        // In a build pages are told of the origin when they are rendered, so that a stored bundle serves every origin.
        const site = command === 'build' ? {} : { site: origin };
        updateConfig({ ...site, base: pathname, vite: { define, plugins } });
        if (command === 'dev') injectScript('page', pageScript);
        if (command !== 'build') return;
        // Packages are bundled too: Node would load a thousand modules one by one in each build with a stored bundle.
        updateConfig({
          vite: { environments: { prerender: { resolve: { noExternal: true, external: ['sharp'] } } } },
        });
        process.env['BRIEFS_NOW'] = momentOfBuild(process.env, publication.timeZone);
        openBuildFolder(root, isPreview);
      },
      'astro:server:setup': ({ server }) => {
        extendDevServer({ root, publication, server }, () => started);
      },
      'astro:build:start': async ({ setPrerenderer }) => {
        const inputs = inputsOfBundle(root, publication);
        const output = openOutput(folder);
        const snapshot = requireSnapshot() as BuildSnapshot;
        const run = await startRun(
          { root, publication, snapshot, output, isBundled: true },
          { routes: () => graph.routes(pages), reads },
        );
        const beforeTeardown = (): void => {
          code = storeCode(root, folder, inputs, pages, graph);
        };
        const copyPublic = (): void => {
          copyPublicFolder(root, output);
        };
        const site = new URL(publication.address);
        setPrerenderer((standard) =>
          prerendererOf(standard, site, {
            pageCache: run.pageCache,
            reads,
            output,
            copyPublic,
            beforeTeardown,
          }),
        );
        finish = async () => {
          output.adopt();
          await finishRun(run, code && storeBundle(root, code, output));
        };
      },
      'astro:build:setup': (setup) => {
        ({ pages } = setup);
      },
      'astro:build:done': () => finish(),
    },
  };
}
