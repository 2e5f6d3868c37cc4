import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { formatSecurity } from '../../../hosting/security-headers.ts';
import { site } from 'virtual:fourfold';
import { pageOf } from '../_snapshot.ts';
import { addresses, respond } from '../_feeds.ts';

// Astro ignores folders that start with a dot, but a parameter may.
export const getStaticPaths = (() => {
  const { security } = site;
  return security ? [pageOf({ wellKnown: '.well-known' }, { security })] : [];
}) satisfies GetStaticPaths;

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props }) =>
  respond(formatSecurity(site, props.security, addresses), 'text/plain');
