import type { APIRoute } from 'astro';
import { siteChannel } from '../../feeds/channels.ts';
import { formatRss } from '../../feeds/rss.ts';
import { site } from 'virtual:fourfold';
import { listPublished } from './_snapshot.ts';
import { addresses, feedOfBriefs, respond } from './_feeds.ts';

export const GET: APIRoute = () => {
  const channel = siteChannel(site, addresses.home, addresses.rss);
  return respond(formatRss(feedOfBriefs(channel, listPublished())), 'application/rss+xml');
};
