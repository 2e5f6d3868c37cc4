import { childrenOf, parseStrictXml, type Element } from './strict-xml.ts';

/** One item of a feed of any kind, as far as it is to agree with the page. */
export interface FeedItem {
  readonly id: string;
  /** Absolute. */
  readonly url: string;
  readonly title: string;
  readonly published: string;
  readonly files: readonly { readonly url: string; readonly bytes: string | undefined }[];
}

export interface ReadFeed {
  /** What the feed says is its own address. */
  readonly self: string | undefined;
  readonly items: readonly FeedItem[];
}

/** Reads RSS 2.0, Atom or JSON Feed; undefined for what is none of them. Throws if it is not well-formed. */
export function readFeed(file: string, text: string): ReadFeed | undefined {
  if (file.endsWith('feed.json')) return readJsonFeed(text);
  if (!file.endsWith('.xml')) return undefined;
  const root = parseStrictXml(text);
  if (root.name === 'rss') return readRss(root);
  return root.name === 'feed' ? readAtom(root) : undefined;
}

function readRss(root: Element): ReadFeed {
  const [channel] = childrenOf(root, 'channel');
  if (!channel) throw new Error('Expected a channel in rss');
  const self = childrenOf(channel, 'atom:link').find(({ attributes }) => attributes['rel'] === 'self');
  return {
    self: self?.attributes['href'],
    items: childrenOf(channel, 'item').map((item) => ({
      id: textOf(item, 'guid'),
      url: textOf(item, 'link'),
      title: textOf(item, 'title'),
      published: textOf(item, 'pubDate'),
      files: [...childrenOf(item, 'enclosure'), ...childrenOf(item, 'media:content')].map(
        ({ attributes }) => ({
          url: attributes['url'] ?? '',
          bytes: attributes['length'] ?? attributes['fileSize'],
        }),
      ),
    })),
  };
}

function readAtom(root: Element): ReadFeed {
  const linkOf = (element: Element, rel: string): string | undefined =>
    childrenOf(element, 'link').find(({ attributes }) => (attributes['rel'] ?? 'alternate') === rel)
      ?.attributes['href'];
  return {
    self: linkOf(root, 'self'),
    items: childrenOf(root, 'entry').map((entry) => ({
      id: textOf(entry, 'id'),
      url: linkOf(entry, 'alternate') ?? '',
      title: textOf(entry, 'title'),
      published: textOf(entry, 'published'),
      files: childrenOf(entry, 'link')
        .filter(({ attributes }) => attributes['rel'] === 'enclosure')
        .map(({ attributes }) => ({ url: attributes['href'] ?? '', bytes: attributes['length'] })),
    })),
  };
}

function readJsonFeed(text: string): ReadFeed {
  const feed = JSON.parse(text) as {
    feed_url?: string;
    items?: {
      id: string;
      url?: string;
      title?: string;
      date_published?: string;
      image?: string;
      attachments?: { url: string; size_in_bytes?: number }[];
    }[];
  };
  return {
    self: feed.feed_url,
    items: (feed.items ?? []).map(
      ({ id, url = '', title = '', date_published = '', image, attachments = [] }) => ({
        id,
        url,
        title,
        published: date_published,
        files: [
          ...(image === undefined ? [] : [{ url: image, bytes: undefined }]),
          ...attachments.map((file) => ({ url: file.url, bytes: file.size_in_bytes?.toString() })),
        ],
      }),
    ),
  };
}

function textOf(element: Element, name: string): string {
  return childrenOf(element, name)[0]?.text.trim() ?? '';
}
