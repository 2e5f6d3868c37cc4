import type { APIRoute } from 'astro';
import { siteChannel } from '../../feeds/channels.ts';
import { formatJsonFeed } from '../../feeds/json-feed.ts';
import { site } from 'virtual:fourfold';
import { listPublished } from './_snapshot.ts';
import { addresses, feedOfBriefs, respond } from './_feeds.ts';

export const GET: APIRoute = () => {
  const channel = siteChannel(site, addresses.home, addresses.jsonFeed);
  return respond(formatJsonFeed(feedOfBriefs(channel, listPublished())), 'application/feed+json');
};
