import { join } from 'node:path';
import type { Plugin } from 'vite';
import type { Publication } from './brief/publication.ts';
import { readStandingPages, standingFolder } from './press/standing-pages.ts';

const name = 'virtual:standing-pages';

/**
 * The list of the publisher's standing pages as a module. Every page's footer asks it, so a change of a title makes
 * every page anew, and a change of a text only that one.
 */
export function standingPages(root: string, publication: Publication): Plugin {
  return {
    name: 'fourfold-standing-pages',
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    load: async (id) => {
      if (id !== `\0${name}`) return undefined;
      const pages = await readStandingPages(root, publication);
      return `export const standingPages = ${JSON.stringify(pages)};`;
    },
    configureServer: (server) => {
      server.watcher.on('all', (_event, path) => {
        if (!path.startsWith(join(root, standingFolder))) return;
        const module = server.moduleGraph.getModuleById(`\0${name}`);
        if (module) server.moduleGraph.invalidateModule(module);
      });
    },
  };
}
