import { defineConfig, logHandlers } from 'astro/config';
import { fourfold } from './src/astro/integration.ts';
import { buildFolder } from './src/store/build-folder.ts';

const building = process.argv.includes('build');

export default defineConfig({
  trailingSlash: 'always',
  srcDir: './src/site',
  // A build goes into a sibling folder and takes the place of `dist` only when it is whole.
  outDir: building ? buildFolder : 'dist',
  // A build copies `public/` itself, without what systems and editors leave there: to Astro it is a folder that is not there.
  publicDir: building ? '.cache/astro/public' : 'public',
  cacheDir: '.cache/astro',
  integrations: [fourfold()],
  // Every style and script is a file of its own: the policy in the head allows nothing inline.
  build: { inlineStylesheets: 'never' },
  vite: {
    build: { assetsInlineLimit: 0 },
    // No configuration of PostCSS or TypeScript that a folder above happens to hold.
    css: { postcss: {} },
    tsconfig: 'tsconfig.json',
  },
  // A line for each page would be ten thousand lines; the integration sums up instead.
  ...(building ? { logger: logHandlers.node({ level: 'warn' }) } : {}),
  devToolbar: { enabled: false },
});
