import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';
import { home } from '../store/home.ts';

/** A place beside our code, from which our packages are found; it need not exist. */
const ours = join(home, 'package.json');

/**
 * Finds the packages that Fourfold depends on where the publication's folder has none of that name: pnpm installs them beside
 * Fourfold alone. Those of the publication itself come first.
 */
export const homePackages: Plugin = {
  name: 'fourfold-packages',
  enforce: 'pre',
  async resolveId(id, importer, options) {
    if (!isPackageName(id)) return null;
    const found = await this.resolve(id, importer, { ...options, skipSelf: true });
    return found ?? this.resolve(id, ours, { ...options, skipSelf: true });
  },
};

/** The same for modules that Node loads, such as those of the bundle of all pages. */
export function findPackagesFromHome(): void {
  registerHooks({
    resolve: (specifier, context, next) => {
      try {
        return next(specifier, context);
      } catch (error) {
        if (!isPackageName(specifier)) throw error;
        return next(specifier, { ...context, parentURL: pathToFileURL(ours).href });
      }
    },
  });
}

function isPackageName(id: string): boolean {
  return /^(?:@[\w.-]+\/)?[a-z][\w.-]*(?:\/|$)/i.test(id) && !/^(?:node|data|file|virtual|astro):/.test(id);
}
