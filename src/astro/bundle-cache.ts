import { existsSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PathWithRoute } from 'astro';
import { StaticPaths, type StaticPathsApp } from 'astro/runtime/prerender/static-paths.js';
import { assetsFolder } from '../brief/addresses.ts';
import { addressOfPage } from '../build/page-cache.ts';
import type { PageReads } from '../build/page-reads.ts';
import { cacheFolder, digestOf } from '../store/cache.ts';
import { filesBelow } from '../store/folder.ts';
import { removeFolder } from '../store/build-folder.ts';
import { linkFile, openFolderMaker, type Output } from '../store/output.ts';
import { digestOfFile, isIntact, traceOf, type Trace } from '../store/fingerprint.ts';
import { openFileDigests, type FileDigests } from '../store/file-memory.ts';
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
  /** What there was to say of pages that were rendered; of use to nobody if Astro builds after all. */
  readonly said: () => readonly string[];
  /** Lays the styles, scripts and pictures that pages load into the output. */
  readonly layAssets: (output: Output) => void;
}

/**
 * The code of all pages as Astro bundled it, kept for as long as none of it changes: to start Astro and Vite and to bundle
 * the same again takes longer than all else in a build of a thousand briefs of which one changed. Whoever cannot use it
 * builds with Astro; both make the same bytes.
 */
export interface TakenBundle {
  readonly inputs: BundleInputs;
  readonly entry: string;
  readonly pages: readonly (readonly [string, { readonly styles: readonly unknown[] }])[];
  /** Packages that it is made from and with. */
  readonly packages: readonly string[];
  /** Digest of each file of ours that is in it. */
  readonly modules: Readonly<Record<string, string>>;
  /** Digest of the code of each route, by component. */
  readonly routes: Readonly<Record<string, string>>;
}

/** Takes the bundle while Astro still has it, once all pages are rendered. */
export function takeBundle(
  root: string,
  output: string,
  inputs: BundleInputs,
  pages: BundledPages,
  graph: Pick<RouteGraph, 'files' | 'hasOrigin' | 'packages' | 'routes'>,
): TakenBundle | undefined {
  const from = join(output, bundleFolder);
  const entry = Array.from(filesBelow(from)).find((file) => file.startsWith('prerender-entry'));
  if (entry === undefined) return undefined;
  const draft = draftOf(root);
  removeFolder(draft);
  linkFiles(from, join(draft, codeFolder), filesBelow(from));
  const { [originInput]: origin = '', ...others } = inputs;
  return {
    inputs: graph.hasOrigin() ? { ...others, [originInput]: origin } : others,
    entry,
    pages: [...pages].map(([key, { styles }]) => [key, { styles }] as const),
    packages: graph.packages(),
    modules: Object.fromEntries(graph.files().map((file) => [file, digestOfFile(join(root, file))])),
    routes: graph.routes(pages),
  };
}

/** Keeps a bundle that was taken, with what pages load; it is there whole or not at all. */
export function keepBundle(root: string, bundle: TakenBundle, output: Output): void {
  const versions = versionsOf(root, bundle);
  const folder = folderOf(root, digestOf(JSON.stringify([bundle.inputs, bundle.modules, versions])));
  const draft = draftOf(root);
  linkFiles(output.folder, draft, output.adopted().filter(isAsset));
  const traces = Array.from(filesBelow(draft), (file) => [file, traceOf(join(draft, file))] as const);
  const list: KeptBundle = { ...bundle, format, versions, files: Object.fromEntries(traces) };
  writeFileSync(listOf(draft), JSON.stringify(list));
  if (!readBundle(folder)) {
    removeFolder(folder);
    try {
      renameSync(draft, folder);
      return;
    } catch (error) {
      // Another build has just kept the same.
      if (!readBundle(folder)) throw error;
    }
  }
  removeFolder(draft);
}

/** A kept bundle that was made from what is there now, or why there is none; no reason where none was ever kept. */
export function findBundle(
  root: string,
  inputs: BundleInputs,
): { readonly folder: string } | { readonly reason: string | undefined } {
  const digests = openFileDigests(root);
  const reasons = keptBundles(root).map((folder) => {
    const bundle = readBundle(folder);
    return {
      folder,
      reason: bundle
        ? differenceOf(root, bundle, inputs, digests)
        : 'the kept bundle is damaged, or of another version',
    };
  });
  digests.save();
  const found = reasons.find(({ reason }) => reason === undefined);
  return found ? { folder: found.folder } : { reason: reasons[0]?.reason };
}

/** The last one first. */
function keptBundles(root: string): string[] {
  const folder = join(root, cacheFolder, bundlesFolder);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => !name.includes('.'))
    .map((name) => ({ folder: join(folder, name), mtimeMs: statSync(join(folder, name)).mtimeMs }))
    .sort((one, other) => other.mtimeMs - one.mtimeMs)
    .map(({ folder: place }) => place);
}

/** What is other than when a bundle was made; of several things the first. */
function differenceOf(
  root: string,
  bundle: KeptBundle,
  now: BundleInputs,
  digests: FileDigests,
): string | undefined {
  const { inputs, modules } = bundle;
  const name = Object.keys({ ...inputs, ...now }).find(
    (each) => inputs[each] !== now[each] && (each in inputs || each !== originInput),
  );
  if (name !== undefined) return `${name} changed`;
  if (bundle.versions !== versionsOf(root, bundle)) return 'a package changed';
  const file = Object.keys(modules).find((each) => {
    const place = join(root, each);
    return !existsSync(place) || digests.of(each, place) !== modules[each];
  });
  return file && `${file} changed`;
}

function versionsOf(root: string, { packages: names }: TakenBundle): string {
  const packages = openPackages(root);
  return digestOf(...packages.closureOf(names).map(packages.versionOf));
}

/**
 * Loads the code of all pages, so that none is loaded while another page is rendered. The bundle does not hold the site's origin, so
 * that it serves every origin: `Astro.site` takes it from here.
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

/** The renderer of a kept bundle. */
export async function openBundle(folder: string, reads: PageReads, site: URL): Promise<Renderer> {
  const bundle = readBundle(folder);
  if (!bundle) throw new Error(`${folder} is gone`);
  const { app } = (await import(
    /* @vite-ignore */ pathToFileURL(join(folder, codeFolder, bundle.entry)).href
  )) as { app: PrerenderApp };
  app.setInternals({ pagesByKeys: new Map(bundle.pages), entrySpecifierToBundleMap: new Map() });
  const said: string[] = [];
  const write = ({ message }: { readonly message: string }): void => void said.push(message);
  app.setOptions({ settings: { scripts: [] }, logger: { options: { destination: { write } } } });
  return {
    routes: bundle.routes,
    listPaths: async () => {
      await loadPages(app, reads, site);
      return new StaticPaths(app).getAll();
    },
    render: (path) => app.render(new Request(addressOfPage(path, site)), { routeData: path.route }),
    said: () => said,
    layAssets: (output) => {
      for (const [file, trace] of Object.entries(bundle.files)) {
        if (!isAsset(file)) continue;
        if (!output.lay(file, join(folder, file), trace) && !output.has(file))
          throw new Error(`${file} is gone`);
      }
    },
  };
}

/** What is used of the app that Astro 7.3 bundles for its own prerenderer. */
export interface PrerenderApp extends StaticPathsApp {
  readonly getComponentByRoute: NonNullable<StaticPathsApp['getComponentByRoute']>;
  readonly setInternals: (internals: object) => void;
  readonly setOptions: (options: object) => void;
  readonly render: (request: Request, options: { routeData: PathWithRoute['route'] }) => Promise<Response>;
}

/** Raised when what is kept of a bundle changes: a cache may be older than the code, or newer. */
const format = 3;

interface KeptBundle extends TakenBundle {
  readonly format: typeof format;
  /** Digest of the versions of its packages. */
  readonly versions: string;
  readonly files: Readonly<Record<string, Trace>>;
}

const codeFolder = 'code';

function isAsset(file: string): boolean {
  return file.startsWith(`${assetsFolder}/`);
}

function linkFiles(from: string, to: string, files: Iterable<string>): void {
  const makeFolder = openFolderMaker();
  for (const file of files) {
    makeFolder(dirname(join(to, file)));
    linkFile(join(from, file), join(to, file));
  }
}

const bundlesFolder = 'bundles';

function folderOf(root: string, key: string): string {
  return join(root, cacheFolder, bundlesFolder, key.slice(0, 16));
}

function draftOf(root: string): string {
  return join(root, cacheFolder, bundlesFolder, `draft.${process.pid}`);
}

function listOf(folder: string): string {
  return join(folder, 'bundle.json');
}

function readBundle(folder: string): KeptBundle | undefined {
  try {
    const bundle = JSON.parse(readFileSync(listOf(folder), 'utf8')) as KeptBundle;
    const known: number | undefined = bundle.format;
    if (known !== format) return undefined;
    const isWhole = Object.entries(bundle.files).every(([file, trace]) =>
      isIntact(join(folder, file), trace),
    );
    return isWhole ? bundle : undefined;
  } catch {
    return undefined;
  }
}
