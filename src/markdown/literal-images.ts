import type { Range } from '../diagnostics/diagnostic.ts';
import { memoize } from '../brief/memoize.ts';
import type { Draft } from './draft.ts';
import { nodesOf, rangeOf } from './nodes.ts';
import { visibleSource } from './visible-source.ts';

/** An image that Markdown does not recognise, so that readers see its markup. */
export interface LiteralImage extends Range {
  /** The image in valid Markdown, if it can be determined. */
  readonly written: string | undefined;
  /** Whether `written` is complete. */
  readonly isCertain: boolean;
}

/**
 * Every image in the text that does not work: a space or bracket in its address, swapped brackets, or a wiki embed. In
 * order.
 */
export const literalImages = memoize((draft: Draft): readonly LiteralImage[] => {
  if (!/!\s?[[(]/.test(draft.source)) return [];
  return nodesOf(draft.tree, 'paragraph', 'heading', 'tableCell')
    .flatMap((node) => imagesIn(visibleSource(node, draft.source), draft.source, rangeOf(node).start))
    .sort((one, other) => one.start - other.start);
});

// An intended image has an image file extension or an address.
const ending = String.raw`\.(?:avif|gif|jpe?g|png|webp|svg|bmp|tiff?|heic)`;
const path = String.raw`(?:https?:\/\/|\.{1,2}[\\/]|\/|pictures\/)`;
const words = String.raw`(?:[^\][]|\[[^\][]{0,100}\]){0,300}`;
const title = String.raw`(?:[ \t]+["“'][^"”'\n]{0,200}["”'])?`;

const inline = new RegExp(
  String.raw`!\[(${words})\]([ \t]{0,4})\([ \t]*<?(?:([^\n<>]{1,300}?${ending})|(${path}[^\n()<>]{1,300}?))>?(${title})[ \t]*\)`,
  'giu',
);
const broken = new RegExp(
  String.raw`!\[(?:${words})\][ \t]{0,4}\([ \t]*<?(?:${path}|[^()\n]{1,300}?${ending}(?!\p{L}))[^\n]{0,300}?(?:\)|$)`,
  'gimu',
);
const swapped = new RegExp(String.raw`!\(([^()\n]{1,300})\)[ \t]?\[([^\][\n]{1,300}?${ending})\]`, 'giu');
const embed = new RegExp(String.raw`!\[\[([^\][\n|]{1,300}?${ending})(?:\|[^\][\n]{0,200})?\]\]`, 'giu');

/** Finds images in the visible text and reads them from the source. */
function imagesIn(text: string, source: string, start: number): LiteralImage[] {
  const images: LiteralImage[] = [];
  const add = (found: RegExpExecArray, written?: string, isCertain = true): void => {
    const range = { start: start + found.index, end: start + found.index + found[0].length };
    if (images.some((image) => image.start < range.end && range.start < image.end)) return;
    const isSame = written === source.slice(range.start, range.end);
    images.push({ ...range, written: isSame ? undefined : written, isCertain });
  };
  const typed = (found: RegExpExecArray, group: number): string => {
    const [from, to] = found.indices?.[group] ?? [0, 0];
    return source.slice(start + from, start + to);
  };
  const all = (pattern: RegExp): Iterable<RegExpExecArray> =>
    text.matchAll(new RegExp(pattern, `${pattern.flags}d`));
  for (const found of all(embed)) add(found, `![what it shows](${spelled(typed(found, 1))})`, false);
  for (const found of all(inline)) {
    const address = typed(found, found[3] === undefined ? 4 : 3);
    add(found, `![${typed(found, 1)}](${spelled(address)}${typed(found, 5)})`);
  }
  for (const found of all(swapped)) add(found, `![${typed(found, 1)}](${spelled(typed(found, 2))})`);
  for (const found of all(broken)) add(found);
  return images;
}

/**
 * Removes shell backslashes before spaces, turns Windows backslashes into slashes, and encloses addresses with spaces in
 * `<` and `>`.
 */
function spelled(address: string): string {
  const plain = address
    .replaceAll('\\ ', ' ')
    .replaceAll(/\\(?=[\p{L}\p{N}])/gu, '/')
    .trim();
  return /[\s()]/.test(plain) ? `<${plain}>` : plain;
}
