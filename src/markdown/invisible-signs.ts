import type { Range } from '../diagnostics/diagnostic.ts';
import type { Draft } from './draft.ts';
import { rangeOfField } from './field-places.ts';
import { linksOf } from './link-uses.ts';
import { nodesOf, rangeOf } from './nodes.ts';

/**
 * Signs that nothing is drawn for and that lead nowhere: soft hyphens, spaces without a width, marks of direction. The joiners of
 * Persian and of emoji are none, between letters.
 */
const invisible =
  /[\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2060-\u206f\u3164\ufeff]|[\u202a-\u202e]|[\u200c\u200d](?![\p{L}\p{M}\p{Extended_Pictographic}])/gu;

/** Each such sign in an address of a brief, where it stands in the file; in an address with escapes, the whole address. */
export function invisibleSignsInAddresses(draft: Draft): (Range & { readonly sign: string })[] {
  return addressesOf(draft).flatMap(({ url, range }) => {
    const written = draft.source.slice(range.start, range.end);
    // The words of a link may be its address, which stands behind them.
    const at = written.lastIndexOf(url);
    return [...url.matchAll(invisible)].map(({ 0: sign, index }) =>
      at < 0
        ? { ...range, sign }
        : { start: range.start + at + index, end: range.start + at + index + sign.length, sign },
    );
  });
}

/** Every address that a brief names, in its fields, links and pictures. */
export function addressesOf(draft: Draft): { readonly url: string; readonly range: Range }[] {
  const pictures = nodesOf(draft.tree, 'image').map((node) => ({ url: node.url, range: rangeOf(node) }));
  return [...fieldAddresses(draft), ...linksOf(draft.tree), ...pictures];
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
