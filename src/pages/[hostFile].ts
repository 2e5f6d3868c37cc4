import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { postsTo } from '../feedback/endpoint.ts';
import { formatHeaders, formatRedirects, redirectsOf } from '../meta/host-files.ts';
import { hostRules } from '../meta/host-rules.ts';
import { site } from '../site.ts';
import { listPublic, pageOf } from './_edition.ts';
import { addresses, respond } from './_feeds.ts';

// Astro takes no file that begins with an underscore for a page, but a parameter may.
export const getStaticPaths = (() => {
  const rules = hostRules({
    addresses,
    postsTo: postsTo(site.feedback, site),
    searches: site.search ?? true,
  });
  const redirects = formatRedirects(redirectsOf(listPublic(), addresses));
  return [
    pageOf({ hostFile: '_headers' }, { text: formatHeaders(rules) }),
    // GitHub Pages leaves out what begins with an underscore, unless this file is there.
    pageOf({ hostFile: '.nojekyll' }, { text: '' }),
    ...(redirects === '' ? [] : [pageOf({ hostFile: '_redirects' }, { text: redirects })]),
  ];
}) satisfies GetStaticPaths;

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props }) => respond(props.text, 'text/plain');
