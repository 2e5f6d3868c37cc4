import { join } from 'node:path';
import type { PathWithRoute } from 'astro';
import { describe, expect, test } from 'vitest';
import type { Publication } from '../../src/brief/publication.ts';
import { openPageCache, renderPages, type PageInputs } from '../../src/build/page-cache.ts';
import { openPageReads } from '../../src/build/page-reads.ts';
import { en } from '../../src/languages/en.ts';
import { ownFilesBelow } from '../../src/store/folder.ts';
import { openOutput, type Output } from '../../src/store/output.ts';
import { openPageStore } from '../../src/store/page-store.ts';
import { publicationSample } from '../brief-sample.ts';
import { openFolder, type OwnFolder } from '../store/folders.ts';

/** The fields used of a path that Astro lists. */
function pathOf(pathname: string, component: string, type: 'page' | 'endpoint' = 'page'): PathWithRoute {
  return { pathname, route: { component, type } } as PathWithRoute;
}

/** Of pages that read nothing. */
const inputs: PageInputs = {
  routes: () => ({ 'a.astro': 'code' }),
  snapshot: 'snapshot',
  reads: { record: async (run) => [await run(), []], digestOf: () => '' },
};

async function render(
  folder: OwnFolder,
  paths: readonly PathWithRoute[],
  answer: () => Response,
  prepare: (output: Output) => void = () => undefined,
): Promise<Output> {
  const output = openOutput(join(folder.path, 'site'));
  prepare(output);
  const pageCache = openPageCache(openPageStore(folder.path), output, inputs);
  await renderPages(paths, pageCache, output, () => Promise.resolve(answer()));
  return output;
}

const page =
  '<!doctype html><link rel="stylesheet" href="/news/_astro/Page.abc.css"><p>href="/_astro/none.css"</p>';

test('a page is written with all that it loads', async () => {
  using folder = openFolder();
  const output = await render(
    folder,
    [pathOf('/a', 'a.astro')],
    () => new Response(page),
    (site) => {
      site.write('_astro/Page.abc.css', Buffer.from('p {}'));
    },
  );
  expect([...ownFilesBelow(output.folder)]).toEqual(['_astro/Page.abc.css', 'a/index.html']);
});

test('a page without its styles ends the build', async () => {
  using folder = openFolder();
  await expect(render(folder, [pathOf('/a', 'a.astro')], () => new Response(page))).rejects.toThrow(
    '/a loads /_astro/Page.abc.css, which the build did not make',
  );
});

test('so does one that is answered with nothing, or with another status', async () => {
  using folder = openFolder();
  await expect(render(folder, [pathOf('/a', 'a.astro')], () => new Response(null))).rejects.toThrow(
    '/a (a.astro) is answered with nothing',
  );
  await expect(
    render(folder, [pathOf('/a', 'a.astro')], () => new Response('', { status: 404 })),
  ).rejects.toThrow('/a is answered with 404');
});

test('two pages of one address, or a page and a file of the publisher’s, end the build with the places of both', async () => {
  using folder = openFolder();
  const two = [pathOf('/es', '[page].astro'), pathOf('/es/', '[lang].astro')];
  await expect(render(folder, two, () => new Response('x'))).rejects.toThrow(
    'Two files would have the address /es/index.html: one of [page].astro, one of [lang].astro.',
  );
  const feed = [pathOf('/rss.xml', 'rss.xml.ts', 'endpoint')];
  await expect(render(folder, feed, () => new Response('x'), (site) => { site.write('rss.xml', Buffer.from('')); })).rejects.toThrow('one of public/rss.xml, one of rss.xml.ts.'); // prettier-ignore
});

describe('a cached page', () => {
  /** Builds one page of a route and returns whether it was rendered; its key is that of its props. */
  async function build(
    folder: OwnFolder,
    { code = 'code', cacheKey = 'props', publication = settings, read = ['name'] }: Build = {},
  ): Promise<boolean> {
    const store = openPageStore(folder.path);
    const reads = openPageReads(folder.path, publication, [en], () => undefined);
    const output = openOutput(join(folder.path, 'site'));
    const routes = (): Record<string, string> => ({ 'a.astro': code });
    const pageCache = openPageCache(store, output, { routes, snapshot: 'snapshot', reads });
    let isRendered = false;
    await renderPages([{ ...pathOf('/a', 'a.astro'), cacheKey }], pageCache, output, () => {
      isRendered = true;
      for (const name of read) Reflect.get(reads.site, name);
      return Promise.resolve(new Response(`A page of ${publication.name}.`));
    });
    pageCache.add();
    store.close([]);
    return isRendered;
  }

  interface Build {
    readonly code?: string;
    readonly cacheKey?: string;
    readonly publication?: Publication;
    readonly read?: readonly (keyof Publication)[];
  }

  const settings = publicationSample({ name: 'One' });

  test.each<[string, Build, boolean]>([
    ['nothing', {}, false],
    ['the code of its route', { code: 'other' }, true],
    ['its props', { cacheKey: 'other' }, true],
    ['a setting that it read', { publication: { ...settings, name: 'Two' } }, true],
    ['a setting that it did not read', { publication: { ...settings, description: 'Other.' } }, false],
    [
      'the address, which is in every page',
      { publication: { ...settings, address: 'https://b.example/' } },
      true,
    ],
  ])(
    'is rendered again after a change of %s, and no more when that is undone',
    async (_what, change, again) => {
      using folder = openFolder();
      expect(await build(folder)).toBe(true);
      expect(await build(folder, change)).toBe(again);
      expect(await build(folder)).toBe(false);
      expect(await build(folder, change)).toBe(false);
    },
  );
});
