import { readFileSync } from 'node:fs';
import { root, site } from 'virtual:fourfold';
import { assetsFolder } from '../../brief/addresses.ts';
import type { OwnFont } from '../../brief/publication.ts';
import { absolutePath } from '../../markdown/source-paths.ts';
import { fileOfFont } from '../../metadata/font-styles.ts';
import { pageOf } from './_snapshot.ts';

export type FontProps = Pick<OwnFont, 'source'>;

/** The files of the publication's own fonts with an ending; one file may be for several uses. */
export function fontsOfKind(kind: 'ttf' | 'woff2') {
  const fonts = Object.values(site.look?.fonts?.files ?? {});
  const files = new Map(fonts.map((font) => [fileOfFont(font), font.source] as const));
  return Array.from(files).flatMap(([file, source]) =>
    file.endsWith(`.${kind}`)
      ? [pageOf({ assets: assetsFolder, font: file.slice(0, -kind.length - 1) }, { source })]
      : [],
  );
}

export function respondFont({ source }: FontProps, type: string): Response {
  const bytes = new Uint8Array(readFileSync(absolutePath(root, source)));
  return new Response(bytes, { headers: { 'content-type': type } });
}
