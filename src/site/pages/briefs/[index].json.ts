import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { indexData } from '../../../metadata/brief-json.ts';
import { site } from 'virtual:fourfold';
import { listPublic, pageOf } from '../_snapshot.ts';
import { addresses } from '../_feeds.ts';
import { respondJson } from '../_json.ts';

export const getStaticPaths = (() => {
  const pages = indexData(site, addresses, listPublic());
  return pages.map((data, at) => pageOf({ index: at === 0 ? 'index' : `index-${at + 1}` }, { data }));
}) satisfies GetStaticPaths;

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props: { data } }) => respondJson(data);
