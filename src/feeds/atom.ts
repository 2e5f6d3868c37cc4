import { generateAtomFeed } from 'feedsmith';
import type { Feed, FeedItem } from './feed.ts';
import { mark, unmark } from './references.ts';
import { ZonedDate } from './zoned-date.ts';

/** Atom (RFC 4287) with whole briefs as HTML in `content`. */
export function formatAtom(feed: Feed): string {
  const xml = generateAtomFeed<true>(
    {
      id: feed.id,
      title: { value: mark(feed.title) },
      subtitle: { value: mark(feed.description) },
      // RFC 4287, 4.1.1 requires a date even without entries; the current time would make builds differ.
      updated: feed.updated === undefined ? new Date(0) : new ZonedDate(feed.updated),
      xml: { lang: feed.lang },
      links: [
        { href: feed.own, rel: 'self', type: 'application/atom+xml' },
        { href: feed.home, rel: 'alternate', type: 'text/html' },
        ...(feed.hub === undefined ? [] : [{ href: feed.hub, rel: 'hub' }]),
      ],
      entries: feed.items.map(entryOf),
    },
    { strict: true, stylesheets: [{ type: 'text/css', href: feed.styles }] },
  );
  return unmark(xml);
}

function entryOf(item: FeedItem) {
  return {
    id: item.id,
    title: { value: mark(item.title) },
    links: [
      { href: item.address, rel: 'alternate', type: 'text/html', hreflang: item.lang },
      ...(item.card
        ? [{ href: item.card.address, rel: 'enclosure', type: item.card.type, length: item.card.bytes }]
        : []),
    ],
    published: new ZonedDate(item.published),
    updated: new ZonedDate(item.updated),
    authors: item.authors.map(({ name, url }) => ({
      name: mark(name),
      ...(url !== undefined && { uri: url }),
    })),
    categories: item.topics.map(({ slug, name }) => ({ term: slug, label: mark(name) })),
    summary: { value: mark(item.summary) },
    content: { type: 'html', value: item.content },
    xml: { lang: item.lang },
  };
}
