import type { APIRoute } from 'astro';
import { formatLlms } from '../../metadata/markdown-twin.ts';
import { site } from 'virtual:fourfold';
import { listPublic } from './_snapshot.ts';
import { addresses, respond } from './_feeds.ts';

export const GET: APIRoute = () => {
  const briefs = listPublic().slice(0, site.feedSize);
  return respond(formatLlms(site, addresses, briefs), 'text/plain');
};
