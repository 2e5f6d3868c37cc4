import type { Addresses } from '../brief/addresses.ts';
import type { CardReference } from '../brief/brief.ts';
import type { Moment } from '../brief/moment.ts';
import { newestChange, newestMoment } from '../brief/dates.ts';
import { compareMoments } from '../brief/moment.ts';
import type { Editor, Publication } from '../brief/publication.ts';
import { bylineOf, type Byline } from '../brief/byline.ts';
import { feedTag, tagUri } from '../brief/identity.ts';
import { namedTopics, type NamedTopic } from '../brief/topics.ts';
import { withXmlCharacters } from '../brief/xml-characters.ts';
import { contentOf, type WholeBrief } from './content.ts';

/**
 * The feed for all formats: newest items first, at most `feedSize`. Dates come from the briefs, addresses are absolute,
 * and text is valid in XML.
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
    // The identity does not include the base, which may change with the host.
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

/** The subject of a feed: all briefs, a topic, an author, a language, or corrections. */
export interface FeedChannel {
  readonly title: string;
  /** One sentence of plain text. */
  readonly description: string;
  /** BCP 47. */
  readonly lang: string;
  /** The page with the same briefs, relative to the site's root. */
  readonly home: string;
  /** Address of the feed, relative to the site's root. */
  readonly own: string;
}

/** A brief for feeds: its text and labels, and its link card. */
export interface FeedEntry extends WholeBrief {
  readonly card?: CardReference & { readonly bytes: number };
}

export interface Feed {
  /** Who is responsible for the content. */
  readonly editor?: Editor;
  readonly title: string;
  /** One sentence of plain text. */
  readonly description: string;
  /** BCP 47. */
  readonly lang: string;
  /** A permanent `tag:` URI. */
  readonly id: string;
  readonly home: string;
  /** Address of the feed. */
  readonly own: string;
  /** The style sheet, relative to the site's root so that it also works in a copy of the site. */
  readonly styles: string;
  /** WebSub hub that notifies subscribers. */
  readonly hub?: string;
  /** Latest change of any item; undefined for an empty feed. */
  readonly updated?: Moment;
  readonly items: readonly FeedItem[];
}

export interface FeedItem {
  /** A `tag:` URI that never changes, even after edits and renames. */
  readonly id: string;
  readonly address: string;
  readonly title: string;
  readonly summary: string;
  /** HTML of the whole brief. */
  readonly content: string;
  /** Never changes. */
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

/** Ties are broken by identity, which does not change with renames. */
function newestFirst(one: FeedItem, other: FeedItem): number {
  return compareMoments(other.published, one.published) || (one.id < other.id ? -1 : 1);
}

/** A brief as a feed item, shared by all feeds that include it. */
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
    topics: namedTopics(publication, brief.topics, brief.lang),
    ...(card && { card: cardOf(card, addresses) }),
  });
}

function cardOf(card: NonNullable<FeedEntry['card']>, addresses: Addresses): FeedCard {
  const { src, ...rest } = card;
  return { ...rest, address: addresses.absolute(src) };
}
