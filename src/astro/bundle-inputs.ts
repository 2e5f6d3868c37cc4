import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Publication } from '../brief/publication.ts';
import { digestOfVariables } from '../build/page-keys.ts';
import { digestOfEntries } from '../build/makers.ts';
import { componentsFolder } from '../build/own-components.ts';
import { digestOf } from '../store/cache.ts';
import { home } from '../store/home.ts';
import { filesBelow } from '../store/folder.ts';

/** Inputs of a bundle other than its modules, by the names that messages use. */
export type BundleInputs = Readonly<Record<string, string>>;

/** Plugins that provide or change modules of pages. */
const plugins = ['src/astro/channel.ts', 'src/astro/page-list-plugin.ts'];

/** Counts only for bundles in which a module contains the origin; the others serve every origin. */
export const originInput = 'the site’s address';

/** Everything a bundle is made from except its modules. */
export function inputsOfBundle(root: string, publication: Publication): BundleInputs {
  const { origin, pathname } = new URL(publication.address);
  return {
    'the version of Node': process.version,
    'src/astro/config.ts': digestOf(readFileSync(join(home, 'src/astro/config.ts'))),
    'an .env file': digestOfVariables(root),
    'the list of pages in src/site/pages': namesBelow(join(home, 'src/site/pages')),
    'the list of components in components/': namesBelow(join(root, componentsFolder)),
    'the code that prepares modules': digestOfEntries(root, plugins),
    'the path in the site’s address': pathname,
    [originInput]: origin,
  };
}

function namesBelow(folder: string): string {
  return digestOf([...filesBelow(folder)].join('\n'));
}
