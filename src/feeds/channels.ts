import type { Addresses } from '../brief/addresses.ts';
import { languageFor, nameOfLanguage } from '../languages/languages.ts';
import type { Publication } from '../brief/publication.ts';
import { topicName, topicOf } from '../brief/topics.ts';
import { wordsIn, type Words } from '../brief/words.ts';
import type { FeedChannel } from './feed.ts';

/** The feed of all briefs, for the address of one format. */
export function siteChannel(
  { name, description, lang }: Publication,
  home: string,
  own: string,
): FeedChannel {
  return { title: name, description: wordsIn(description, lang), lang, home, own };
}

export function topicChannel(publication: Publication, addresses: Addresses, slug: string): FeedChannel {
  const { description = publication.description } = topicOf(publication, slug) ?? {};
  const name = topicName(publication, slug, publication.lang);
  return channelBelow(publication, addresses, addresses.topic(slug), name, description);
}

export function authorChannel(publication: Publication, addresses: Addresses, id: string): FeedChannel {
  const { name } = publication.authors[id] ?? { name: id };
  return channelBelow(publication, addresses, addresses.author(id), name, publication.description);
}

export function languageChannel(publication: Publication, addresses: Addresses, lang: string): FeedChannel {
  const home = addresses.language(lang);
  const { name, description } = publication;
  return {
    title: `${name} · ${nameOfLanguage(lang)}`,
    description: wordsIn(description, lang),
    lang,
    home,
    own: addresses.rssOf(home),
  };
}

export function correctionsChannel(publication: Publication, addresses: Addresses): FeedChannel {
  const { labels } = languageFor(publication.lang);
  const { name, description, lang } = publication;
  const [home, own] = [addresses.corrections, addresses.correctionsFeed];
  return {
    title: `${labels.corrections} · ${name}`,
    description: wordsIn(description, lang),
    lang,
    home,
    own,
  };
}

function channelBelow(
  publication: Publication,
  addresses: Addresses,
  home: string,
  name: string,
  description: Words,
): FeedChannel {
  const { lang } = publication;
  const title = `${name} · ${publication.name}`;
  return { title, description: wordsIn(description, lang), lang, home, own: addresses.rssOf(home) };
}
