import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { groupBy, namesOf } from '../../../../brief/groups.ts';
import { topicChannel } from '../../../../feeds/channels.ts';
import { formatRss } from '../../../../feeds/rss.ts';
import { site } from 'virtual:fourfold';
import { listPublished, pageOf } from '../../_snapshot.ts';
import { addresses, feedOfBriefs, newestOf, respond } from '../../_feeds.ts';

export const getStaticPaths = (() =>
  groupBy(listPublished(), ({ listing }) => namesOf.topics(listing)).map(([topic, briefs]) =>
    pageOf({ topic }, { topic, briefs: newestOf(briefs) }),
  )) satisfies GetStaticPaths;

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props: { topic, briefs } }) => {
  const feed = feedOfBriefs(topicChannel(site, addresses, topic), briefs);
  return respond(formatRss(feed), 'application/rss+xml');
};
