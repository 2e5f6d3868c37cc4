import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { addressesOf } from '../../../brief/addresses.ts';
import { languageFor } from '../../../languages/languages.ts';
import { cardSettings, describeCards, describeCarousel } from '../../../cards/card.ts';
import { briefData } from '../../../metadata/brief-json.ts';
import { site } from 'virtual:fourfold';
import { bodyOf, listPublished, pageOf } from '../_snapshot.ts';
import { respondJson } from '../_json.ts';

export const getStaticPaths = (() => {
  const { newest } = cardSettings(site);
  return listPublished().map(({ listing, outOfDate }, at) =>
    pageOf({ slug: listing.slug }, { listing, outOfDate, hasFormats: at < newest }),
  );
}) satisfies GetStaticPaths;

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props: { listing, outOfDate, hasFormats } }) => {
  const language = languageFor(listing.lang);
  const addresses = addressesOf(site, listing.lang);
  const brief = { ...listing, ...bodyOf(listing.slug) };
  const cards = describeCards(listing, site, language, hasFormats);
  const carousel = hasFormats ? describeCarousel(brief, site, language) : undefined;
  const state = {
    outOfDate,
    cards,
    carousel: carousel && {
      document: addresses.card(carousel.file),
      slides: carousel.slides.map(({ reference }) => reference),
    },
  };
  return respondJson(briefData(site, addresses, brief, language, state));
};
