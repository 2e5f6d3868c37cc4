import type { Plugin } from 'vite';
import { placeOf, standingFolder } from '../brief/briefs-folder.ts';
import type { Publication } from '../brief/publication.ts';
import { readStandingPages } from '../build/standing-pages.ts';

const list = 'virtual:standing-pages';
const texts = 'virtual:standing-texts';

/**
 * The list of the publisher's standing pages as a module, and their texts as another. Every page's footer asks the list, so
 * a change of a title makes every page anew, and a change of a text only that one.
 */
export function standingPages(root: string, publication: Publication): Plugin {
  return {
    name: 'fourfold-standing-pages',
    resolveId: (id) => (id === list || id === texts ? `\0${id}` : undefined),
    load: async (id) => {
      if (id !== `\0${list}` && id !== `\0${texts}`) return undefined;
      const pages = await readStandingPages(root, publication);
      if (id === `\0${list}`) return `export const standingPages = ${JSON.stringify(pages)};`;
      const imports = pages.map(({ slug }, at) => {
        const place = placeOf(root, `${standingFolder}/${slug}.mdx`);
        return `import * as text${at} from ${JSON.stringify(place)};`;
      });
      const entries = pages.map(({ slug }, at) => `${JSON.stringify(slug)}: text${at}`);
      return `${imports.join('\n')}\nexport const standingTexts = { ${entries.join(', ')} };`;
    },
    configureServer: (server) => {
      server.watcher.on('all', (_event, path) => {
        if (!path.startsWith(placeOf(root, standingFolder))) return;
        for (const name of [list, texts]) {
          const module = server.moduleGraph.getModuleById(`\0${name}`);
          if (module) server.moduleGraph.invalidateModule(module);
        }
      });
    },
  };
}
