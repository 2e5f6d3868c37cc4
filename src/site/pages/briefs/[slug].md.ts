import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { addressesOf } from '../../../brief/addresses.ts';
import { languageFor } from '../../../languages/languages.ts';
import { formatMarkdown } from '../../../metadata/markdown-twin.ts';
import { site } from 'virtual:fourfold';
import { bodyOf, listPublished, pageOf } from '../_snapshot.ts';
import { respond } from '../_feeds.ts';

export const getStaticPaths = (() =>
  listPublished().map(({ listing, outOfDate }) =>
    pageOf({ slug: listing.slug }, { listing, outOfDate }),
  )) satisfies GetStaticPaths;

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props: { listing, outOfDate } }) => {
  const addresses = addressesOf(site, listing.lang);
  const brief = { ...listing, ...(bodyOf(listing.slug)) };
  return respond(formatMarkdown(site, addresses, brief, languageFor(listing.lang), outOfDate), 'text/markdown');
};
