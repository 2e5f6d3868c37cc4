import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { addressesOf } from '../../../../../brief/addresses.ts';
import { namesOf } from '../../../../../brief/groups.ts';
import { topicChannel } from '../../../../../feeds/channels.ts';
import { formatRss } from '../../../../../feeds/rss.ts';
import { site } from 'virtual:fourfold';
import { groupEditions } from '../../../_editions.ts';
import { feedOfBriefs, newestOf, respond } from '../../../_feeds.ts';
import { pageOf, publishedOf } from '../../../_snapshot.ts';

export const getStaticPaths = (() =>
  groupEditions(namesOf.topics).map(({ lang, path, name, briefs }) =>
    pageOf({ lang: path, topic: name }, { lang, topic: name, briefs: newestOf(publishedOf(briefs)) }),
  )) satisfies GetStaticPaths;

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props: { lang, topic, briefs } }) => {
  const channel = topicChannel(site, addressesOf(site, lang), topic);
  return respond(formatRss(feedOfBriefs(channel, briefs)), 'application/rss+xml');
};
