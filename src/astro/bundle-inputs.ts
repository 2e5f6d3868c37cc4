import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Publication } from '../brief/publication.ts';
import { digestOfVariables } from '../build/page-keys.ts';
import { digestOfEntries } from '../build/makers.ts';
import { componentsFolder } from '../build/own-components.ts';
import { digestOf } from '../store/cache.ts';
import { filesBelow } from '../store/folder.ts';
import type { BundleInputs } from './bundle-cache.ts';

/** Plugins that make or change modules of pages. */
const plugins = ['src/astro/channel.ts', 'src/astro/topic-accents.ts'];

/** All that Astro bundles from but the modules themselves. */
export function inputsOfBundle(root: string, publication: Publication): BundleInputs {
  const { address, accent, topics } = publication;
  const accents = Object.entries(topics).map(([id, topic]) => [id, topic.accent]);
  return {
    'the version of Node': process.version,
    'astro.config.mjs': digestOf(readFileSync(join(root, 'astro.config.mjs'))),
    'an .env file': digestOfVariables(root),
    'the list of pages in src/site/pages': namesBelow(join(root, 'src/site/pages')),
    'the list of components in components/': namesBelow(join(root, componentsFolder)),
    'the code that prepares modules': digestOfEntries(root, plugins),
    'the site’s address': address,
    'an accent': digestOf(JSON.stringify([accent, accents])),
  };
}

function namesBelow(folder: string): string {
  return digestOf([...filesBelow(folder)].join('\n'));
}
