import type { APIRoute } from 'astro';
import { formatLlms } from '../../metadata/markdown-twin.ts';
import { site } from 'virtual:fourfold';
import { listedOf } from '../../build/snapshot.ts';
import { listEditions } from './_editions.ts';
import { addresses, respond } from './_feeds.ts';

export const GET: APIRoute = () => {
  const [own, ...others] = listEditions();
  const briefs = listedOf(own?.briefs ?? []).slice(0, site.feedSize);
  const languages = others.map(({ lang }) => lang);
  return respond(formatLlms(site, addresses, briefs, languages), 'text/plain');
};
