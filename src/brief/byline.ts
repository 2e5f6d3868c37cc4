import type { Addresses } from './addresses.ts';
import type { Listing } from './brief.ts';
import type { Publication } from './publication.ts';

/** The authors of a brief. */
export interface Byline {
  readonly name: string;
  readonly url?: string;
}

/** Without authors, the publication is the author. Authors without a page have no address. */
export function bylineOf(
  publication: Publication,
  addresses: Pick<Addresses, 'absolute' | 'base'>,
  brief: Pick<Listing, 'authors'>,
): readonly Byline[] {
  if (brief.authors.length === 0) {
    return [{ name: publication.name, url: addresses.absolute(addresses.base) }];
  }
  return brief.authors.map((id) => {
    const { name, url } = publication.authors[id] ?? { name: id };
    return { name, ...(url !== undefined && { url }) };
  });
}
