import type { APIRoute } from 'astro';
import { correctionsChannel } from '../feeds/channels.ts';
import { correctionItemsOf } from '../feeds/corrections.ts';
import { feedOf } from '../feeds/feed.ts';
import { formatRss } from '../feeds/rss.ts';
import { site } from '../site.ts';
import { addresses, listPublic, respond } from './_feeds.ts';

export const GET: APIRoute = async () => {
  const items = correctionItemsOf(site, addresses, await listPublic());
  const feed = feedOf(site, addresses, correctionsChannel(site, addresses), items);
  return respond(formatRss(feed), 'application/rss+xml');
};
