import type { Addresses } from './addresses.ts';
import type { Listing } from './brief.ts';
import type { Publication } from './publication.ts';

/** Who signs a brief. */
export interface Byline {
  readonly name: string;
  readonly url?: string;
}

/** A brief without authors is the publication's own; one whose author has no page of their own gets no address. */
export function bylineOf(
  publication: Publication,
  addresses: Pick<Addresses, 'absolute' | 'home'>,
  brief: Pick<Listing, 'authors'>,
): readonly Byline[] {
  if (brief.authors.length === 0) {
    return [{ name: publication.name, url: addresses.absolute(addresses.home) }];
  }
  return brief.authors.map((id) => {
    const { name, url } = publication.authors[id] ?? { name: id };
    return { name, ...(url !== undefined && { url }) };
  });
}
