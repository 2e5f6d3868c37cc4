import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { addressesOf } from '../../../brief/addresses.ts';
import { correctionsChannel } from '../../../feeds/channels.ts';
import { correctionItemsOf } from '../../../feeds/corrections.ts';
import { feedOf } from '../../../feeds/feed.ts';
import { formatRss } from '../../../feeds/rss.ts';
import { listedOf } from '../../../build/snapshot.ts';
import { site } from 'virtual:fourfold';
import { listEditions } from '../_editions.ts';
import { respond } from '../_feeds.ts';
import { pageOf } from '../_snapshot.ts';

export const getStaticPaths = (() =>
  listEditions().map(({ lang, path, withTranslations }) => {
    const corrected = listedOf(withTranslations).filter(({ corrections }) => corrections.length > 0);
    return pageOf({ lang: path }, { lang, corrected });
  })) satisfies GetStaticPaths;

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props: { lang, corrected } }) => {
  const addresses = addressesOf(site, lang);
  const items = correctionItemsOf(site, addresses, corrected);
  const feed = feedOf(site, addresses, correctionsChannel(site, addresses), items);
  return respond(formatRss(feed), 'application/rss+xml');
};
