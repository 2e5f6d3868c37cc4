import type { APIRoute } from 'astro';
import { formatAtom } from '../../feeds/atom.ts';
import { siteChannel } from '../../feeds/channels.ts';
import { site } from 'virtual:fourfold';
import { listPublished } from './_snapshot.ts';
import { addresses, feedOfBriefs, respond } from './_feeds.ts';

export const GET: APIRoute = () => {
  const channel = siteChannel(site, addresses.home, addresses.atom);
  return respond(formatAtom(feedOfBriefs(channel, listPublished())), 'application/atom+xml');
};
