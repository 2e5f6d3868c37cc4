import type { Plugin } from 'vite';
import type { Publication } from '../brief/publication.ts';

/**
 * What the configuration hands to pages. The two are one process and share no module: Astro bundles pages, and runs them from
 * elsewhere, so this is the one place where something goes through a global.
 */
interface Channel {
  readonly publication: Publication;
}

const name = 'virtual:fourfold';
const key = 'fourfold';

/** Before any page is loaded; in `dev`, again when the server starts anew with other settings. */
export function handToPages(channel: Channel): void {
  (globalThis as Record<symbol, unknown>)[Symbol.for(key)] = channel;
}

/** The module by which pages take it. */
export function pagesChannel(): Plugin {
  return {
    name: 'fourfold-channel',
    resolveId: (id) => (id === name ? `\0${id}` : undefined),
    load: (id) =>
      id === `\0${name}`
        ? `export const site = globalThis[Symbol.for(${JSON.stringify(key)})].publication;`
        : undefined,
  };
}
