import { isMailDate, isMoment } from './moments.ts';
import { readJsonFeed } from './read-json-feed.ts';
import type { SiteFolder } from './site-folder.ts';
import { childrenOf, parseStrictXml, type Element } from './strict-xml.ts';
import type { ReadFeed } from './feed-item.ts';

/** Reads RSS 2.0, Atom or JSON Feed; undefined for other files, an error for malformed ones. */
export function feedOrProblem(site: SiteFolder, file: string): ReadFeed | Error | undefined {
  if (!/(?:\.xml|feed\.json)$/.test(file)) return undefined;
  try {
    const text = site.read(file).toString();
    return file.endsWith('.json') ? readJsonFeed(text) : readXmlFeed(text);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function readXmlFeed(text: string): ReadFeed | undefined {
  const root = parseStrictXml(text);
  if (root.name === 'rss') return readRss(root);
  return root.name === 'feed' ? readAtom(root) : undefined;
}

/** RSS 2.0 Specification, RSS Advisory Board: required elements of channel and item. */
function readRss(root: Element): ReadFeed {
  const [channel] = childrenOf(root, 'channel');
  if (!channel) throw new Error('Expected a channel in rss');
  const self = childrenOf(channel, 'atom:link').find(({ attributes }) => attributes['rel'] === 'self');
  const items = childrenOf(channel, 'item');
  return {
    self: self?.attributes['href'],
    items: items.map((item) => ({
      id: textOf(item, 'guid'),
      url: textOf(item, 'link'),
      title: textOf(item, 'title'),
      published: textOf(item, 'pubDate'),
      html: textOf(item, 'content:encoded'),
      files: [...childrenOf(item, 'enclosure'), ...childrenOf(item, 'media:content')].map(
        ({ attributes: { url = '', type, width, height, length, fileSize } }) => ({
          url,
          type,
          width,
          height,
          bytes: length ?? fileSize ?? 'no number of',
        }),
      ),
    })),
    problems: [
      ...lacking(channel, ['title', 'link', 'description']),
      ...items.flatMap((item) =>
        [textOf(item, 'pubDate')]
          .filter((date) => !isMailDate(date))
          .map((date) => `has the date "${date}", expected an RFC 822 date`),
      ),
    ],
  };
}

/** RFC 4287, 4.1.1 and 4.1.2. */
function readAtom(root: Element): ReadFeed {
  const linkOf = (element: Element, rel: string): string | undefined =>
    childrenOf(element, 'link').find(({ attributes }) => (attributes['rel'] ?? 'alternate') === rel)
      ?.attributes['href'];
  const entries = childrenOf(root, 'entry');
  const dates = [root, ...entries].flatMap((element) =>
    ['updated', 'published'].flatMap((name) => childrenOf(element, name).map(({ text }) => text.trim())),
  );
  const hasAuthors =
    childrenOf(root, 'author').length > 0 || entries.every((entry) => childrenOf(entry, 'author').length > 0);
  return {
    self: linkOf(root, 'self'),
    items: entries.map((entry) => ({
      id: textOf(entry, 'id'),
      url: linkOf(entry, 'alternate') ?? '',
      title: textOf(entry, 'title'),
      published: textOf(entry, 'published'),
      html: textOf(entry, 'content'),
      files: childrenOf(entry, 'link')
        .filter(({ attributes }) => attributes['rel'] === 'enclosure')
        .map(({ attributes: { href = '', type, length } }) => ({ url: href, type, bytes: length })),
    })),
    problems: [
      ...(root.attributes['xmlns'] === 'http://www.w3.org/2005/Atom'
        ? []
        : ['is not in the namespace of Atom']),
      ...[root, ...entries].flatMap((element) => lacking(element, ['id', 'title', 'updated'])),
      ...(hasAuthors ? [] : ['has an entry without an author']),
      ...dates
        .filter((date) => !isMoment(date))
        .map((date) => `has the date "${date}", expected a date and time (RFC 3339)`),
    ],
  };
}

function lacking(element: Element, names: readonly string[]): string[] {
  return names
    .filter((name) => textOf(element, name) === '')
    .map((name) => `has a ${element.name} without ${name}`);
}

function textOf(element: Element, name: string): string {
  return childrenOf(element, name)[0]?.text.trim() ?? '';
}
