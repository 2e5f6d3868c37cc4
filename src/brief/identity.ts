import type { Listing } from './brief.ts';
import type { Publication } from './publication.ts';

/**
 * The identity of a brief for ever (RFC 4151): from the settings and its first slug alone, so that no edit, rename, date,
 * time zone or move to another host makes readers see it as new.
 */
export function tagUri(
  publication: Pick<Publication, 'identity'>,
  { firstSlug }: Pick<Listing, 'firstSlug'>,
): string {
  return tagOf(publication, firstSlug);
}

/** The identity of a correction: which of its brief it is, counted by their dates, so that a later one moves none. */
export function correctionTag(
  publication: Pick<Publication, 'identity'>,
  brief: Pick<Listing, 'firstSlug'>,
  number: number,
): string {
  return `${tagUri(publication, brief)}/correction/${number}`;
}

/** The identity of a feed; no slug begins with a slash. */
export function feedTag(publication: Pick<Publication, 'identity'>, name: string): string {
  return tagOf(publication, `/${name}`);
}

function tagOf({ identity: { authority, year } }: Pick<Publication, 'identity'>, specific: string): string {
  return `tag:${authority},${year}:${specific}`;
}
