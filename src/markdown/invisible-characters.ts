import type { Range } from '../diagnostics/diagnostic.ts';
import type { Draft } from './draft.ts';
import { rangeOfField } from './field-places.ts';
import { linksOf } from './link-uses.ts';
import { nodesOf, rangeOf } from './nodes.ts';

/**
 * Invisible characters that break addresses: soft hyphens, zero-width spaces, directional marks. Joiners between letters
 * are allowed, as in Persian and in emoji.
 */
const invisible =
  /[\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2060-\u206f\u3164\ufeff]|[\u202a-\u202e]|[\u200c\u200d](?![\p{L}\p{M}\p{Extended_Pictographic}])/gu;

/** Each such character in an address; for an address with escapes, the range of the whole address. */
export function invisibleCharactersInAddresses(draft: Draft): (Range & { readonly character: string })[] {
  return addressesOf(draft).flatMap(({ url, range }) => {
    const written = draft.source.slice(range.start, range.end);
    // The link text may equal the address, so the last match counts.
    const at = written.lastIndexOf(url);
    return [...url.matchAll(invisible)].map(({ 0: character, index }) =>
      at < 0
        ? { ...range, character }
        : { start: range.start + at + index, end: range.start + at + index + character.length, character },
    );
  });
}

/** Every address in a brief's fields, links and images. */
export function addressesOf(draft: Draft): { readonly url: string; readonly range: Range }[] {
  const images = nodesOf(draft.tree, 'image').map((node) => ({ url: node.url, range: rangeOf(node) }));
  return [...fieldAddresses(draft), ...linksOf(draft.tree), ...images];
}

function fieldAddresses({ frontMatter }: Draft): { readonly url: string; readonly range: Range }[] {
  const found: { url: string; range: Range }[] = [];
  const collect = (value: unknown, path: readonly PropertyKey[]): void => {
    if (typeof value === 'object' && value !== null) {
      for (const [name, inner] of Object.entries(value))
        collect(inner, [...path, Array.isArray(value) ? Number(name) : name]);
    } else if (frontMatter && typeof value === 'string' && addressFields.has(path.at(-1))) {
      found.push({ url: value, range: rangeOfField(frontMatter, path) });
    }
  };
  collect(frontMatter?.values, []);
  return found;
}

const addressFields: ReadonlySet<PropertyKey | undefined> = new Set(['url', 'archive', 'src']);
