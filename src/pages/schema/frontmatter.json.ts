import type { APIRoute } from 'astro';
import { frontMatterJsonSchema } from '../../brief/front-matter-json-schema.ts';
import { site } from '../../site.ts';

export const GET: APIRoute = () =>
  new Response(`${JSON.stringify(frontMatterJsonSchema(site), null, 2)}\n`, {
    headers: { 'content-type': 'application/schema+json' },
  });
