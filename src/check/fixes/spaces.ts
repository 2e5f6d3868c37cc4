import type { Root } from 'mdast';
import type { Range } from '../../diagnostics/diagnostic.ts';
import type { Draft } from '../../markdown/draft.ts';
import { applyEdits, type Edit } from '../../markdown/text-edits.ts';
import { needlessHardSpaces } from '../../markdown/hard-spaces.ts';
import { invisibleCharactersInAddresses } from '../../markdown/invisible-characters.ts';
import { wrappedAddresses } from '../../markdown/wrapped-addresses.ts';
import { nodesOf, rangeOf } from '../../markdown/nodes.ts';

/**
 * Drops spaces at the end of lines that say nothing. Two of them break a line, those in code are part of it, and one
 * behind a backslash keeps that from breaking the line.
 */
export function dropTrailingSpaces({ source, tree }: Draft): string {
  const kept = meaningfulRanges(tree);
  const edits: Edit[] = [];
  let next = 0;
  for (const { 0: spaces, index: start } of source.matchAll(/(?<![ \t\\])[ \t]+(?=[\r\n]|$)/g)) {
    const end = start + spaces.length;
    while ((kept[next]?.end ?? Infinity) <= start) next += 1;
    if ((kept[next]?.start ?? Infinity) >= end) edits.push({ start, end, text: '' });
  }
  return applyEdits(source, edits);
}

/** Writes ordinary spaces where hard ones hold all words of a text together; those that typography asks for stay. */
export function softenSpaces({ source, tree }: Draft): string {
  return applyEdits(
    source,
    needlessHardSpaces(source, tree).map((range) => ({ ...range, text: ' ' })),
  );
}

/** Writes addresses without the quotation marks and spaces around them that are no part of them. */
export function unwrapAddresses(draft: Draft): string {
  return applyEdits(
    draft.source,
    wrappedAddresses(draft).map(({ start, end, address }) => ({ start, end, text: address })),
  );
}

/** Takes out of addresses what readers cannot see; a sign that was written by its name or number stays. */
export function clearAddresses(draft: Draft): string {
  const characters = invisibleCharactersInAddresses(draft).filter(
    ({ character, start, end }) => draft.source.slice(start, end) === character,
  );
  return applyEdits(
    draft.source,
    characters.map(({ start, end }) => ({ start, end, text: '' })),
  );
}

/** In the order of the text; none of these holds another. */
function meaningfulRanges(tree: Root): Range[] {
  return nodesOf(tree, 'code', 'inlineCode', 'html', 'break', 'yaml')
    .map(rangeOf)
    .sort((a, b) => a.start - b.start);
}
