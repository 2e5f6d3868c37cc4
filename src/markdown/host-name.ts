import { domainToUnicode } from 'node:url';

/**
 * Whether a host can have this name, as `URL` spells it: URL itself takes parts that are empty or too long, signs that no
 * domain has, and "xn--" before what is no encoded word.
 */
export function isHostName(name: string): boolean {
  // An IPv6 address, which URL has read.
  if (name.startsWith('[')) return true;
  const parts = name.replace(/\.$/, '').split('.');
  return name.length <= maxNameLength && parts.every(isPart);
}

/** RFC 1035, 2.3.4: octets of a name with its dots, and of a part of it. */
const maxNameLength = 253;
const maxPartLength = 63;

function isPart(part: string): boolean {
  if (part.length > maxPartLength || !/^[a-z0-9_-]+$/.test(part)) return false;
  return !part.startsWith('xn--') || domainToUnicode(part) !== part;
}
