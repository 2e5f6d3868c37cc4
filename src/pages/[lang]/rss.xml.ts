import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { languageChannel } from '../../feeds/channels.ts';
import { formatRss } from '../../feeds/rss.ts';
import { site } from '../../site.ts';
import { pageOf } from '../_edition.ts';
import { addresses, feedOfBriefs, groupBy, listPublic, respond } from '../_feeds.ts';

export const getStaticPaths = (async () =>
  groupBy(await listPublic(), ({ lang }) => (lang === site.lang ? [] : [lang])).map(([lang, briefs]) =>
    pageOf({ lang }, { lang, briefs }),
  )) satisfies GetStaticPaths;

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = async ({ props: { lang, briefs } }) => {
  const feed = await feedOfBriefs(languageChannel(site, addresses, lang), briefs);
  return respond(formatRss(feed), 'application/rss+xml');
};
