import { domainToUnicode } from 'node:url';

/**
 * Whether a host name is valid. `URL` also accepts empty or too long labels, characters that no domain has, and an
 * invalid "xn--" label.
 */
export function isHostName(name: string): boolean {
  // An IPv6 address, already validated by `URL`.
  if (name.startsWith('[')) return true;
  const parts = name.replace(/\.$/, '').split('.');
  return name.length <= maxNameLength && parts.every(isPart);
}

/** RFC 1035, 2.3.4: octets of a name including dots, and of a label. */
const maxNameLength = 253;
const maxPartLength = 63;

function isPart(part: string): boolean {
  if (part.length > maxPartLength || !/^[a-z0-9_-]+$/.test(part)) return false;
  return !part.startsWith('xn--') || domainToUnicode(part) !== part;
}
