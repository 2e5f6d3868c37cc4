import type { Plugin } from 'vite';

/**
 * Astro's toolbar is off, but Vite would still prepare its packages at each start of `dev`, and would not find them where pnpm
 * installed them.
 */
export const withoutToolbar: Plugin = {
  name: 'fourfold-without-toolbar',
  configResolved({ environments }) {
    const { optimizeDeps } = environments['client'] ?? {};
    if (optimizeDeps?.include)
      optimizeDeps.include = optimizeDeps.include.filter((name) => !/^astro > |dev-toolbar/.test(name));
  },
};
