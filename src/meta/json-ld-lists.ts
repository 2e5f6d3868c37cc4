import type { BreadcrumbList, ItemList, WebSite, WithContext } from 'schema-dts';
import type { Addresses } from '../brief/addresses.ts';
import type { Listing } from '../brief/brief.ts';
import type { Publication } from '../brief/publication.ts';
import { topicName } from '../brief/topics.ts';
import { publisherOf } from './json-ld.ts';

/** The publication as schema.org's WebSite, for its home page alone: search engines take the site's name from there. */
export function webSiteOf(publication: Publication, addresses: Addresses): WithContext<WebSite> {
  const url = addresses.absolute(addresses.home);
  return {
    '@context': context,
    '@type': 'WebSite',
    name: publication.name,
    url,
    description: publication.description,
    inLanguage: publication.lang,
    publisher: publisherOf(publication, addresses),
  };
}

/** The briefs that a page lists, in its order, as schema.org's ItemList; each says all else of itself. */
export function itemListOf(
  addresses: Addresses,
  briefs: readonly Pick<Listing, 'slug'>[],
): WithContext<ItemList> {
  return {
    '@context': context,
    '@type': 'ItemList',
    itemListElement: briefs.map(({ slug }, at) => ({
      '@type': 'ListItem',
      position: at + 1,
      url: addresses.absolute(addresses.brief(slug)),
    })),
  };
}

/** Where a brief stands: home, its first topic, the brief. */
export function breadcrumbsOf(
  publication: Publication,
  addresses: Addresses,
  { slug, title, topics }: Pick<Listing, 'slug' | 'title' | 'topics'>,
): WithContext<BreadcrumbList> {
  const steps = [
    { name: publication.name, address: addresses.home },
    ...topics.slice(0, 1).map((topic) => ({
      name: topicName(publication, topic),
      address: addresses.topic(topic),
    })),
    { name: title, address: addresses.brief(slug) },
  ];
  return {
    '@context': context,
    '@type': 'BreadcrumbList',
    itemListElement: steps.map(({ name, address }, at) => ({
      '@type': 'ListItem',
      position: at + 1,
      name,
      item: addresses.absolute(address),
    })),
  };
}

const context = 'https://schema.org';
