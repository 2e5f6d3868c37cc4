import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { postsTo } from '../feedback/endpoint.ts';
import { formatHeaders, formatRedirects, redirectsOf } from '../../hosting/host-files.ts';
import { hostRules } from '../../hosting/host-rules.ts';
import { addLines, readAdded } from '../../build/added-files.ts';
import { root, site } from 'virtual:fourfold';
import { listLanguages } from './_editions.ts';
import { listPublic, pageOf } from './_snapshot.ts';
import { addresses, respond } from './_feeds.ts';

// Astro ignores files that start with an underscore, but a parameter may.
export const getStaticPaths = (() => {
  const rules = hostRules({
    addresses,
    languages: listLanguages().slice(1),
    postsTo: postsTo(site.feedback, site),
    searches: site.search ?? true,
    preview: site.preview,
  });
  const added = (name: string): string => readAdded(root, name);
  const redirects = addLines(formatRedirects(redirectsOf(listPublic(), addresses)), added('_redirects'));
  return [
    pageOf({ hostFile: '_headers' }, { text: addLines(formatHeaders(rules), added('_headers')) }),
    // Without this file, GitHub Pages ignores names that start with an underscore.
    pageOf({ hostFile: '.nojekyll' }, { text: '' }),
    ...(redirects === '' ? [] : [pageOf({ hostFile: '_redirects' }, { text: redirects })]),
  ];
}) satisfies GetStaticPaths;

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props }) => respond(props.text, 'text/plain');
