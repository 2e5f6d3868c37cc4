import type { Addresses } from '../brief/addresses.ts';
import type { CardReference, Moment } from '../brief/brief.ts';
import { newestChange, newestMoment } from '../brief/dates.ts';
import { compareMoments } from '../brief/moment.ts';
import type { Editor, Publication } from '../brief/publication.ts';
import { bylineOf, type Byline } from '../brief/byline.ts';
import { feedTag, tagUri } from '../brief/identity.ts';
import { namedTopics, type NamedTopic } from '../brief/topics.ts';
import { withXmlCharacters } from '../brief/xml-characters.ts';
import { contentOf, type WholeBrief } from './content.ts';

/**
 * The feed that every format prints: the newest items first, at most `feedSize` of them. All dates come from the briefs,
 * all addresses are absolute, and all text is fit for XML.
 */
export function feedOf(
  publication: Publication,
  addresses: Addresses,
  channel: FeedChannel,
  items: readonly FeedItem[],
): Feed {
  const shown = items.toSorted(newestFirst).slice(0, publication.feedSize);
  const updated = newestMoment(shown.map((item) => item.updated));
  const { home, ...rest } = channel;
  return {
    // The identity leaves out the base, which may change with the host.
    ...withXmlCharacters({ ...rest, id: feedTag(publication, rest.own.slice(addresses.base.length)) }),
    home: addresses.absolute(home),
    own: addresses.absolute(channel.own),
    styles: addresses.feedStyles,
    ...(publication.hub !== undefined && { hub: publication.hub }),
    ...(publication.editor && { editor: withXmlCharacters(publication.editor) }),
    ...(updated !== undefined && { updated }),
    items: shown,
  };
}

/** What a feed is about: all briefs, those of a topic, an author, a language, or the corrections. */
export interface FeedChannel {
  readonly title: string;
  /** One sentence, plain text. */
  readonly description: string;
  /** BCP 47. */
  readonly lang: string;
  /** The page of the same briefs, relative to the site's root. */
  readonly home: string;
  /** Where this feed itself lives, relative to the site's root. */
  readonly own: string;
}

/** What a feed needs of a brief: all its text, the words around it, and its link card once that is drawn. */
export interface FeedEntry extends WholeBrief {
  readonly card?: CardReference & { readonly bytes: number };
}

export interface Feed {
  /** Who answers for what is published. */
  readonly editor?: Editor;
  readonly title: string;
  /** One sentence, plain text. */
  readonly description: string;
  /** BCP 47. */
  readonly lang: string;
  /** A `tag:` URI that never changes. */
  readonly id: string;
  readonly home: string;
  /** Where this feed itself lives. */
  readonly own: string;
  /** How a browser shows it, relative to the site's root so that a copy of the site is styled as well. */
  readonly styles: string;
  /** WebSub: who tells subscribers of news. */
  readonly hub?: string;
  /** Newest change of any item; an empty feed has none. */
  readonly updated?: Moment;
  readonly items: readonly FeedItem[];
}

export interface FeedItem {
  /** A `tag:` URI that never changes, whatever is edited, renamed or redrawn. */
  readonly id: string;
  readonly address: string;
  readonly title: string;
  /** Plain text. */
  readonly summary: string;
  /** HTML of the whole brief. */
  readonly content: string;
  /** Never moves. */
  readonly published: Moment;
  readonly updated: Moment;
  /** BCP 47. */
  readonly lang: string;
  readonly authors: readonly Byline[];
  readonly topics: readonly NamedTopic[];
  readonly card?: FeedCard;
}

export interface FeedCard extends Omit<CardReference, 'src'> {
  readonly address: string;
  readonly bytes: number;
}

/** Of the same moment in the order of their identities, which stay when a brief is renamed. */
function newestFirst(one: FeedItem, other: FeedItem): number {
  return compareMoments(other.published, one.published) || (one.id < other.id ? -1 : 1);
}

/** A brief as an item, whole; the same in every feed that has it, so that it is made once. */
export function itemOf(publication: Publication, addresses: Addresses, entry: FeedEntry): FeedItem {
  const { brief, card } = entry;
  return withXmlCharacters({
    id: tagUri(publication, brief),
    address: addresses.absolute(addresses.brief(brief.slug)),
    title: brief.title,
    summary: brief.summary,
    content: contentOf(entry, publication, addresses),
    published: brief.date,
    updated: newestChange(brief),
    lang: brief.lang,
    authors: bylineOf(publication, addresses, brief),
    topics: namedTopics(publication, brief.topics),
    ...(card && { card: cardOf(card, addresses) }),
  });
}

function cardOf(card: NonNullable<FeedEntry['card']>, addresses: Addresses): FeedCard {
  const { src, ...rest } = card;
  return { ...rest, address: addresses.absolute(src) };
}
