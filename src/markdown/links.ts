import type { Draft } from './draft.ts';
import { isHostName } from '../brief/host-name.ts';
import { isStanding, standingName } from '../brief/briefs-folder.ts';
import { slugPattern } from '../brief/slug.ts';

/** The target of an address in a brief's text. */
export type Link =
  | { readonly kind: 'brief'; readonly slug: string; readonly fragment: string }
  | { readonly kind: 'site'; readonly path: string }
  | { readonly kind: 'fragment'; readonly fragment: string }
  | { readonly kind: 'web'; readonly address: string }
  | { readonly kind: 'invalid'; readonly reason: string; readonly isUnsafe?: true };

/** The target of an image: a path relative to the project root. */
export type ImageSource =
  { readonly kind: 'file'; readonly path: string } | { readonly kind: 'invalid'; readonly reason: string };

/** Lower-cases the scheme, for comparison and for the sanitizer (RFC 3986, 3.1). */
function withPlainScheme(address: string): string {
  return address.replace(/^[a-z][a-z0-9+.-]*:/i, (scheme) => scheme.toLowerCase());
}

const allowedSchemes = ['http', 'https', 'mailto', 'tel'];
/** Image formats that cannot contain code. */
export const imageEndings = /\.(?:avif|gif|jpe?g|png|webp)$/i;

/** Reads a link as browsers do, which ignore control characters and white space before the scheme. */
export function readLink(url: string, draft: Pick<Draft, 'file' | 'home'>): Link {
  const address = strip(url);
  const scheme = schemeOf(address);
  if (scheme !== undefined) {
    if (!allowedSchemes.includes(scheme))
      return { ...invalid(`the scheme "${scheme}:" is not allowed in a brief`), isUnsafe: true };
    // Without two slashes, browsers read a path on this site, or turn the next part into a host.
    if (scheme.startsWith('http') && !/^https?:\/\/(?![/\\])/i.test(address))
      return invalid('write the full address with https://');
    if (/^(?:mailto|tel):$/i.test(address)) return invalid('the address is incomplete');
    if (schemeOf(url.trim()) !== scheme)
      return invalid('remove the spaces and invisible characters from the address');
    const whole = URL.parse(url.trim());
    if (!whole) return invalid('the address is incomplete');
    if (scheme.startsWith('http') && !isHostName(whole.hostname))
      return invalid(`no site can have the name "${whole.hostname}"`);
    return whole.username === '' && whole.password === ''
      ? readWebLink(whole, withPlainScheme(url.trim()), draft.home)
      : {
          ...invalid('remove the user name: the text before the @ looks like the host'),
          isUnsafe: true,
        };
  }
  if (address.startsWith('#')) return { kind: 'fragment', fragment: address.slice(1) };
  if (/^\/{2}|\\/.test(address)) return invalid('write the full address with https://');
  const [path = '', fragment = ''] = address.split('#');
  if (path.startsWith('/')) return readSiteLink(address, path, fragment);
  if (/\.mdx?$/.test(path)) return readFileLink(path, fragment, draft.file);
  // A browser would resolve it relative to the page.
  const meant = isStanding(draft.file)
    ? URL.parse(address, `https://site/${standingName(draft.file)}/`)
    : null;
  return invalid(
    meant
      ? `write "${meant.pathname}${meant.search}${meant.hash}"`
      : 'expected https://…, ./other-brief.md, /briefs/other-brief/ or #heading',
  );
}

/** Only image files beside the briefs are allowed; no external host, no file outside the folder of briefs. */
export function readImageSource(url: string, file: string): ImageSource {
  const address = strip(url);
  if (schemeOf(address) !== undefined || /^\/|\\/.test(address)) {
    return invalid('put the image beside the brief, such as ./pictures/name.jpg');
  }
  // File names may contain spaces.
  const path = resolveInBriefs(url.trim(), file);
  if (path === undefined) return invalid('put the image inside the folder of briefs');
  return imageEndings.test(path)
    ? { kind: 'file', path }
    : invalid('use a JPEG, PNG, WebP, AVIF or GIF file');
}

function invalid(reason: string): { readonly kind: 'invalid'; readonly reason: string } {
  return { kind: 'invalid', reason };
}

const outside = invalid('the address leads out of the folder of briefs');

/** Reads an absolute address of the site itself like one that begins with a slash. */
function readWebLink({ host, pathname, search, hash }: URL, address: string, home: string): Link {
  const own = new URL(home);
  const base = own.pathname.endsWith('/') ? own.pathname : `${own.pathname}/`;
  if (host.replace(/\.$/, '') !== own.host || !pathname.startsWith(base)) return { kind: 'web', address };
  const path = `/${pathname.slice(base.length)}${search}`;
  return readSiteLink(path + hash, path, hash.slice(1));
}

/**
 * Normalizes every spelling of a brief's address: otherwise a link with a disguised slug could reveal an embargo. Some
 * hosts ignore case.
 */
function readSiteLink(address: string, path: string, fragment: string): Link {
  const steps = decode(path.replace(/\?.*$/, ''))?.split('/');
  if (!steps || steps.includes('..')) return outside;
  const [first, slug, ...rest] = steps.filter((step) => step !== '' && step !== '.');
  const room = first?.toLowerCase();
  // Their names contain a slug and change with the content.
  if (room === 'cards' || room === 'pictures')
    return invalid('link to the brief instead of its card or image');
  if (room !== 'briefs' || slug === undefined) return { kind: 'site', path: address };
  return rest.length === 0 || (rest.length === 1 && rest[0] === 'index.html')
    ? briefLink(room === first ? slug : slug.toLowerCase(), fragment)
    : invalid('write the address of a brief as /briefs/its-slug/');
}

function readFileLink(path: string, fragment: string, file: string): Link {
  const resolved = resolveInBriefs(path, file);
  if (resolved === undefined) return outside;
  if (isStanding(resolved))
    return { kind: 'site', path: `/${standingName(resolved)}/${fragment === '' ? '' : `#${fragment}`}` };
  return briefLink(resolved.slice(resolved.lastIndexOf('/') + 1).replace(/\.mdx?$/, ''), fragment);
}

function briefLink(slug: string, fragment: string): Link {
  return slugPattern.test(slug) ? { kind: 'brief', slug, fragment } : invalid(`"${slug}" is not a slug`);
}

/** Resolves a path relative to the brief's file; undefined if it leaves the first folder. */
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
