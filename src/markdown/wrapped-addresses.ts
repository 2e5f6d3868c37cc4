import type { Range } from '../diagnostics/diagnostic.ts';
import type { Draft } from './draft.ts';
import { addressWithin } from '../brief/address-within.ts';
import { addressesOf } from './invisible-characters.ts';

/**
 * Addresses in a brief that include quotation marks or spaces added by a word processor, with their ranges, except those
 * with escapes.
 */
export function wrappedAddresses(draft: Draft): (Range & { readonly address: string })[] {
  return addressesOf(draft).flatMap(({ url, range }) => {
    const address = addressWithin(url);
    const written = draft.source.slice(range.start, range.end);
    // The link text may equal the address, so the last match counts; for a bare address, the quotation marks are text.
    const at = written === url && !isField(draft, range) ? -1 : written.lastIndexOf(url);
    if (address === undefined || at < 0) return [];
    return [{ start: range.start + at, end: range.start + at + url.length, address }];
  });
}

function isField({ frontMatter }: Draft, { start }: Range): boolean {
  return frontMatter !== undefined && start < frontMatter.range.end;
}
