import type { Listing } from '../../brief/brief.ts';
import { fields, type Said } from './fields.ts';

/**
 * A link that opens an email with the answer (RFC 6068): a readable subject, and the form's fields in the body, one on
 * each line.
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
