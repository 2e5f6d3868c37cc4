import { join } from 'node:path';
import type { AstroInlineConfig } from 'astro';
import { logHandlers } from 'astro/config';
import { buildFolder } from '../store/build-folder.ts';
import { home } from '../store/home.ts';

/** Astro's configuration for a publication, which needs no file of it; without the integration. */
export function astroConfig(
  root: string,
  command: 'build' | 'dev' | 'preview',
  isPreview = false,
): AstroInlineConfig {
  const isBuild = command === 'build';
  return {
    root,
    configFile: false,
    trailingSlash: 'always',
    srcDir: join(home, 'src/site'),
    // A build goes into a sibling folder and takes the place of `dist` only when it is whole.
    outDir: isBuild ? buildFolder(isPreview) : 'dist',
    // A build copies `public/` itself, without what systems and editors leave there: to Astro it is a folder that is not there.
    publicDir: isBuild ? '.cache/astro/public' : 'public',
    cacheDir: '.cache/astro',
    // Every style and script is a file of its own: the policy in the head allows nothing inline.
    build: { inlineStylesheets: 'never' },
    vite: {
      cacheDir: join(root, '.cache/vite'),
      build: { assetsInlineLimit: 0 },
      // No configuration of PostCSS or TypeScript that a folder above happens to hold.
      css: { postcss: {} },
      tsconfig: join(home, 'tsconfig.json'),
    },
    // A line for each page would be ten thousand lines; the integration sums up instead.
    ...(isBuild ? { logger: logHandlers.node({ level: 'warn' }) } : {}),
    devToolbar: { enabled: false },
  };
}
