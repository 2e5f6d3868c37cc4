import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { groupBy, namesOf } from '../../../../brief/groups.ts';
import { authorChannel } from '../../../../feeds/channels.ts';
import { formatRss } from '../../../../feeds/rss.ts';
import { site } from 'virtual:fourfold';
import { listPublished, pageOf } from '../../_snapshot.ts';
import { addresses, feedOfBriefs, newestOf, respond } from '../../_feeds.ts';

export const getStaticPaths = (() =>
  groupBy(listPublished(), ({ listing }) => namesOf.authors(listing)).map(([author, briefs]) =>
    pageOf({ author }, { author, briefs: newestOf(briefs) }),
  )) satisfies GetStaticPaths;

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props: { author, briefs } }) => {
  const feed = feedOfBriefs(authorChannel(site, addresses, author), briefs);
  return respond(formatRss(feed), 'application/rss+xml');
};
