import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { languageFor } from '../../../../languages/languages.ts';
import { linkCardOf } from '../../../../cards/card.ts';
import { oembedOf } from '../../../../metadata/oembed.ts';
import { site } from 'virtual:fourfold';
import { pageOf } from '../../_snapshot.ts';
import { listEmbedded } from '../../_embeds.ts';
import { addresses } from '../../_feeds.ts';
import { respondJson } from '../../_json.ts';

export const getStaticPaths = (() =>
  listEmbedded().map((listing) =>
    pageOf({ slug: listing.slug }, { listing }),
  )) satisfies GetStaticPaths;

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props: { listing } }) => {
  const card = linkCardOf(listing, site, languageFor(listing.lang));
  return respondJson(oembedOf(site, addresses, listing, card?.reference));
};
