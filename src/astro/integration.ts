import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Publication } from '../brief/publication.ts';
import { finishRun, startRun } from '../build/build.ts';
import { handToPages, pagesChannel } from './channel.ts';
import { keepBundle, takeBundle, type BundledPages, type TakenBundle } from './bundle-cache.ts';
import { serveNewsroom } from './dev-server.ts';
import { prerendererOf } from './prerenderer.ts';
import { openBuildFolder } from '../store/build-folder.ts';
import { openOutput } from '../store/output.ts';
import { copyPublicFolder } from '../build/public-folder.ts';
import { momentOfBuild } from '../build/build-moment.ts';
import { recipeOfBundle } from '../build/page-keys.ts';
import { settingsFile } from '../brief/briefs-folder.ts';
import { absolutePath } from '../markdown/source-paths.ts';
import { topicAccents } from './topic-accents.ts';

/**
 * Where Astro meets the press: one moment for the whole build, cards drawn by workers while pages are rendered, pages
 * kept from build to build, the finished output swapped in at the end, and in `dev` the briefs watched and their problems
 * shown as an overlay.
 */
export function fourfold(publication: Publication): AstroIntegration {
  let root = '';
  let folder = '';
  let isAnew = false;
  let pages: BundledPages = new Map();
  let bundle: TakenBundle | undefined;
  let finish = (): Promise<void> => Promise.reject(new Error('the build ends before it began'));
  return {
    name: 'fourfold',
    hooks: {
      'astro:config:setup': ({ command, config, isRestart, updateConfig, addWatchFile }) => {
        isAnew = isRestart;
        root = fileURLToPath(config.root);
        folder = fileURLToPath(config.outDir);
        // The settings are part of the configuration: when they change, `dev` begins anew.
        addWatchFile(pathToFileURL(absolutePath(root, settingsFile)));
        handToPages({ publication });
        const define = { 'import.meta.env.NEWSROOM': String(command === 'dev') };
        updateConfig({
          vite: {
            define,
            plugins: [pagesChannel(), topicAccents(publication)],
          },
        });
        if (command !== 'build') return;
        process.env['BRIEFS_NOW'] = momentOfBuild(process.env, publication.timeZone);
        openBuildFolder(root);
      },
      'astro:server:setup': ({ server, refreshContent }) => {
        serveNewsroom({ root, publication, server, refreshContent, isAnew });
      },
      'astro:build:start': async ({ setPrerenderer }) => {
        const recipe = await recipeOfBundle(root, publication);
        const output = openOutput(folder);
        const run = await startRun(root, publication, output);
        const take = (): void => {
          bundle = takeBundle(root, recipe, folder, pages);
        };
        const copyPublic = (): void => {
          copyPublicFolder(root, output);
        };
        const site = new URL(publication.address);
        setPrerenderer((standard) => prerendererOf(standard, site, run.keeper, output, copyPublic, take));
        finish = async () => {
          output.adopt();
          if (bundle) keepBundle(root, recipe, bundle, folder);
          await finishRun(run);
        };
      },
      'astro:build:setup': (setup) => {
        ({ pages } = setup);
      },
      'astro:build:done': () => finish(),
    },
  };
}
