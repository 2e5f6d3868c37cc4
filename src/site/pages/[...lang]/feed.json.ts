import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { addressesOf } from '../../../brief/addresses.ts';
import { siteChannel } from '../../../feeds/channels.ts';
import { formatJsonFeed } from '../../../feeds/json-feed.ts';
import { site } from 'virtual:fourfold';
import { feedOfBriefs, listSiteFeeds, respond } from '../_feeds.ts';

export const getStaticPaths = listSiteFeeds satisfies GetStaticPaths;

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props: { lang, briefs } }) => {
  const addresses = addressesOf(site, lang);
  const channel = siteChannel(site, addresses, addresses.jsonFeed);
  return respond(formatJsonFeed(feedOfBriefs(channel, briefs)), 'application/feed+json');
};
