import type { APIRoute } from 'astro';
import { correctionsChannel } from '../../feeds/channels.ts';
import { correctionItemsOf } from '../../feeds/corrections.ts';
import { feedOf } from '../../feeds/feed.ts';
import { formatRss } from '../../feeds/rss.ts';
import { site } from 'virtual:fourfold';
import { listPublic } from './_snapshot.ts';
import { addresses, respond } from './_feeds.ts';

export const GET: APIRoute = () => {
  const items = correctionItemsOf(site, addresses, listPublic());
  const feed = feedOf(site, addresses, correctionsChannel(site, addresses), items);
  return respond(formatRss(feed), 'application/rss+xml');
};
