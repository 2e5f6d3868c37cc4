import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { groupBy, namesOf } from '../../../brief/groups.ts';
import { languageChannel } from '../../../feeds/channels.ts';
import { formatRss } from '../../../feeds/rss.ts';
import { site } from 'virtual:fourfold';
import { listPublished, pageOf } from '../_snapshot.ts';
import { addresses, feedOfBriefs, newestOf, respond } from '../_feeds.ts';

export const getStaticPaths = (() =>
  groupBy(listPublished(), ({ listing }) => namesOf.languages(listing, site.lang)).map(([lang, briefs]) =>
    pageOf({ lang }, { lang, briefs: newestOf(briefs) }),
  )) satisfies GetStaticPaths;

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props: { lang, briefs } }) => {
  const feed = feedOfBriefs(languageChannel(site, addresses, lang), briefs);
  return respond(formatRss(feed), 'application/rss+xml');
};
