import type { Listing } from '../../brief/brief.ts';
import { fields, type Said } from './fields.ts';

/**
 * A link that opens the reader's mail with the answer written (RFC 6068): the subject for people, and in the body the
 * fields that a form would post, a line each.
 */
export function mailOf(
  address: string,
  { slug, lang, title }: Pick<Listing, 'slug' | 'lang' | 'title'>,
  said: Said,
  words: string,
): string {
  const lines = Object.entries({ [fields.brief]: slug, [fields.lang]: lang, ...said });
  const body = lines.map(([name, value]) => `${name}: ${value}`).join('\r\n');
  const to = address.split('@').map(encodeURIComponent).join('@');
  return `mailto:${to}?subject=${encodeURIComponent(`${words} · ${title}`)}&body=${encodeURIComponent(body)}`;
}
