import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';
import type { PageReads } from '../build/page-reads.ts';
import { home } from '../store/home.ts';
import type { Snapshot } from '../build/snapshot.ts';

/**
 * What the configuration passes to pages, and back. Both run in one process but share no modules, since Astro bundles pages and
 * runs them from elsewhere. This is the only global.
 */
interface Channel {
  /** Folder of the project. */
  readonly root: string;
  readonly reads: PageReads;
  /** The snapshot that was loaded last. */
  snapshot?: Snapshot | undefined;
}

const name = 'virtual:fourfold';
const key = 'fourfold';
const channelCode = `globalThis[Symbol.for(${JSON.stringify(key)})]`;

/** Call it before any page is loaded; in `dev`, again when the server restarts with other settings. */
export function setChannel(channel: Channel): void {
  const { snapshot = currentSnapshot() } = channel;
  (globalThis as Record<symbol, unknown>)[Symbol.for(key)] = { ...channel, snapshot };
}

/** The snapshot that was loaded last, by the build command or by `dev`. */
export function currentSnapshot(): Snapshot | undefined {
  return currentChannel()?.snapshot;
}

/** Shows pages another snapshot from now on. */
export function setSnapshot(snapshot: Snapshot): void {
  const channel = currentChannel();
  if (channel) channel.snapshot = snapshot;
}

function currentChannel(): Channel | undefined {
  return (globalThis as Record<symbol, unknown>)[Symbol.for(key)] as Channel | undefined;
}

/** Throws if there is none. */
export function requireSnapshot(): Snapshot {
  const snapshot = currentSnapshot();
  if (!snapshot) throw new Error('No snapshot was loaded yet.');
  return snapshot;
}

/**
 * The module with which pages read the channel. In a build the modules of languages read it as well, so that labels are not code.
 */
export function channelPlugin(command: string): Plugin {
  const folder = join(home, 'src/languages');
  return {
    name: 'fourfold-channel',
    resolveId: (id) => (id === name ? `\0${id}` : undefined),
    load: (id) => {
      if (id === `\0${name}`) return channelModule;
      if (command !== 'build' || dirname(id) !== folder) return undefined;
      const [, constant, code] = /^export const (\w+)(?:: Language)?\s*= \{[^]*?^ {2}code: '([\w-]+)'/m.exec(readFileSync(id, 'utf8')) ?? []; // prettier-ignore
      return (
        code &&
        constant &&
        `export const ${constant} = ${channelCode}.reads.languages[${JSON.stringify(code)}];`
      );
    },
  };
}

const channelModule = `
const channel = ${channelCode};
export const { root } = channel;
export const { accents, site, bytesOf, hasPath, shared, standingPages } = channel.reads;
export const currentSnapshot = () => ${channelCode}.snapshot;
`;
