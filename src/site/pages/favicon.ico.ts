import type { APIRoute } from 'astro';
import { formatIco, makeIcon } from '../../cards/icons.ts';
import { root } from 'virtual:fourfold';

/** Pixels of an icon for browser tabs; larger icons are in the head and the manifest. */
const side = 32;

export const GET: APIRoute = async () => {
  const png = await makeIcon(root, { side, share: 1 });
  return new Response(new Uint8Array(formatIco(png, side)), {
    headers: { 'content-type': 'image/vnd.microsoft.icon' },
  });
};
