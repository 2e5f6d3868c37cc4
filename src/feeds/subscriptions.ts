import { addressesOf, type Addresses } from '../brief/addresses.ts';
import type { Listing } from '../brief/brief.ts';
import { languageFor, nameOfLanguage } from '../languages/languages.ts';
import type { Publication } from '../brief/publication.ts';
import { topicName } from '../brief/topics.ts';

/**
 * The feeds of a language besides that of all briefs, and those of other languages, grouped by kind and sorted by name; empty groups
 * are omitted.
 */
export function subscriptionsOf(
  publication: Publication,
  addresses: Addresses,
  briefs: readonly Pick<Listing, 'topics' | 'authors'>[],
  languages: readonly string[],
): SubscriptionGroup[] {
  const { authors } = publication;
  const { lang } = addresses;
  const { labels } = languageFor(lang);
  const feed = (name: string, path: string, said?: string): Subscription => {
    return { name, address: addresses.absolute(path), ...(said !== undefined && { lang: said }) };
  };
  const byName = ({ name: one }: Subscription, { name: other }: Subscription): number =>
    one.localeCompare(other, lang);
  const all = (of: readonly string[], make: (id: string) => Subscription): Subscription[] =>
    [...new Set(of)].map(make).sort(byName);
  const pathOf = (page: string): string => addresses.rssOf(page);
  return [
    {
      name: labels.topics,
      feeds: all(
        briefs.flatMap(({ topics }) => topics),
        (topic) => feed(topicName(publication, topic, lang), pathOf(addresses.topic(topic))),
      ),
    },
    {
      name: labels.languages,
      feeds: all(
        languages.filter((other) => other !== lang),
        (other) => feed(nameOfLanguage(other), addressesOf(publication, other).rss, other),
      ),
    },
    {
      name: labels.authors,
      feeds: all(
        briefs.flatMap((brief) => brief.authors),
        (id) => feed(authors[id]?.name ?? id, pathOf(addresses.author(id))),
      ),
    },
    { name: labels.corrections, feeds: [feed(labels.corrections, addresses.correctionsFeed)] },
  ].filter(({ feeds }) => feeds.length > 0);
}

/** Links that add a feed in well-known feed readers; `feed:` opens the one installed on the device. */
export function readersOf(feed: string): readonly { readonly name: string; readonly address: string }[] {
  const said = encodeURIComponent(feed);
  return [
    { name: 'Feedly', address: `https://feedly.com/i/subscription/feed%2F${said}` },
    { name: 'Inoreader', address: `https://www.inoreader.com/?add_feed=${said}` },
    { name: 'NewsBlur', address: `https://www.newsblur.com/?url=${said}` },
    { name: 'The Old Reader', address: `https://theoldreader.com/feeds/subscribe?url=${said}` },
    { name: 'NetNewsWire', address: feed.replace(/^https?:/, 'feed:') },
  ];
}

export interface SubscriptionGroup {
  readonly name: string;
  readonly feeds: readonly Subscription[];
}

export interface Subscription {
  readonly name: string;
  /** Absolute. */
  readonly address: string;
  /** BCP 47, if the name is in another language than the page. */
  readonly lang?: string;
}
