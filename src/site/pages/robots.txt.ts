import type { APIRoute } from 'astro';
import { addressesOf } from '../../brief/addresses.ts';
import { formatRobots } from '../../metadata/robots.ts';
import { addRobots, readAdded } from '../../build/added-files.ts';
import { root, site } from 'virtual:fourfold';

export const GET: APIRoute = () =>
  new Response(addRobots(formatRobots(site, addressesOf(site)), readAdded(root, 'robots.txt')));
