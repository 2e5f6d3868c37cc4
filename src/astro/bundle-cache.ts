import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PathWithRoute } from 'astro';
import type { StaticPaths, StaticPathsApp } from 'astro/runtime/prerender/static-paths.js';
import { assetsFolder } from '../brief/addresses.ts';
import { addressOfPage } from '../build/page-cache.ts';
import type { PageReads } from '../build/page-reads.ts';
import { cachePath, digestOf, openCache, type Entry } from '../store/cache.ts';
import { filesBelow } from '../store/folder.ts';
import { openOutput, type Output } from '../store/output.ts';
import { digestOfFile, type FileRecord } from '../store/file-record.ts';
import { openFileDigests, type FileDigests } from '../store/file-memory.ts';
import { home, placeOfCode } from '../store/home.ts';
import { openPackages } from '../store/packages.ts';
import { originInput, type BundleInputs } from './bundle-inputs.ts';
import type { BundledPages, RouteGraph } from './route-graph.ts';

/** Where Astro has the bundle while it renders, below the output. */
export const bundleFolder = '.prerender';

/** Renders pages without Astro's build around it. */
export interface Renderer {
  readonly listPaths: () => Promise<PathWithRoute[]>;
  /** Digest of the code of each route, by component. */
  readonly routes: Readonly<Record<string, string>>;
  readonly render: (path: PathWithRoute) => Promise<Response>;
  /** Warnings of pages; of no use if Astro then builds after all. */
  readonly warnings: () => readonly string[];
  /** Links the styles, scripts and fonts of pages into the output. */
  readonly linkAssets: (output: Output) => void;
}

/**
 * The code of all pages as Astro bundled it, for later builds with the same code: starting Astro and Vite and bundling takes longer
 * than everything else in a build of a thousand briefs of which one changed. With or without it the output is the same.
 */
export interface Bundle {
  readonly inputs: BundleInputs;
  readonly entry: string;
  readonly pages: readonly (readonly [string, { readonly styles: readonly unknown[] }])[];
  /** Packages whose code it has, or that made it. */
  readonly packages: readonly string[];
  /** Digest of their versions. */
  readonly versions: string;
  /** Digest of each of our files in it. */
  readonly modules: Readonly<Record<string, string>>;
  /** Digest of the code of each route, by component. */
  readonly routes: Readonly<Record<string, string>>;
}

/** A bundle whose code is stored, but not its assets: Astro may still add images. */
export interface StoredCode {
  readonly bundle: Bundle;
  readonly files: Readonly<Record<string, FileRecord>>;
}

/** Stores the code of a bundle before Astro removes it, after all pages are rendered. */
export function storeCode(
  root: string,
  output: string,
  inputs: BundleInputs,
  pages: BundledPages,
  graph: Pick<RouteGraph, 'files' | 'hasOrigin' | 'packages' | 'routes'>,
): StoredCode | undefined {
  const from = join(output, bundleFolder);
  const names = [...filesBelow(from)];
  const entry = names.find((file) => file.startsWith('prerender-entry'));
  if (entry === undefined) return undefined;
  const cache = openCache(root);
  const { [originInput]: origin = '', ...others } = inputs;
  const bundle: Bundle = {
    inputs: graph.hasOrigin() ? { ...others, [originInput]: origin } : others,
    entry,
    pages: [...pages].map(([key, { styles }]) => [key, { styles }] as const),
    packages: graph.packages(),
    versions: versionsOf(graph.packages()),
    modules: Object.fromEntries(graph.files().map((file) => [file, digestOfFile(placeOfCode(root, file))])),
    routes: graph.routes(pages),
  };
  const files = names.map((file) => [`${codeFolder}/${file}`, cache.put(join(from, file), 'link')] as const);
  return { bundle, files: Object.fromEntries(files) };
}

/** Stores a bundle with the assets of its pages, and returns its key. */
export function storeBundle(root: string, { bundle, files }: StoredCode, output: Output): string {
  const cache = openCache(root);
  const key = digestOf(JSON.stringify([bundle.inputs, bundle.modules, bundle.versions]));
  const assets = output
    .adopted()
    .filter(isAsset)
    .map((file) => [file, output.store(file, cache)] as const);
  cache.write('bundles', key, { value: bundle, files: { ...files, ...Object.fromEntries(assets) } });
  return key;
}

/** A stored bundle, with its key. */
export interface FoundBundle extends Entry<Bundle> {
  readonly key: string;
}

/** The stored bundle of the code as it is now, or why there is none; without a reason if there never was one. */
export function findBundle(
  root: string,
  inputs: BundleInputs,
): { readonly bundle: FoundBundle } | { readonly reason: string | undefined } {
  const cache = openCache(root);
  const digests = openFileDigests(root);
  const reasons: string[] = [];
  try {
    for (const key of cache.keys('bundles')) {
      const entry = cache.read<Bundle>('bundles', key);
      const reason = entry
        ? differenceOf(root, entry.value, inputs, digests)
        : 'the stored bundle is damaged, or of another version';
      if (entry && reason === undefined) return { bundle: { ...entry, key } };
      if (reason !== undefined) reasons.push(reason);
    }
  } finally {
    digests.save();
  }
  return { reason: reasons[0] };
}

/** The first difference between the inputs of a bundle and those of now. */
function differenceOf(
  root: string,
  { inputs, modules, packages, versions }: Bundle,
  now: BundleInputs,
  digests: FileDigests,
): string | undefined {
  const name = Object.keys({ ...inputs, ...now }).find(
    (each) => inputs[each] !== now[each] && (each in inputs || each !== originInput),
  );
  if (name !== undefined) return `${name} changed`;
  if (versions !== versionsOf(packages)) return 'a package changed';
  const file = Object.keys(modules).find((each) => {
    const path = placeOfCode(root, each);
    return !existsSync(path) || digests.of(each, path) !== modules[each];
  });
  return file && `${file} changed`;
}

function versionsOf(names: readonly string[]): string {
  const packages = openPackages(home);
  return digestOf(...packages.closureOf(names).map(packages.versionOf));
}

/**
 * Loads the code of all pages, so that none is loaded while another page is rendered. The bundle does not hold the site's origin, so
 * that it serves every origin; this sets `Astro.site`.
 */
export async function loadPages(
  app: PrerenderApp,
  reads: Pick<PageReads, 'load'>,
  { origin }: URL,
): Promise<void> {
  app.manifest.site = origin;
  await reads.load(async () => {
    for (const { routeData } of app.manifest.routes) {
      if (routeData.prerender) await app.getComponentByRoute(routeData);
    }
  });
}

/** Opens a stored bundle. Node loads modules from a folder, so its code is linked into one. */
export async function openBundle(
  root: string,
  { value, files }: FoundBundle,
  reads: PageReads,
  site: URL,
): Promise<Renderer> {
  const cache = openCache(root);
  const code = openOutput(cachePath(root, 'bundle'));
  for (const [file, record] of Object.entries(files)) {
    if (!isAsset(file)) code.link(file, cache.pathOf(record), record);
  }
  code.sweep();
  const { app, StaticPaths } = (await import(
    /* @vite-ignore */ pathToFileURL(join(code.folder, codeFolder, value.entry)).href
  )) as BundleEntry;
  app.setInternals({ pagesByKeys: new Map(value.pages), entrySpecifierToBundleMap: new Map() });
  const warnings: string[] = [];
  const write = ({ message }: { readonly message: string }): void => void warnings.push(message);
  app.setOptions({ settings: { scripts: [] }, logger: { options: { destination: { write } } } });
  return {
    routes: value.routes,
    listPaths: async () => {
      await loadPages(app, reads, site);
      return new StaticPaths(app).getAll();
    },
    render: (path) => app.render(new Request(addressOfPage(path, site)), { routeData: path.route }),
    warnings: () => warnings,
    linkAssets: (output) => {
      for (const [file, record] of Object.entries(files)) {
        if (!isAsset(file)) continue;
        // A file in public/ may have that name.
        if (!output.link(file, cache.pathOf(record), record) && !output.has(file))
          throw new Error(`${file} is damaged`);
      }
    },
  };
}

/** What the bundle exports. */
interface BundleEntry {
  readonly app: PrerenderApp;
  readonly StaticPaths: new (app: StaticPathsApp) => StaticPaths;
}

/** The parts that are used of the app that Astro 7.3 bundles for its own prerenderer. */
export interface PrerenderApp extends StaticPathsApp {
  readonly getComponentByRoute: NonNullable<StaticPathsApp['getComponentByRoute']>;
  readonly setInternals: (internals: object) => void;
  readonly setOptions: (options: object) => void;
  readonly render: (request: Request, options: { routeData: PathWithRoute['route'] }) => Promise<Response>;
}

const codeFolder = 'code';

function isAsset(file: string): boolean {
  return file.startsWith(`${assetsFolder}/`);
}
