import type { APIRoute } from 'astro';
import { formatAtom } from '../feeds/atom.ts';
import { siteChannel } from '../feeds/channels.ts';
import { site } from '../site.ts';
import { addresses, feedOfBriefs, listPublic, respond } from './_feeds.ts';

export const GET: APIRoute = async () => {
  const channel = siteChannel(site, addresses.home, addresses.atom);
  return respond(formatAtom(await feedOfBriefs(channel, await listPublic())), 'application/atom+xml');
};
