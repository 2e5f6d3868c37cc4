import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import type { HookParameters } from 'astro';
import type { Plugin } from 'vite';
import { entryOf } from '../store/folder.ts';
import { digestOf } from '../store/cache.ts';
import { isWords } from '../build/makers.ts';
import { home, nameOfCode } from '../store/home.ts';
import { openPackages } from '../store/packages.ts';

/** The pages of a build as `astro:build:setup` has them; their styles are known after bundling. */
export type BundledPages = HookParameters<'astro:build:setup'>['pages'];

/** What Vite knows of the modules of a build after bundling. */
export interface RouteGraph {
  readonly plugin: Plugin;
  /**
   * By component, a digest of all modules that a route imports, as they run, and of the styles and scripts that browsers load for
   * them.
   */
  readonly routes: (pages: BundledPages) => Readonly<Record<string, string>>;
  /** Whether a module contains the origin of the site's address. */
  readonly hasOrigin: () => boolean;
  /** Packages in the bundle, packages that it imports, and those that make it; sorted. */
  readonly packages: () => readonly string[];
  /** Our own files in the bundle, for pages or browsers: as `nameOfCode` names them, sorted. */
  readonly files: () => readonly string[];
}

interface Module {
  readonly imports: readonly string[];
  /** Digest of its code after all plugins, and of its bytes if it is not code. */
  readonly digest: string;
}

/** Reads the module graphs of a build while Vite has them. */
export function openRouteGraph(root: string): RouteGraph {
  const modules = new Map<string, Module>();
  /** Names of the files that browsers load, by module. */
  const scripts = new Map<string, string>();
  const files = new Set<string>();
  let hasOrigin = false;
  let known: Readonly<Record<string, string>> | undefined;
  /** The packages that make the bundle are in no graph. */
  const used = new Set(['astro', 'vite']);
  const pathOf = (id: string): string => id.split('?')[0] ?? '';
  const fileOf = (id: string): string | undefined => {
    const path = pathOf(id);
    const name = nameOfCode(root, path);
    return name !== undefined && entryOf(path)?.isFile() ? name : undefined;
  };
  return {
    plugin: {
      name: 'fourfold-route-graph',
      apply: 'build',
      generateBundle(_options, bundle) {
        const isClient = this.environment.name === 'client';
        for (const id of this.getModuleIds()) {
          const file = fileOf(id);
          // Labels are passed to pages, and are not in the bundle.
          if (file !== undefined && !isWords(file)) files.add(file);
          const name = packageOf(root, id);
          if (name !== undefined) used.add(name);
          const info = this.getModuleInfo(id);
          // Astro only mentions it in a message.
          if (name !== 'astro' && info?.code?.includes('import.meta.env.SITE')) hasOrigin = true;
          if (isClient || !info) continue;
          const code = (info.code ?? '').replaceAll(unstable, '').replaceAll(home, '').replaceAll(root, '');
          const isCode = file === undefined || codeEndings.has(extname(file));
          modules.set(id, {
            imports: [...info.importedIds, ...info.dynamicallyImportedIds],
            digest: isCode ? digestOf(code) : digestOf(code, readFileSync(pathOf(id))),
          });
        }
        if (!isClient) return;
        for (const chunk of Object.values(bundle)) {
          if (chunk.type === 'chunk' && chunk.facadeModuleId !== null)
            scripts.set(chunk.facadeModuleId, chunk.fileName);
        }
      },
    },
    routes: (bundled) => {
      if (known) return known;
      // Their order depends only on the modules.
      const styles = new Map(
        [...bundled.values()].map((page) => [
          page.component,
          page.styles.map(({ sheet }) => JSON.stringify(sheet)).sort(),
        ]),
      );
      const packages = openPackages(home);
      const pages = [...modules.keys()].filter((id) => /\/src\/site\/pages\/[^?]+\.(?:astro|ts)$/.test(id));
      known = Object.fromEntries(
        pages.map((id) => {
          const reached = closureOf(root, id, modules);
          const names = new Set([...reached].flatMap((each) => packageOf(root, each) ?? []));
          const own = [...reached].filter((each) => packageOf(root, each) === undefined).sort();
          const parts = own.flatMap((each) => [
            each.replaceAll(home, '').replaceAll(root, ''),
            modules.get(each)?.digest ?? '',
            scripts.get(each) ?? '',
          ]);
          const versions = packages.closureOf(names).map(packages.versionOf);
          const component = fileOf(id) ?? id;
          const loaded = styles.get(component) ?? [];
          return [component, digestOf(process.version, ...loaded, ...parts, ...versions)];
        }),
      );
      return known;
    },
    hasOrigin: () => hasOrigin,
    packages: () => [...used].sort(),
    files: () => [...files].sort(),
  };
}

/**
 * What differs between two bundlings of the same code: source maps contain paths of this machine in base64, and references to
 * files such as fonts, whose bytes count anyway, are numbered in the order of reading.
 */
const unstable = /\n\/\/# sourceMappingURL=data:[\w/;,=+-]+|(?<=import\.meta\.ROLLDOWN_FILE_URL_)[\w-]+/g;

const codeEndings: ReadonlySet<string> = new Set(['.astro', '.js', '.mjs', '.ts']);

/** A package counts as a whole, as in the lockfile. */
function closureOf(root: string, entry: string, modules: ReadonlyMap<string, Module>): Set<string> {
  const reached = new Set<string>();
  const waiting = [entry];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    if (packageOf(root, id) === undefined) waiting.push(...(modules.get(id)?.imports ?? []));
  }
  return reached;
}

/** The package of a module, in `node_modules` or external; undefined for our own modules. */
function packageOf(root: string, id: string): string | undefined {
  if (nameOfCode(root, id) !== undefined) return undefined;
  const name = /(?:@[\w.-]+\/)?[\w.-]+/.exec(id.slice(id.lastIndexOf('/node_modules/') + 14))?.[0];
  if (id.includes('/node_modules/')) return name;
  return /^(?!node:|virtual:|astro:)(?:@[\w.-]+\/)?[\w-][\w.-]*(?:\/|$)/.exec(id)?.[0].replace(/\/$/, '');
}
