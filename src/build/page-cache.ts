import { setImmediate as nextTurn } from 'node:timers/promises';
import { errorOfReport } from '../check/report.ts';
import { digestOf } from '../store/cache.ts';
import type { Output } from '../store/output.ts';
import type { PageStore } from '../store/page-store.ts';
import { tell } from './progress.ts';

/** A page that Astro knows of: its address and the route that renders it. */
export interface PagePath {
  readonly pathname: string;
  readonly route: { readonly component: string; readonly type: string };
  /** Digest of its props. */
  readonly cacheKey?: string | undefined;
}

/** The pages of one build: how many there are, and how many had to be rendered. */
export interface PageCount {
  /** Pages that people read. */
  readonly pages: number;
  /** These, feeds and data. */
  readonly all: number;
  readonly rendered: number;
}

export interface PageKeeper {
  /** Lays the pages that are kept into the output; the others are left, to be rendered. */
  readonly lay: <Path extends PagePath>(paths: readonly Path[]) => Path[];
  /** Tells that the next is about to be rendered. */
  readonly begin: (type: string) => void;
  /** Once all are rendered: takes them for the next build. */
  readonly keep: () => PageCount & { readonly keys: ReadonlySet<string> };
}

/**
 * Keeps pages from build to build. A page is made from its props, of which `cacheKey` is the digest, and from `recipe`, that
 * of all code; one without a key is always rendered. Astro's own incremental build does the same, but copies each page
 * twice, and knows of no other way than to be told of each.
 */
export function openPageKeeper(store: PageStore, output: Output, recipe: string): PageKeeper {
  const keys = new Set<string>();
  const fresh: { readonly key: string; readonly path: string }[] = [];
  const count = { pages: 0, all: 0, rendered: 0 };
  const isLeft = ({ pathname, route, cacheKey }: PagePath): boolean => {
    count.all += 1;
    if (route.type === 'page') count.pages += 1;
    if (cacheKey === undefined) return true;
    const key = digestOf(recipe, route.component, pathname, cacheKey);
    const path = fileOfPage(pathname, route.type);
    keys.add(key);
    if (store.lay(key, output, path)) return false;
    fresh.push({ key, path });
    return true;
  };
  let done = 0;
  return {
    lay: (paths) => {
      const left = paths.filter(isLeft);
      count.rendered = left.length;
      return left;
    },
    begin: (type) => {
      tell({ phase: type === 'page' ? 'pages' : 'feeds', begins: true, done, total: count.rendered });
      done += 1;
    },
    keep: () => {
      for (const { key, path } of fresh) store.keep(key, output, path);
      return { ...count, keys };
    },
  };
}

/**
 * Lays the pages that are kept and renders the others into the output.
 *
 * @throws if a page cannot be rendered, is answered with another status than 200 or with nothing, has the address of another
 * file, or loads a style or script that is not there.
 */
export async function renderPages<Path extends PagePath>(
  paths: readonly Path[],
  keeper: PageKeeper,
  output: Output,
  render: (path: Path) => Promise<Response>,
): Promise<void> {
  refuseSameAddress(paths, output);
  const loaded = new Map<string, string>();
  for (const path of keeper.lay(paths)) {
    const { pathname, route } = path;
    keeper.begin(route.type);
    const file = fileOfPage(pathname, route.type);
    const response = await render(path).catch((cause: unknown) => {
      throw new Error(`${pathname} (${route.component}) cannot be rendered: ${String(cause)}`, { cause });
    });
    if (response.status !== 200 && pathname !== '/404') {
      throw new Error(`${pathname} is answered with ${response.status}`);
    }
    if (!response.body) throw new Error(`${pathname} (${route.component}) is answered with nothing`);
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (route.type === 'page')
      for (const asset of assetsIn(Buffer.from(bytes).toString())) loaded.set(asset, pathname);
    output.write(file, bytes);
    // Rendering never waits by itself; the workers that draw beside it hear of their next job only in between.
    await nextTurn();
  }
  for (const [asset, pathname] of loaded)
    if (!output.has(asset)) throw new Error(`${pathname} loads /${asset}, which the build did not make`);
}

/** What check does not know of: Astro would make the first, and a file of the publisher's would be lost. */
function refuseSameAddress(paths: readonly PagePath[], output: Output): void {
  const makers = new Map<string, string>();
  for (const { pathname, route } of paths) {
    const file = fileOfPage(pathname, route.type);
    const other = makers.get(file) ?? (output.has(file) ? `public/${file}` : undefined);
    if (other !== undefined)
      throw errorOfReport(
        `Two files would have the address /${file}: one of ${other}, one of ${route.component}. Rename one of them.`,
      );
    makers.set(file, route.component);
  }
}

/** Styles and scripts of ours that a page loads. Text cannot be taken for a tag: its `<` is escaped. */
function assetsIn(html: string): string[] {
  return [...html.matchAll(/<(?:link|script|img)\b[^>]*?\s(?:href|src)="[^"]*\/(_astro\/[^"?#]+)/g)].map(
    ([, file = '']) => file,
  );
}

/** The address at which a page asks to be rendered. */
export function addressOfPage({ pathname, route }: PagePath, site: URL): URL {
  const address = new URL(`${site.pathname}${pathname}`.replace(/\/{2,}/g, '/'), site);
  if (route.type === 'page' && !address.pathname.endsWith('/')) address.pathname += '/';
  return address;
}

/** Where Astro writes a page, below the output (`build.format` is `directory`). */
export function fileOfPage(pathname: string, type: string): string {
  // A file without an ending gets a slash in its address, as pages do.
  const path = pathname.replace(/^\/|\/$/g, '');
  if (type !== 'page') return path;
  if (path === '404') return '404.html';
  return path === '' ? 'index.html' : `${path}/index.html`;
}
