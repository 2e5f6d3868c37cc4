import { generateJsonFeed } from 'feedsmith';
import type { Feed, FeedItem } from './feed.ts';
import { ZonedDate } from './zoned-date.ts';

/** JSON Feed 1.1 with whole briefs as HTML. */
export function formatJsonFeed(feed: Feed): string {
  const { items = [], ...json } = generateJsonFeed<true>(
    {
      title: feed.title,
      description: feed.description,
      home_page_url: feed.home,
      feed_url: feed.own,
      language: feed.lang,
      ...(feed.hub !== undefined && { hubs: [{ type: 'WebSub', url: feed.hub }] }),
      items: feed.items.map(itemOf),
    },
    { strict: true },
  ) as { readonly items?: readonly object[] };
  // feedsmith omits empty lists, but this one is required.
  return `${JSON.stringify({ ...json, items }, null, 2)}\n`;
}

function itemOf(item: FeedItem) {
  return {
    id: item.id,
    url: item.address,
    title: item.title,
    summary: item.summary,
    content_html: item.content,
    date_published: new ZonedDate(item.published),
    date_modified: new ZonedDate(item.updated),
    language: item.lang,
    authors: item.authors.map(({ name, url }) => ({ name, ...(url !== undefined && { url }) })),
    tags: item.topics.map(({ name }) => name),
    ...(item.card && { image: item.card.address }),
  };
}
