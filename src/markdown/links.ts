import type { Draft } from './draft.ts';
import { isHostName } from './host-name.ts';
import { isStanding } from '../brief/briefs-folder.ts';
import { slugOf, slugPattern } from '../brief/slug.ts';

/** What an address in a brief's text leads to. */
export type Link =
  | { readonly kind: 'brief'; readonly slug: string; readonly fragment: string }
  | { readonly kind: 'site'; readonly path: string }
  | { readonly kind: 'fragment'; readonly fragment: string }
  | { readonly kind: 'web'; readonly address: string }
  | { readonly kind: 'refused'; readonly reason: string };

/** What the address of a picture leads to: a file's path relative to the project root. */
export type ImageSource =
  { readonly kind: 'file'; readonly path: string } | { readonly kind: 'refused'; readonly reason: string };

/** Addresses as programs compare them, and our sanitizer: a scheme is spelled in small letters (RFC 3986, 3.1). */
function withPlainScheme(address: string): string {
  return address.replace(/^[a-z][a-z0-9+.-]*:/i, (scheme) => scheme.toLowerCase());
}

const allowedSchemes = ['http', 'https', 'mailto', 'tel'];
/** Kinds of picture that hold no code. */
export const pictureEndings = /\.(?:avif|gif|jpe?g|png|webp)$/i;

/** Reads a link as browsers do: control characters and white space inside are ignored before the scheme is read. */
export function readLink(url: string, draft: Pick<Draft, 'file' | 'home'>): Link {
  const address = strip(url);
  const scheme = schemeOf(address);
  if (scheme !== undefined) {
    if (!allowedSchemes.includes(scheme)) return refused(`the scheme "${scheme}:" is not allowed in a brief`);
    // A browser takes one without its two slashes for a place on this site, or makes a host of what follows.
    if (scheme.startsWith('http') && !/^https?:\/\/(?![/\\])/i.test(address))
      return refused('write the whole address with https://');
    if (/^(?:mailto|tel):$/i.test(address)) return refused('this is no complete address');
    if (schemeOf(url.trim()) !== scheme)
      return refused('an address has no blanks and no invisible signs in it');
    const whole = URL.parse(url.trim());
    if (!whole) return refused('this is no complete address');
    if (scheme.startsWith('http') && !isHostName(whole.hostname))
      return refused(`no site can have the name "${whole.hostname}"`);
    return whole.username === '' && whole.password === ''
      ? readWebLink(whole, withPlainScheme(url.trim()), draft.home)
      : refused('an address names no user: what stands before the @ looks like the host');
  }
  if (address.startsWith('#')) return { kind: 'fragment', fragment: address.slice(1) };
  if (/^\/{2}|\\/.test(address)) return refused('write the whole address with https://');
  const [path = '', fragment = ''] = address.split('#');
  if (path.startsWith('/')) return readSiteLink(address, path, fragment);
  if (/\.mdx?$/.test(path)) return readFileLink(path, fragment, draft.file);
  // A browser would take it for a place beside the page.
  const meant = isStanding(draft.file) ? URL.parse(address, `https://site/${slugOf(draft.file)}/`) : null;
  return refused(
    meant
      ? `write "${meant.pathname}${meant.search}${meant.hash}"`
      : 'expected https://…, ./other-brief.md, /briefs/other-brief/ or #heading',
  );
}

/** Only picture files beside the briefs: no other host is asked, nothing outside the briefs' folder is read. */
export function readImageSource(url: string, file: string): ImageSource {
  const address = strip(url);
  if (schemeOf(address) !== undefined || /^\/|\\/.test(address)) {
    return refused('a picture lies beside the brief, such as ./pictures/name.jpg');
  }
  // A file's name may hold spaces.
  const path = resolveInBriefs(url.trim(), file);
  if (path === undefined) return refused('a picture stays inside the briefs’ folder');
  return pictureEndings.test(path)
    ? { kind: 'file', path }
    : refused('a picture is a JPEG, PNG, WebP, AVIF or GIF file');
}

function refused(reason: string): { readonly kind: 'refused'; readonly reason: string } {
  return { kind: 'refused', reason };
}

const climbing = refused('an address does not climb out of the briefs’ folder');

/** An absolute address of the site itself, however its host is spelled, is read like one that begins with a slash. */
function readWebLink({ host, pathname, search, hash }: URL, address: string, home: string): Link {
  const own = new URL(home);
  const base = own.pathname.endsWith('/') ? own.pathname : `${own.pathname}/`;
  if (host.replace(/\.$/, '') !== own.host || !pathname.startsWith(base)) return { kind: 'web', address };
  const path = `/${pathname.slice(base.length)}${search}`;
  return readSiteLink(path + hash, path, hash.slice(1));
}

/**
 * However the address of a brief is spelled, it is that brief's: a link that hid its slug could tell of an embargo, and some
 * hosts ask for no capitals.
 */
function readSiteLink(address: string, path: string, fragment: string): Link {
  const steps = decode(path.replace(/\?.*$/, ''))?.split('/');
  if (!steps || steps.includes('..')) return climbing;
  const [first, slug, ...rest] = steps.filter((step) => step !== '' && step !== '.');
  const room = first?.toLowerCase();
  // Their names hold a brief's slug, and change with what they show.
  if (room === 'cards' || room === 'pictures')
    return refused('link to the brief and not to its card or picture');
  if (room !== 'briefs' || slug === undefined) return { kind: 'site', path: address };
  return rest.length === 0 || (rest.length === 1 && rest[0] === 'index.html')
    ? briefLink(room === first ? slug : slug.toLowerCase(), fragment)
    : refused('the address of a brief is /briefs/its-slug/');
}

function readFileLink(path: string, fragment: string, file: string): Link {
  const resolved = resolveInBriefs(path, file);
  if (resolved === undefined) return climbing;
  if (isStanding(resolved))
    return { kind: 'site', path: `/${slugOf(resolved)}/${fragment === '' ? '' : `#${fragment}`}` };
  return briefLink(resolved.slice(resolved.lastIndexOf('/') + 1).replace(/\.mdx?$/, ''), fragment);
}

function briefLink(slug: string, fragment: string): Link {
  return slugPattern.test(slug) ? { kind: 'brief', slug, fragment } : refused(`"${slug}" is no slug`);
}

/** A path relative to the brief's file as one relative to the project root; undefined if it leaves the first folder. */
function resolveInBriefs(path: string, file: string): string | undefined {
  const decoded = decode(path.replace(/[?#].*$/, ''));
  if (decoded === undefined || decoded.includes('\0')) return undefined;
  const parts = file.split('/').slice(0, -1);
  for (const part of decoded.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.length <= 1) return undefined;
    else parts.pop();
  }
  return parts.join('/');
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function strip(url: string): string {
  return url.replace(/[\u0000-\u0020\u007f-\u009f\u200b-\u200f\u2028-\u202f\ufeff]/g, '');
}

function schemeOf(address: string): string | undefined {
  return /^([a-z][a-z0-9+.-]*):/i.exec(address)?.[1]?.toLowerCase();
}
