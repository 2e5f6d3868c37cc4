import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { HookParameters, PathWithRoute } from 'astro';
import { StaticPaths, type StaticPathsApp } from 'astro/runtime/prerender/static-paths.js';
import { addressOfPage } from '../build/page-cache.ts';
import { cacheFolder } from '../store/cache.ts';
import { filesBelow } from '../store/folder.ts';
import { removeFolder } from '../store/build-folder.ts';
import { linkFile, openFolderMaker, type Output } from '../store/output.ts';
import { isIntact, traceOf, type Trace } from '../store/fingerprint.ts';

/** The pages of a build as Astro hands them over in `astro:build:setup`; their styles are known when it is bundled. */
export type BundledPages = HookParameters<'astro:build:setup'>['pages'];

/** Where Astro has the bundle while it renders, below the output. */
export const bundleFolder = '.prerender';

/** Renders pages without Astro's build around it. */
export interface Renderer {
  readonly listPaths: () => Promise<PathWithRoute[]>;
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
  readonly entry: string;
  readonly pages: readonly (readonly [string, { readonly styles: readonly unknown[] }])[];
}

/** Takes the bundle while Astro still has it, once all pages are rendered. */
export function takeBundle(
  root: string,
  recipe: string,
  output: string,
  pages: BundledPages,
): TakenBundle | undefined {
  const from = join(output, bundleFolder);
  const entry = Array.from(filesBelow(from)).find((file) => file.startsWith('prerender-entry'));
  if (entry === undefined) return undefined;
  const draft = draftOf(folderOf(root, recipe));
  removeFolder(draft);
  linkFiles(from, join(draft, codeFolder));
  return { entry, pages: [...pages].map(([key, { styles }]) => [key, { styles }] as const) };
}

/** Keeps a bundle that was taken, with what pages load; it is there whole or not at all. */
export function keepBundle(root: string, recipe: string, bundle: TakenBundle, output: string): void {
  const folder = folderOf(root, recipe);
  const draft = draftOf(folder);
  linkFiles(join(output, assetsFolder), join(draft, assetsFolder));
  const traces = Array.from(filesBelow(draft), (file) => [file, traceOf(join(draft, file))] as const);
  const list: KeptBundle = { ...bundle, recipe, files: Object.fromEntries(traces) };
  writeFileSync(listOf(draft), JSON.stringify(list));
  // What other code made is of no use, and is made again in seconds; but for another build that is at work.
  for (const other of readdirSync(dirname(folder))) {
    const isDraft = /\.\d+$/.test(other);
    if (!isDraft && !folder.endsWith(other)) removeFolder(join(dirname(folder), other));
  }
  if (!readBundle(root, recipe)) {
    removeFolder(folder);
    try {
      renameSync(draft, folder);
      return;
    } catch (error) {
      // Another build has just kept the same.
      if (!readBundle(root, recipe)) throw error;
    }
  }
  removeFolder(draft);
}

/** The renderer of a kept bundle; undefined if there is none that was made of the same, or none that is whole. */
export async function openBundle(root: string, recipe: string, site: URL): Promise<Renderer | undefined> {
  const bundle = readBundle(root, recipe);
  if (!bundle) return undefined;
  const folder = folderOf(root, recipe);
  const { app } = (await import(
    /* @vite-ignore */ pathToFileURL(join(folder, codeFolder, bundle.entry)).href
  )) as { app: PrerenderApp };
  app.setInternals({ pagesByKeys: new Map(bundle.pages), entrySpecifierToBundleMap: new Map() });
  const said: string[] = [];
  const write = ({ message }: { readonly message: string }): void => void said.push(message);
  app.setOptions({ settings: { scripts: [] }, logger: { options: { destination: { write } } } });
  return {
    listPaths: () => new StaticPaths(app).getAll(),
    render: (path) => app.render(new Request(addressOfPage(path, site)), { routeData: path.route }),
    said: () => said,
    layAssets: (output) => {
      for (const [file, trace] of Object.entries(bundle.files)) {
        if (!file.startsWith(`${assetsFolder}/`)) continue;
        if (!output.lay(file, join(folder, file), trace) && !output.has(file))
          throw new Error(`${file} is gone`);
      }
    },
  };
}

/** What is used of the app that Astro 7.3 bundles for its own prerenderer. */
interface PrerenderApp extends StaticPathsApp {
  readonly setInternals: (internals: object) => void;
  readonly setOptions: (options: object) => void;
  readonly render: (request: Request, options: { routeData: PathWithRoute['route'] }) => Promise<Response>;
}

interface KeptBundle extends TakenBundle {
  readonly recipe: string;
  readonly files: Readonly<Record<string, Trace>>;
}

const codeFolder = 'code';
/** Where Astro lays what pages load (`build.assets`). */
const assetsFolder = '_astro';

function linkFiles(from: string, to: string): void {
  const makeFolder = openFolderMaker();
  for (const file of filesBelow(from)) {
    makeFolder(dirname(join(to, file)));
    linkFile(join(from, file), join(to, file));
  }
}

function folderOf(root: string, recipe: string): string {
  return join(root, cacheFolder, 'bundles', recipe.slice(0, 16));
}

function draftOf(folder: string): string {
  return `${folder}.${process.pid}`;
}

function listOf(folder: string): string {
  return join(folder, 'bundle.json');
}

function readBundle(root: string, recipe: string): KeptBundle | undefined {
  const folder = folderOf(root, recipe);
  try {
    const bundle = JSON.parse(readFileSync(listOf(folder), 'utf8')) as KeptBundle;
    const isWhole = Object.entries(bundle.files).every(([file, trace]) =>
      isIntact(join(folder, file), trace),
    );
    return bundle.recipe === recipe && isWhole ? bundle : undefined;
  } catch {
    return undefined;
  }
}
