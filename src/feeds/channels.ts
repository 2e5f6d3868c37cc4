import type { Addresses } from '../brief/addresses.ts';
import { languageFor, nameOfEdition } from '../languages/languages.ts';
import type { Publication } from '../brief/publication.ts';
import { topicName, topicOf } from '../brief/topics.ts';
import { wordsIn, type Words } from '../brief/words.ts';
import type { FeedChannel } from './feed.ts';

/** The feed of all briefs in the language of the addresses, for the address of one format. */
export function siteChannel(publication: Publication, addresses: Addresses, own: string): FeedChannel {
  const { lang, home } = addresses;
  const title = nameOfEdition(publication, lang);
  return { title, description: wordsIn(publication.description, lang), lang, home, own };
}

export function topicChannel(publication: Publication, addresses: Addresses, slug: string): FeedChannel {
  const { description = publication.description } = topicOf(publication, slug) ?? {};
  const name = topicName(publication, slug, addresses.lang);
  return channelBelow(publication, addresses, addresses.topic(slug), name, description);
}

export function authorChannel(publication: Publication, addresses: Addresses, id: string): FeedChannel {
  const { name } = publication.authors[id] ?? { name: id };
  return channelBelow(publication, addresses, addresses.author(id), name, publication.description);
}

export function correctionsChannel(publication: Publication, addresses: Addresses): FeedChannel {
  const { labels } = languageFor(addresses.lang);
  const { corrections: home, correctionsFeed: own } = addresses;
  return { ...channelBelow(publication, addresses, home, labels.corrections, publication.description), own };
}

function channelBelow(
  publication: Publication,
  addresses: Addresses,
  home: string,
  name: string,
  description: Words,
): FeedChannel {
  const { lang } = addresses;
  const title = `${name} · ${nameOfEdition(publication, lang)}`;
  return { title, description: wordsIn(description, lang), lang, home, own: addresses.rssOf(home) };
}
