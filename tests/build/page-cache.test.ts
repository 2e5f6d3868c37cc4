import { join } from 'node:path';
import type { PathWithRoute } from 'astro';
import { expect, test } from 'vitest';
import { openPageKeeper, renderPages } from '../../src/build/page-cache.ts';
import { ownFilesBelow } from '../../src/store/folder.ts';
import { openOutput, type Output } from '../../src/store/output.ts';
import { openPageStore } from '../../src/store/page-store.ts';
import { openFolder, type OwnFolder } from '../store/folders.ts';

/** What is used of an address that Astro lists. */
function pathOf(pathname: string, component: string, type: 'page' | 'endpoint' = 'page'): PathWithRoute {
  return { pathname, route: { component, type } } as PathWithRoute;
}

async function render(
  folder: OwnFolder,
  paths: readonly PathWithRoute[],
  answer: () => Response,
  prepare: (output: Output) => void = () => undefined,
): Promise<Output> {
  const output = openOutput(join(folder.path, 'site'));
  prepare(output);
  const keeper = openPageKeeper(openPageStore(folder.path), output, 'code');
  await renderPages(paths, keeper, output, () => Promise.resolve(answer()));
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
