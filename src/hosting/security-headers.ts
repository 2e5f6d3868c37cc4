import type { Addresses } from '../brief/addresses.ts';
import type { Moment } from '../brief/brief.ts';
import { compareMoments, parseMoment } from '../brief/moment.ts';
import type { Publication, SecurityContact } from '../brief/publication.ts';

/** RFC 9116: a field a line. Like robots.txt it counts only at the root of a host. Throws if `expires` is no date. */
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
 * What to tell the publisher of a security.txt that is out of date: it goes on standing there, since news must not wait
 * for it and its readers see the date themselves. Undefined if there is nothing to tell; throws if `expires` is no date.
 */
export function staleSecurity(
  publication: Pick<Publication, 'security' | 'timeZone'>,
  now: Moment,
): string | undefined {
  const { security } = publication;
  if (!security) return undefined;
  const expiry = expiryOf(publication, security);
  if (compareMoments(now, expiry) < 0) return undefined;
  return `briefs/_site.yaml: security.txt is out of date since ${expiry}; see that its contacts are right and set security.expires anew, within a year`;
}

function expiryOf({ timeZone }: Pick<Publication, 'timeZone'>, { expires }: SecurityContact): Moment {
  const moment = parseMoment(expires, timeZone);
  if (moment !== undefined) return moment;
  throw new Error(
    `briefs/_site.yaml: security.expires is "${expires}", expected ISO 8601 such as 2027-01-31`,
  );
}
