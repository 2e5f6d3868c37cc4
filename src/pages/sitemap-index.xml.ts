import type { APIRoute } from 'astro';
import { formatSitemapIndex } from '../meta/sitemaps.ts';
import { listSitemaps } from './_sitemaps.ts';

export const GET: APIRoute = () =>
  new Response(formatSitemapIndex(listSitemaps()), { headers: { 'content-type': 'application/xml' } });
