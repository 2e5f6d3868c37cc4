import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { formatSitemap } from '../../metadata/sitemaps.ts';
import { pageOf } from './_snapshot.ts';
import { listSitemaps } from './_sitemaps.ts';

export const getStaticPaths = (() => {
  const sitemaps = listSitemaps();
  return sitemaps.map((sitemap, at) => pageOf({ number: String(at + 1) }, { sitemap }));
}) satisfies GetStaticPaths;

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props }) =>
  new Response(formatSitemap(props.sitemap), { headers: { 'content-type': 'application/xml' } });
