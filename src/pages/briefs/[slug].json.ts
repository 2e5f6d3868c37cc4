import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { languageFor } from '../../brief/languages/languages.ts';
import { cardSettings, describeCards } from '../../cards/card.ts';
import { briefData } from '../../meta/data.ts';
import { site } from '../../site.ts';
import { bodyOf, listPublic, pageOf } from '../_edition.ts';
import { addresses } from '../_feeds.ts';
import { respondJson } from '../_json.ts';

export const getStaticPaths = (() => {
  const { newest } = cardSettings(site);
  return listPublic().map((listing, at) =>
    pageOf({ slug: listing.slug }, { listing, hasFormats: at < newest }),
  );
}) satisfies GetStaticPaths;

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props: { listing, hasFormats } }) => {
  const language = languageFor(listing.lang);
  const brief = { ...listing, ...(bodyOf(listing.slug)) };
  const cards = describeCards(listing, site, language, hasFormats);
  return respondJson(briefData(site, addresses, brief, language, cards));
};
