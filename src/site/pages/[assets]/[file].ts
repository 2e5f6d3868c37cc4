import { readFileSync } from 'node:fs';
import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { accents, root, site } from 'virtual:fourfold';
import { assetsFolder } from '../../../brief/addresses.ts';
import { absolutePath } from '../../../markdown/source-paths.ts';
import { fileOfFont } from '../../../metadata/font-styles.ts';
import { pageOf } from '../_snapshot.ts';
import { respond } from '../_feeds.ts';

// Astro ignores folders of pages that begin with an underscore, but a parameter may.
export const getStaticPaths = (() => {
  const { fonts, styles } = site.look ?? {};
  const files = new Map<string, { readonly css: string } | { readonly source: string }>();
  for (const sheet of [accents(), fonts?.styles, styles])
    if (sheet) files.set(`${sheet.name}.css`, { css: sheet.css });
  // One file may be for several uses.
  for (const font of Object.values(fonts?.files ?? {})) files.set(fileOfFont(font), { source: font.source });
  return Array.from(files, ([file, props]) => pageOf({ assets: assetsFolder, file }, props));
}) satisfies GetStaticPaths;

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props, params }) =>
  'css' in props
    ? respond(props.css, 'text/css')
    : new Response(new Uint8Array(readFileSync(absolutePath(root, props.source))), {
        headers: { 'content-type': params['file']?.endsWith('.ttf') ? 'font/ttf' : 'font/woff2' },
      });
