import type { Range } from '../diagnostics/diagnostic.ts';
import type { Draft } from './draft.ts';
import { addressWithin } from './address-within.ts';
import { addressesOf } from './invisible-signs.ts';

/** Each address of a brief with quotation marks or spaces around it that a word processor made part of it, where it stands in the file; not those that are spelled with escapes there. */
export function wrappedAddresses(draft: Draft): (Range & { readonly address: string })[] {
  return addressesOf(draft).flatMap(({ url, range }) => {
    const address = addressWithin(url);
    const written = draft.source.slice(range.start, range.end);
    // The words of a link may be its address, which stands behind them; of a bare one, the marks are text.
    const at = written === url && !isField(draft, range) ? -1 : written.lastIndexOf(url);
    if (address === undefined || at < 0) return [];
    return [{ start: range.start + at, end: range.start + at + url.length, address }];
  });
}

function isField({ frontMatter }: Draft, { start }: Range): boolean {
  return frontMatter !== undefined && start < frontMatter.range.end;
}
