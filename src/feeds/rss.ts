import { escapeText } from '../brief/escape.ts';
import { generateRssFeed } from 'feedsmith';
import type { Feed, FeedCard, FeedItem } from './feed.ts';
import { mark, unmark } from './references.ts';
import { ZonedDate } from './zoned-date.ts';

/** RSS 2.0 following the RSS Advisory Board's Best Practices Profile, with whole briefs in `content:encoded`. */
export function formatRss(feed: Feed): string {
  const xml = generateRssFeed<true>(
    {
      title: mark(feed.title),
      link: feed.home,
      description: mark(feed.description),
      language: feed.lang,
      // The element contains an email address, followed by the name (profile, "managingEditor").
      ...(feed.editor?.email !== undefined && {
        managingEditor: { name: mark(feed.editor.name), email: feed.editor.email },
      }),
      ...(feed.updated !== undefined && { lastBuildDate: new ZonedDate(feed.updated) }),
      atom: {
        links: [
          { href: feed.own, rel: 'self', type: 'application/rss+xml' },
          ...(feed.hub === undefined ? [] : [{ href: feed.hub, rel: 'hub' }]),
        ],
      },
      items: feed.items.map(itemOf),
    },
    { strict: true, stylesheets: [{ type: 'text/css', href: feed.styles }] },
  );
  return unmark(xml);
}

function itemOf(item: FeedItem) {
  return {
    title: mark(item.title),
    link: item.address,
    // Feed readers treat this element as HTML (profile, "Item description"), so plain text is escaped.
    description: mark(escapeText(item.summary)),
    categories: item.topics.map(({ name }) => ({ name: mark(name) })),
    guid: { value: item.id, isPermaLink: false },
    pubDate: new ZonedDate(item.published),
    dc: { creators: item.authors.map(({ name }) => mark(name)) },
    content: { encoded: item.content },
    ...(item.card && { media: { contents: [mediaOf(item.card)] } }),
  };
}

function mediaOf({ address, type, width, height, bytes }: FeedCard) {
  return { url: address, medium: 'image', type, width, height, fileSize: bytes };
}
