import { join } from 'node:path';
import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { paper } from '../../brief/colour.ts';
import { iconSource, makeIcon, type IconShape } from '../../cards/icons.ts';
import { digestOfFile } from '../../store/file-record.ts';
import { pageOf } from './_snapshot.ts';
import { root, site } from 'virtual:fourfold';

/** Masks keep a circle of 80% of the side (W3C manifest, "safe zone"), which fits a square of 56%. */
const shapes = (ground: string): Readonly<Record<string, IconShape>> => ({
  'apple-touch-icon': { side: 180, share: 2 / 3, ground },
  'icon-192': { side: 192, share: 1 },
  'icon-512': { side: 512, share: 1 },
  'icon-maskable-512': { side: 512, share: 0.5625, ground },
});

export const getStaticPaths = (() => {
  const source = digestOfFile(join(root, iconSource));
  return Object.entries(shapes((site.ground ?? paper).light)).map(([icon, shape]) =>
    pageOf({ icon }, { shape, source }),
  );
}) satisfies GetStaticPaths;

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = async ({ props }) => {
  const icon = await makeIcon(root, props.shape);
  return new Response(new Uint8Array(icon), { headers: { 'content-type': 'image/png' } });
};
