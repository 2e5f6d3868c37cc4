import type { APIRoute } from 'astro';
import { siteChannel } from '../../feeds/channels.ts';
import { formatRss } from '../../feeds/rss.ts';
import { site } from 'virtual:fourfold';
import { listPublic } from './_edition.ts';
import { addresses, feedOfBriefs, respond } from './_feeds.ts';

export const GET: APIRoute = () => {
  const channel = siteChannel(site, addresses.home, addresses.rss);
  return respond(formatRss(feedOfBriefs(channel, listPublic())), 'application/rss+xml');
};
