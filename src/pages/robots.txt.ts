import type { APIRoute } from 'astro';
import { addressesOf } from '../brief/addresses.ts';
import { formatRobots } from '../meta/robots.ts';
import { site } from '../site.ts';

export const GET: APIRoute = () => new Response(formatRobots(site, addressesOf(site)));
