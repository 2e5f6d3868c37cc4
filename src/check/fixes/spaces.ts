import type { Root } from 'mdast';
import type { Range } from '../../diagnostics/diagnostic.ts';
import type { Draft } from '../../markdown/draft.ts';
import { applyEdits, type Edit } from '../../markdown/text-edits.ts';
import { needlessHardSpaces } from '../../markdown/hard-spaces.ts';
import { invisibleCharactersInAddresses } from '../../markdown/invisible-characters.ts';
import { wrappedAddresses } from '../../markdown/wrapped-addresses.ts';
import { nodesOf, rangeOf } from '../../markdown/nodes.ts';

/**
 * Removes meaningless spaces at line ends. Two spaces make a line break, spaces in code are content, and a space after a
 * backslash prevents a line break.
 */
export function dropTrailingSpaces({ source, tree }: Draft): string {
  const meaningful = meaningfulRanges(tree);
  const edits: Edit[] = [];
  let next = 0;
  for (const { 0: spaces, index: start } of source.matchAll(/(?<![ \t\\])[ \t]+(?=[\r\n]|$)/g)) {
    const end = start + spaces.length;
    while ((meaningful[next]?.end ?? Infinity) <= start) next += 1;
    if ((meaningful[next]?.start ?? Infinity) >= end) edits.push({ start, end, text: '' });
  }
  return applyEdits(source, edits);
}

/** Replaces no-break spaces where they join all words; those needed by typography stay. */
export function softenSpaces({ source, tree }: Draft): string {
  return applyEdits(
    source,
    needlessHardSpaces(source, tree).map((range) => ({ ...range, text: ' ' })),
  );
}

/** Removes quotation marks and spaces around addresses. */
export function unwrapAddresses(draft: Draft): string {
  return applyEdits(
    draft.source,
    wrappedAddresses(draft).map(({ start, end, address }) => ({ start, end, text: address })),
  );
}

/** Removes invisible characters from addresses, except those written as character references. */
export function clearAddresses(draft: Draft): string {
  const characters = invisibleCharactersInAddresses(draft).filter(
    ({ character, start, end }) => draft.source.slice(start, end) === character,
  );
  return applyEdits(
    draft.source,
    characters.map(({ start, end }) => ({ start, end, text: '' })),
  );
}

/** In document order, without overlaps. */
function meaningfulRanges(tree: Root): Range[] {
  return nodesOf(tree, 'code', 'inlineCode', 'html', 'break', 'yaml')
    .map(rangeOf)
    .sort((a, b) => a.start - b.start);
}
