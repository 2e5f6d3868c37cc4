import type { APIRoute } from 'astro';
import { formatSitemapIndex } from '../../metadata/sitemaps.ts';
import { listSitemaps } from './_sitemaps.ts';

export const GET: APIRoute = () =>
  new Response(formatSitemapIndex(listSitemaps()), { headers: { 'content-type': 'application/xml' } });
