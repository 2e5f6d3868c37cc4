import { setImmediate as nextTurn } from 'node:timers/promises';
import { errorOfReport } from '../check/report.ts';
import { digestOf } from '../store/cache.ts';
import type { Output } from '../store/output.ts';
import type { PageStore, Reads } from '../store/page-store.ts';
import type { PageReads } from './page-reads.ts';
import { tell } from './progress.ts';

/** A page that Astro knows of: its address and the route that renders it. */
export interface PagePath {
  readonly pathname: string;
  readonly route: {
    readonly component: string;
    readonly type: string;
    /** There where the route has this one page: it has no props, and may show anything of the edition. */
    readonly pathname?: string | undefined;
  };
  /** Digest of its props; one without, of several, is rendered in every build. */
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
  /** Renders the next of those that are left, and notes what it reads. */
  readonly render: <Result>(path: PagePath, run: () => Promise<Result>) => Promise<Result>;
  /** Once all are rendered: takes them for the next build. */
  readonly keep: () => PageCount;
}

/** What pages are made from beside their props. */
export interface PageInputs {
  /** Digest of the code of each component that is a route, once it is bundled. */
  readonly routes: () => Readonly<Record<string, string>>;
  /** Digest of all that the site says of its briefs, for pages without props. */
  readonly edition: string;
  readonly reads: Pick<PageReads, 'record' | 'digestOf'>;
}

/**
 * Keeps pages from build to build. A page is made from its props, of which `cacheKey` is the digest, from the code of its route,
 * and from what it read of settings and labels; one without a key is always rendered. What a page reads is known once it was
 * rendered: an entry says it, and a later build asks whether all of it is the same. Astro's own incremental build copies each
 * page twice, and knows of no other way than to be told of each.
 */
export function openPageKeeper(store: PageStore, output: Output, inputs: PageInputs): PageKeeper {
  const { reads, edition } = inputs;
  const fresh: { readonly key: string; readonly path: string; readonly reads: Reads }[] = [];
  /** Of pages that are to be rendered and kept, by their paths. */
  const bases = new Map<string, string>();
  const count = { pages: 0, all: 0, rendered: 0 };
  const keyOf = (base: string, names: readonly string[]): string => digestOf(base, reads.digestOf(names));
  const isLeft = (code: string | undefined, { pathname, route, cacheKey }: PagePath): boolean => {
    count.all += 1;
    if (route.type === 'page') count.pages += 1;
    const props = cacheKey ?? (route.pathname === undefined ? undefined : edition);
    if (props === undefined || code === undefined) return true;
    const base = digestOf(code, pathname, props);
    const path = fileOfPage(pathname, route.type);
    for (const names of store.readsOf(base)) {
      const key = keyOf(base, names);
      if (store.link(key, output, path)) return false;
    }
    bases.set(path, base);
    return true;
  };
  let done = 0;
  return {
    lay: (paths) => {
      const routes = inputs.routes();
      const left = paths.filter((path) => isLeft(routes[path.route.component], path));
      count.rendered = left.length;
      return left;
    },
    render: async ({ pathname, route }, run) => {
      const phase = route.type === 'page' ? 'pages' : 'feeds';
      tell({ phase, begins: true, done, total: count.rendered });
      done += 1;
      const [result, names] = await reads.record(run);
      const path = fileOfPage(pathname, route.type);
      const base = bases.get(path);
      if (base !== undefined) fresh.push({ key: keyOf(base, names), path, reads: { base, names } });
      return result;
    },
    keep: () => {
      for (const { key, path, reads } of fresh) {
        store.add(key, output, path, reads);
      }
      return count;
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
    const file = fileOfPage(pathname, route.type);
    const bytes = await keeper.render(path, async () => {
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
    // Rendering never waits by itself; the workers that draw beside it hear of their next job only in between.
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
