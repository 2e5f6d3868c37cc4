import { join } from 'node:path';
import type { APIRoute, GetStaticPaths } from 'astro';
import { formatIco, iconSource, makeIcon } from '../../cards/icons.ts';
import { digestOfFile } from '../../store/file-record.ts';
import { pageOf } from './_snapshot.ts';
import { root } from 'virtual:fourfold';

/** Pixels of an icon for browser tabs; larger icons are in the head and the manifest. */
const side = 32;

// A parameter, so that the icon has a key of its own and is not drawn again whenever a brief changes.
export const getStaticPaths = (() => [
  pageOf({ icon: 'favicon' }, { source: digestOfFile(join(root, iconSource)) }),
]) satisfies GetStaticPaths;

export const GET: APIRoute = async () => {
  const png = await makeIcon(root, { side, share: 1 });
  return new Response(new Uint8Array(formatIco(png, side)), {
    headers: { 'content-type': 'image/vnd.microsoft.icon' },
  });
};
