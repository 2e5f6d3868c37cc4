import type { Addresses } from '../brief/addresses.ts';
import type { Brief, CardReference, Moment } from '../brief/brief.ts';
import { dayIn, newestChange, newestMoment } from '../brief/dates.ts';
import type { Language } from '../brief/languages/language.ts';
import { compareMoments } from '../brief/moment.ts';
import type { Publication } from '../brief/publication.ts';
import { topicOf } from '../brief/topics.ts';
import { contentOf } from './content.ts';
import { withXmlCharacters } from './xml-characters.ts';

/**
 * The feed that every format prints: the newest briefs first, at most `feedSize` of them. All dates come from the
 * briefs, all addresses are absolute, and all text is fit for XML.
 */
export function feedOf(publication: Publication, addresses: Addresses, entries: readonly FeedEntry[]): Feed {
  const items = entries
    .toSorted(newestFirst)
    .slice(0, publication.feedSize)
    .map((entry) => itemOf(publication, addresses, entry));
  const updated = newestMoment(items.map((item) => item.updated));
  return withXmlCharacters({
    title: publication.name,
    description: publication.description,
    lang: publication.lang,
    home: addresses.absolute(addresses.home),
    rss: addresses.absolute(addresses.rss),
    ...(updated !== undefined && { updated }),
    items,
  });
}

/** What a feed needs of a brief: all its text, the words around it, and its link card once that is drawn. */
export interface FeedEntry {
  readonly brief: Brief;
  readonly language: Language;
  readonly card?: CardReference & { readonly bytes: number };
}

export interface Feed {
  readonly title: string;
  /** One sentence, plain text. */
  readonly description: string;
  /** BCP 47. */
  readonly lang: string;
  readonly home: string;
  /** Where this feed itself lives, as RSS. */
  readonly rss: string;
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
  readonly authors: readonly FeedAuthor[];
  /** Names, as readers see them. */
  readonly topics: readonly string[];
  readonly card?: FeedCard;
}

export interface FeedAuthor {
  readonly name: string;
  readonly url?: string;
}

export interface FeedCard extends Omit<CardReference, 'src'> {
  readonly address: string;
  readonly bytes: number;
}

function newestFirst({ brief: one }: FeedEntry, { brief: other }: FeedEntry): number {
  return compareMoments(other.date, one.date) || (one.slug < other.slug ? -1 : 1);
}

function itemOf(publication: Publication, addresses: Addresses, entry: FeedEntry): FeedItem {
  const { brief, language, card } = entry;
  return {
    id: tagUri(publication, brief),
    address: addresses.absolute(addresses.brief(brief.slug)),
    title: brief.title,
    summary: brief.summary,
    content: contentOf(brief, language, publication, addresses),
    published: brief.date,
    updated: newestChange(brief),
    lang: brief.lang,
    authors: authorsOf(publication, addresses, brief),
    topics: brief.topics.map((topic) => topicOf(publication, topic)?.name ?? topic),
    ...(card && { card: cardOf(card, addresses) }),
  };
}

/** RFC 4151: the authority is the host on the day the brief first appeared, the rest its first slug. */
function tagUri(publication: Publication, brief: Pick<Brief, 'date' | 'firstSlug'>): string {
  const { hostname } = new URL(publication.address);
  return `tag:${hostname},${dayIn(brief.date, publication.timeZone)}:${brief.firstSlug}`;
}

/** A brief without authors is the publication's own; one whose author has no page of their own gets no address. */
function authorsOf(
  publication: Publication,
  addresses: Addresses,
  brief: Pick<Brief, 'authors'>,
): readonly FeedAuthor[] {
  if (brief.authors.length === 0) {
    return [{ name: publication.name, url: addresses.absolute(addresses.home) }];
  }
  return brief.authors.map((id) => {
    const { name, url } = publication.authors[id] ?? { name: id };
    return { name, ...(url !== undefined && { url }) };
  });
}

function cardOf(card: NonNullable<FeedEntry['card']>, addresses: Addresses): FeedCard {
  const { src, ...rest } = card;
  return { ...rest, address: addresses.absolute(src) };
}
