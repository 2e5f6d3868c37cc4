import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { addressesOf } from '../../brief/addresses.ts';
import { formatNewsSitemap, newsOf } from '../../metadata/news-sitemap.ts';
import { site } from 'virtual:fourfold';
import { snapshot, listPublic, pageOf } from './_snapshot.ts';

// A route without parameters would always exist.
export const getStaticPaths = (() => {
  if (!site.newsSitemap) return [];
  const { now } = snapshot();
  return [pageOf({ name: 'news' }, { briefs: newsOf(listPublic(), now) })];
}) satisfies GetStaticPaths;

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props }) =>
  new Response(formatNewsSitemap(site, addressesOf(site), props.briefs), {
    headers: { 'content-type': 'application/xml' },
  });
