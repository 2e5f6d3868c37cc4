import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';
import type { Publication } from '../brief/publication.ts';
import type { PageReads } from '../build/page-reads.ts';
import type { Edition } from '../build/snapshot.ts';

/**
 * What the configuration hands to pages, and they to it. The two are one process and share no module: Astro bundles pages, and runs
 * them from elsewhere, so this is the one place where something goes through a global.
 */
interface Channel {
  /** Of the project. */
  readonly root: string;
  /** The settings as they are, for who loads briefs; pages take theirs from `reads`, where each reading is recorded. */
  readonly publication: Publication;
  readonly reads: PageReads;
  /** What is published: set by whoever loaded it last. */
  edition?: Edition | undefined;
}

const name = 'virtual:fourfold';
const key = 'fourfold';
const taken = `globalThis[Symbol.for(${JSON.stringify(key)})]`;

/** Before any page is loaded; in `dev`, again when the server starts anew with other settings. */
export function handToPages(channel: Channel): void {
  const { edition = heldEdition() } = channel;
  (globalThis as Record<symbol, unknown>)[Symbol.for(key)] = { ...channel, edition };
}

/** The edition that was loaded last, by the build command or where Astro asks for content. */
export function heldEdition(): Edition | undefined {
  return ((globalThis as Record<symbol, unknown>)[Symbol.for(key)] as Channel | undefined)?.edition;
}

/** The same where one must be there. */
export function takeEdition(): Edition {
  const edition = heldEdition();
  if (!edition) throw new Error('No edition was loaded yet.');
  return edition;
}

/** The module by which pages take it; in a build, those of the languages take theirs as well, so that no label is code. */
export function pagesChannel(root: string, command: string): Plugin {
  const folder = join(root, 'src/languages');
  return {
    name: 'fourfold-channel',
    resolveId: (id) => (id === name ? `\0${id}` : undefined),
    load: (id) => {
      if (id === `\0${name}`) return channelModule;
      if (command !== 'build' || dirname(id) !== folder) return undefined;
      const [, constant, code] = /^export const (\w+): Language = \{[^]*?^ {2}code: '([\w-]+)'/m.exec(readFileSync(id, 'utf8')) ?? []; // prettier-ignore
      return (
        code && constant && `export const ${constant} = ${taken}.reads.languages[${JSON.stringify(code)}];`
      );
    },
  };
}

const channelModule = `
const channel = ${taken};
export const { root, publication } = channel;
export const { accents, site, bytesOf, shared, standingPages } = channel.reads;
export const heldEdition = () => ${taken}.edition;
export const holdEdition = (edition) => { ${taken}.edition = edition; };
`;
