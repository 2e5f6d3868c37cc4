import { isThing, textIn, thingsIn, type Thing } from './json.ts';
import { isMoment } from './moments.ts';
import type { FeedItem, ReadFeed } from './feed-item.ts';

/** Reads JSON Feed 1.1 and reports what its specification requires. Throws if it is not a JSON object. */
export function readJsonFeed(text: string): ReadFeed {
  const feed: unknown = JSON.parse(text);
  if (!isThing(feed)) throw new Error('Expected a JSON object');
  const items = thingsIn(feed['items']).map(itemOf);
  const dates = items.map(({ published }) => published);
  return {
    self: textIn(feed['feed_url']),
    items,
    problems: [
      ...(textIn(feed['version']).startsWith('https://jsonfeed.org/version/') ? [] : ['has no version']),
      ...(textIn(feed['title']) === '' ? ['has no title'] : []),
      ...(Array.isArray(feed['items']) ? [] : ['has no list of items']),
      ...dates
        .filter((date) => !isMoment(date))
        .map((date) => `has the date "${date}", expected a date and time (RFC 3339)`),
    ],
  };
}

function itemOf(item: Thing): FeedItem {
  const image = textIn(item['image']);
  return {
    id: textIn(item['id']),
    url: textIn(item['url']),
    title: textIn(item['title']),
    published: textIn(item['date_published']),
    html: textIn(item['content_html']),
    files: [
      ...(image === '' ? [] : [{ url: image }]),
      ...thingsIn(item['attachments']).map(({ url, mime_type: type, size_in_bytes: bytes }) => ({
        url: textIn(url),
        type: textIn(type),
        ...(typeof bytes === 'number' ? { bytes: String(bytes) } : {}),
      })),
    ],
  };
}
