import type { BreadcrumbList, ItemList, WebSite, WithContext } from 'schema-dts';
import type { Addresses } from '../brief/addresses.ts';
import { wordsIn } from '../brief/words.ts';
import type { Listing } from '../brief/brief.ts';
import type { Publication } from '../brief/publication.ts';
import { topicName } from '../brief/topics.ts';
import { publisherOf } from './json-ld.ts';

/** The publication as schema.org's WebSite, only on its home page, where search engines read the site name. */
export function webSiteOf(publication: Publication, addresses: Addresses): WithContext<WebSite> {
  const url = addresses.absolute(addresses.base);
  return {
    '@context': context,
    '@type': 'WebSite',
    name: publication.name,
    url,
    description: wordsIn(publication.description, publication.lang),
    inLanguage: publication.lang,
    publisher: publisherOf(publication, addresses),
  };
}

/** The pages of a list in order, as schema.org's ItemList. */
export function itemListOf(addresses: Addresses, listed: readonly Step[]): WithContext<ItemList> {
  return {
    '@context': context,
    '@type': 'ItemList',
    itemListElement: listed.map(({ name, address }, at) => ({
      '@type': 'ListItem',
      position: at + 1,
      name,
      url: addresses.absolute(address),
    })),
  };
}

/** Breadcrumbs of a brief: home, first topic, brief. */
export function breadcrumbsOf(
  publication: Publication,
  addresses: Addresses,
  { slug, title, topics, lang }: Pick<Listing, 'slug' | 'title' | 'topics' | 'lang'>,
): WithContext<BreadcrumbList> {
  return trailOf(publication, addresses, [
    ...topics.slice(0, 1).map((topic) => ({
      name: topicName(publication, topic, lang),
      address: addresses.topic(topic),
    })),
    { name: title, address: addresses.brief(slug) },
  ]);
}

/** Breadcrumbs of a page, from home to the page itself. */
export function trailOf(
  publication: Publication,
  addresses: Addresses,
  steps: readonly Step[],
): WithContext<BreadcrumbList> {
  const all = [{ name: publication.name, address: addresses.home }, ...steps];
  return {
    '@context': context,
    '@type': 'BreadcrumbList',
    itemListElement: all.map(({ name, address }, at) => ({
      '@type': 'ListItem',
      position: at + 1,
      name,
      item: addresses.absolute(address),
    })),
  };
}

const context = 'https://schema.org';

/** A page in breadcrumbs or in a list; its address is relative to the site's root. */
export interface Step {
  readonly name: string;
  readonly address: string;
}
