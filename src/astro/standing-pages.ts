import { basename, dirname } from 'node:path';
import type { Plugin } from 'vite';
import { placeOf, standingFolder } from '../brief/briefs-folder.ts';
import type { Publication } from '../brief/publication.ts';
import { noteExpressions } from '../build/page-failure.ts';
import { readStandingPages } from '../build/standing-pages.ts';
import { parse } from '../markdown/parse.ts';

const list = 'virtual:standing-pages';
const texts = 'virtual:standing-texts';

/**
 * The list of the publisher's standing pages as a module, and their texts as another. Every page's footer asks the list, so
 * a change of a title makes every page anew, and a change of a text only that one.
 */
export function standingPages(root: string, publication: Publication): Plugin {
  const folder = placeOf(root, standingFolder);
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
    // Before MDX is compiled: its code is to say where it fails.
    transform: {
      order: 'pre',
      filter: { id: /\.mdx$/ },
      handler: (text, id) => {
        if (dirname(id) !== folder) return undefined;
        return noteExpressions(parse(`${standingFolder}/${basename(id)}`, text, publication));
      },
    },
    configureServer: (server) => {
      server.watcher.on('all', (_event, path) => {
        if (!path.startsWith(folder)) return;
        for (const name of [list, texts]) {
          const module = server.moduleGraph.getModuleById(`\0${name}`);
          if (module) server.moduleGraph.invalidateModule(module);
        }
      });
    },
  };
}
