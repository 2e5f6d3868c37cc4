import type { APIRoute } from 'astro';
import { formatLlms } from '../meta/markdown.ts';
import { site } from '../site.ts';
import { addresses, listPublic, respond } from './_feeds.ts';

export const GET: APIRoute = async () => {
  const briefs = (await listPublic()).slice(0, site.feedSize);
  return respond(formatLlms(site, addresses, briefs), 'text/plain');
};
