import type { APIRoute } from 'astro';
import { siteChannel } from '../feeds/channels.ts';
import { formatJsonFeed } from '../feeds/json-feed.ts';
import { site } from '../site.ts';
import { addresses, feedOfBriefs, listPublic, respond } from './_feeds.ts';

export const GET: APIRoute = async () => {
  const channel = siteChannel(site, addresses.home, addresses.jsonFeed);
  return respond(formatJsonFeed(await feedOfBriefs(channel, await listPublic())), 'application/feed+json');
};
