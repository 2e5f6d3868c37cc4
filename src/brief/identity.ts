import type { Listing } from './brief.ts';
import { dayIn } from './dates.ts';
import type { Publication } from './publication.ts';

/** The identity of a brief for ever (RFC 4151): the authority is the host on the day it first appeared, the rest its first slug. */
export function tagUri(
  publication: Pick<Publication, 'address' | 'timeZone'>,
  brief: Pick<Listing, 'date' | 'firstSlug'>,
): string {
  const { hostname } = new URL(publication.address);
  return `tag:${hostname},${dayIn(brief.date, publication.timeZone)}:${brief.firstSlug}`;
}
