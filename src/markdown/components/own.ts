import type { Element, ElementContent } from 'hast';
import { h, isWhitespace } from './hast.ts';

/** Attributes of a publication's own component; one without a value is `true`. */
export type OwnAttributes = Readonly<Record<string, string | true>>;

/** A piece of HTML, or a publication's own component between two pieces. */
export type PagePart = string | OwnUse;

export interface OwnUse {
  readonly name: string;
  readonly attributes: OwnAttributes;
  /** Its content. */
  readonly parts: readonly PagePart[];
}

const tagName = 'own-component';

/**
 * Marks where a page shows a publication's own component. No text can look like this mark, since raw HTML is never passed
 * through.
 */
export function drawOwn(
  name: string,
  attributes: OwnAttributes,
  children: readonly ElementContent[],
): Element {
  return h(tagName, { dataName: name, dataAttributes: write(attributes) }, ...children);
}

export const ownSchema = { [tagName]: ['dataName', 'dataAttributes'] };

export function isOwn(node: Element): boolean {
  return node.tagName === tagName;
}

/** Rewrites its `url` attribute. */
export function rewriteUrl(node: Element, rewrite: (url: string) => string): void {
  const attributes = read(String(node.properties['dataAttributes']));
  const { url } = attributes;
  if (typeof url === 'string')
    node.properties['dataAttributes'] = write({ ...attributes, url: rewrite(url) });
}

/** Replacement where components cannot run: its content, or else its `text`. */
export function standIn({ properties, children }: Element): ElementContent[] {
  if (!children.every(isWhitespace)) return children;
  const { text } = read(String(properties['dataAttributes']));
  return typeof text === 'string' ? [h('p', {}, text)] : [];
}

/** Splits the HTML of a page at the publication's own components. */
export function partsOf(html: string): readonly PagePart[] {
  const whole: PagePart[] = [];
  const open = [whole];
  let at = 0;
  for (const { 0: tag, 1: name, 2: attributes, index } of html.matchAll(marks)) {
    if (index > at) open.at(-1)?.push(html.slice(at, index));
    at = index + tag.length;
    if (name === undefined || attributes === undefined) open.pop();
    else {
      const parts: PagePart[] = [];
      open.at(-1)?.push({ name, attributes: read(attributes), parts });
      open.push(parts);
    }
  }
  return at === 0 ? [html] : [...whole, html.slice(at)];
}

const marks = /<own-component data-name="([^"]*)" data-attributes="([^"]*)">|<\/own-component>/g;

/** Escapes every character that HTML could serialize differently. */
function write(attributes: OwnAttributes): string {
  return encodeURIComponent(JSON.stringify(attributes)).replaceAll("'", '%27');
}

function read(text: string): OwnAttributes {
  return JSON.parse(decodeURIComponent(text)) as OwnAttributes;
}
