import type { Listing } from './brief.ts';
import type { Publication } from './publication.ts';

/**
 * Permanent identity of a brief (RFC 4151), from the settings and its first slug only, so that edits, renames, dates,
 * time zones and moves to another host never make it look new.
 */
export function tagUri(
  publication: Pick<Publication, 'identity'>,
  { firstSlug }: Pick<Listing, 'firstSlug'>,
): string {
  return tagOf(publication, firstSlug);
}

/** Identity of a correction, by its chronological number within the brief, so that later corrections do not change it. */
export function correctionTag(
  publication: Pick<Publication, 'identity'>,
  brief: Pick<Listing, 'firstSlug'>,
  number: number,
): string {
  return `${tagUri(publication, brief)}/correction/${number}`;
}

/** Identity of a feed; slugs never start with a slash. */
export function feedTag(publication: Pick<Publication, 'identity'>, name: string): string {
  return tagOf(publication, `/${name}`);
}

function tagOf({ identity: { authority, year } }: Pick<Publication, 'identity'>, specific: string): string {
  return `tag:${authority},${year}:${specific}`;
}
