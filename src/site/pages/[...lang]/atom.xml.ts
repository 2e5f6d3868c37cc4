import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { addressesOf } from '../../../brief/addresses.ts';
import { siteChannel } from '../../../feeds/channels.ts';
import { formatAtom } from '../../../feeds/atom.ts';
import { site } from 'virtual:fourfold';
import { feedOfBriefs, listSiteFeeds, respond } from '../_feeds.ts';

export const getStaticPaths = listSiteFeeds satisfies GetStaticPaths;

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props: { lang, briefs } }) => {
  const addresses = addressesOf(site, lang);
  const channel = siteChannel(site, addresses, addresses.atom);
  return respond(formatAtom(feedOfBriefs(channel, briefs)), 'application/atom+xml');
};
