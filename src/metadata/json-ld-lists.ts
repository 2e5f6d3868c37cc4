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

/** The pages that a page lists, in its order, as schema.org's ItemList; each says all else of itself. */
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

/** Where a brief stands: home, its first topic, the brief. */
export function breadcrumbsOf(
  publication: Publication,
  addresses: Addresses,
  { slug, title, topics }: Pick<Listing, 'slug' | 'title' | 'topics'>,
): WithContext<BreadcrumbList> {
  return trailOf(publication, addresses, [
    ...topics.slice(0, 1).map((topic) => ({
      name: topicName(publication, topic),
      address: addresses.topic(topic),
    })),
    { name: title, address: addresses.brief(slug) },
  ]);
}

/** The way to a page from home, by the pages above it and itself. */
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

/** A page on the way to another, or listed by it; its address is relative to the site's root. */
export interface Step {
  readonly name: string;
  readonly address: string;
}
