import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { addressesOf } from '../../../../../brief/addresses.ts';
import { namesOf } from '../../../../../brief/groups.ts';
import { authorChannel } from '../../../../../feeds/channels.ts';
import { formatRss } from '../../../../../feeds/rss.ts';
import { site } from 'virtual:fourfold';
import { groupEditions } from '../../../_editions.ts';
import { feedOfBriefs, newestOf, respond } from '../../../_feeds.ts';
import { pageOf, publishedOf } from '../../../_snapshot.ts';

export const getStaticPaths = (() =>
  groupEditions(namesOf.authors).map(({ lang, path, name, briefs }) =>
    pageOf({ lang: path, author: name }, { lang, author: name, briefs: newestOf(publishedOf(briefs)) }),
  )) satisfies GetStaticPaths;

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props: { lang, author, briefs } }) => {
  const channel = authorChannel(site, addressesOf(site, lang), author);
  return respond(formatRss(feedOfBriefs(channel, briefs)), 'application/rss+xml');
};
