import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { accents, site } from 'virtual:fourfold';
import { assetsFolder } from '../../../brief/addresses.ts';
import { pageOf } from '../_snapshot.ts';
import { respond } from '../_feeds.ts';

// Astro ignores folders of pages that begin with an underscore, but a parameter may.
export const getStaticPaths = (() => {
  const { fonts, styles } = site.look ?? {};
  return [accents(), fonts?.styles, styles].flatMap((sheet) =>
    sheet ? [pageOf({ assets: assetsFolder, styles: sheet.name }, { css: sheet.css })] : [],
  );
}) satisfies GetStaticPaths;

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props }) => respond(props.css, 'text/css');
