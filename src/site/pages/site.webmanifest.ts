import type { APIRoute } from 'astro';
import { addressesOf } from '../../brief/addresses.ts';
import { manifestData } from '../../metadata/manifest.ts';
import { site } from 'virtual:fourfold';
import { respondJson } from './_json.ts';

export const GET: APIRoute = () =>
  respondJson(manifestData(site, addressesOf(site)), 'application/manifest+json');
