import { setImmediate as nextTurn } from 'node:timers/promises';
import { errorOfReport } from '../check/report.ts';
import { digestOf } from '../store/cache.ts';
import type { Output } from '../store/output.ts';
import type { PageStore, Reads } from '../store/page-store.ts';
import type { PageReads } from './page-reads.ts';
import { reportProgress } from './progress.ts';

/** A page as Astro lists it: its address and its route. */
export interface PagePath {
  readonly pathname: string;
  readonly route: {
    readonly component: string;
    readonly type: string;
    /** Set if the route has only this page: it has no props, and may show anything of the snapshot. */
    readonly pathname?: string | undefined;
  };
  /** Digest of its props. Of several pages of a route, one without is rendered in every build. */
  readonly cacheKey?: string | undefined;
}

/** The number of pages of a build, and of those that were rendered. */
export interface PageCount {
  /** Pages for people. */
  readonly pages: number;
  /** Pages, feeds and data. */
  readonly all: number;
  readonly rendered: number;
}

export interface PageCache {
  /** Links the cached pages into the output and returns the others. */
  readonly link: <Path extends PagePath>(paths: readonly Path[]) => Path[];
  /** Renders one of the others, and records what it reads. */
  readonly render: <Result>(path: PagePath, run: () => Promise<Result>) => Promise<Result>;
  /** Adds all rendered pages to the cache. */
  readonly add: () => PageCount;
}

/** The inputs of pages other than their props. */
export interface PageInputs {
  /** Digest of the code of each route, by component, known when it is bundled. */
  readonly routes: () => Readonly<Record<string, string>>;
  /** Digest of everything the site shows of its briefs, for pages without props. */
  readonly snapshot: string;
  readonly reads: Pick<PageReads, 'record' | 'digestOf'>;
}

/**
 * Caches pages. The key of a page is a digest of its props (`cacheKey`), of the code of its route, and of the settings and labels
 * that it read; a page without one is always rendered. What a page reads is known only after rendering, so its entry lists the
 * names, and later builds compare their values. Astro's own incremental build copies each page twice.
 */
export function openPageCache(store: PageStore, output: Output, inputs: PageInputs): PageCache {
  const { reads, snapshot } = inputs;
  const fresh: { readonly key: string; readonly path: string; readonly reads: Reads }[] = [];
  /** The bases of pages that are rendered and cached, by path. */
  const bases = new Map<string, string>();
  const count = { pages: 0, all: 0, rendered: 0 };
  const keyOf = (base: string, names: readonly string[]): string => digestOf(base, reads.digestOf(names));
  const isLeft = (code: string | undefined, { pathname, route, cacheKey }: PagePath): boolean => {
    count.all += 1;
    if (route.type === 'page') count.pages += 1;
    const props = cacheKey ?? (route.pathname === undefined ? undefined : snapshot);
    if (props === undefined || code === undefined) return true;
    const base = digestOf(code, pathname, props);
    const path = fileOfPage(pathname, route.type);
    if (store.link(base, (names) => keyOf(base, names), output, path)) return false;
    bases.set(path, base);
    return true;
  };
  let done = 0;
  return {
    link: (paths) => {
      const routes = inputs.routes();
      const left = paths.filter((path) => isLeft(routes[path.route.component], path));
      count.rendered = left.length;
      return left;
    },
    render: async ({ pathname, route }, run) => {
      const phase = route.type === 'page' ? 'pages' : 'feeds';
      reportProgress({ phase, begins: true, done, total: count.rendered });
      done += 1;
      const [result, names] = await reads.record(run);
      const path = fileOfPage(pathname, route.type);
      const base = bases.get(path);
      if (base !== undefined) fresh.push({ key: keyOf(base, names), path, reads: { base, names } });
      return result;
    },
    add: () => {
      for (const { key, path, reads } of fresh) {
        store.add(key, output, path, reads);
      }
      return count;
    },
  };
}

/**
 * Links the cached pages into the output, and renders the others.
 *
 * @throws if a page cannot be rendered, has another status than 200 or no content, has the address of another file, or loads a
 * style or script that does not exist.
 */
export async function renderPages<Path extends PagePath>(
  paths: readonly Path[],
  pageCache: PageCache,
  output: Output,
  render: (path: Path) => Promise<Response>,
): Promise<void> {
  assertUniqueAddresses(paths, output);
  const loaded = new Map<string, string>();
  for (const path of pageCache.link(paths)) {
    const { pathname, route } = path;
    const file = fileOfPage(pathname, route.type);
    const bytes = await pageCache.render(path, async () => {
      const response = await render(path).catch((cause: unknown) => {
        const message = `${pathname} (${route.component}) cannot be rendered: ${String(cause)}`;
        // A component of the publication's own says what is wrong by itself.
        throw cause instanceof Error && cause.stack === ''
          ? errorOfReport(message)
          : new Error(message, { cause });
      });
      return bytesOf(path, response);
    });
    if (route.type === 'page')
      for (const asset of assetsIn(Buffer.from(bytes).toString())) loaded.set(asset, pathname);
    output.write(file, bytes);
    // Rendering does not wait for anything; only here can workers receive their next job.
    await nextTurn();
  }
  for (const [asset, pathname] of loaded)
    if (!output.has(asset)) throw new Error(`${pathname} loads /${asset}, which the build did not make`);
}

async function bytesOf({ pathname, route }: PagePath, response: Response): Promise<Uint8Array> {
  if (response.status !== 200 && pathname !== '/404') {
    throw new Error(`${pathname} is answered with ${response.status}`);
  }
  if (!response.body) throw new Error(`${pathname} (${route.component}) is answered with nothing`);
  return new Uint8Array(await response.arrayBuffer());
}

/** Clashes that `check` does not know of: Astro would overwrite the first page, or a file of the publisher's. */
function assertUniqueAddresses(paths: readonly PagePath[], output: Output): void {
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

/** The styles and scripts of ours that a page loads. In text, `<` is escaped. */
function assetsIn(html: string): string[] {
  return [...html.matchAll(/<(?:link|script|img)\b[^>]*?\s(?:href|src)="[^"]*\/(_astro\/[^"?#]+)/g)].map(
    ([, file = '']) => file,
  );
}

/** The address to request a page. */
export function addressOfPage({ pathname, route }: PagePath, site: URL): URL {
  const address = new URL(`${site.pathname}${pathname}`.replace(/\/{2,}/g, '/'), site);
  if (route.type === 'page' && !address.pathname.endsWith('/')) address.pathname += '/';
  return address;
}

/** The path where Astro writes a page, below the output (`build.format` is `directory`). */
export function fileOfPage(pathname: string, type: string): string {
  // The address of a file without an extension ends in a slash, like that of a page.
  const path = pathname.replace(/^\/|\/$/g, '');
  if (type !== 'page') return path;
  if (path === '404') return '404.html';
  return path === '' ? 'index.html' : `${path}/index.html`;
}
