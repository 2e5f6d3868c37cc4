import type { Addresses } from '../brief/addresses.ts';
import type { Moment } from '../brief/moment.ts';
import { compareMoments, parseMoment } from '../brief/moment.ts';
import type { Publication, SecurityContact } from '../brief/publication.ts';

/** security.txt (RFC 9116), which only counts at the root of a host. Throws if `expires` is not a date. */
export function formatSecurity(
  publication: Pick<Publication, 'lang' | 'timeZone'>,
  security: SecurityContact,
  addresses: Pick<Addresses, 'absolute' | 'security'>,
): string {
  const { contact, languages = [publication.lang], policy } = security;
  const fields = [
    ...contact.map((address) => ['Contact', address]),
    ['Expires', expiryOf(publication, security)],
    ['Preferred-Languages', languages.join(', ')],
    ['Canonical', addresses.absolute(addresses.security)],
    ...(policy === undefined ? [] : [['Policy', policy]]),
  ];
  return fields.map(([name, value]) => `${name}: ${value}\n`).join('');
}

/**
 * A warning that security.txt is out of date. It is published anyway, since news must not wait and readers see the date.
 * Undefined if it is valid; throws if `expires` is not a date.
 */
export function staleSecurity(
  publication: Pick<Publication, 'security' | 'timeZone'>,
  now: Moment,
): string | undefined {
  const { security } = publication;
  if (!security) return undefined;
  const expiry = expiryOf(publication, security);
  if (compareMoments(now, expiry) < 0) return undefined;
  return `briefs/_site.yaml: security.txt has been out of date since ${expiry}; check its contacts, and set security.expires to a day within a year`;
}

function expiryOf({ timeZone }: Pick<Publication, 'timeZone'>, { expires }: SecurityContact): Moment {
  const moment = parseMoment(expires, timeZone);
  if (moment !== undefined) return moment;
  throw new Error(
    `briefs/_site.yaml: security.expires is "${expires}", expected ISO 8601 such as 2027-01-31`,
  );
}
