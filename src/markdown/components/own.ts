import type { Element, ElementContent } from 'hast';
import { h, isWhitespace } from './hast.ts';

/** What a component of the publication's own is given, as its tag says it; an attribute without a value is `true`. */
export type OwnAttributes = Readonly<Record<string, string | true>>;

/** A piece of a page's HTML, or a component of the publication's own that stands between two. */
export type PagePart = string | OwnUse;

export interface OwnUse {
  readonly name: string;
  readonly attributes: OwnAttributes;
  /** What it encloses. */
  readonly parts: readonly PagePart[];
}

const tagName = 'own-component';

/** Where a page shows a component of the publication's own. No text can be taken for it: raw HTML never gets this far. */
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

/** Changes the address that it is given as `url`. */
export function rewriteUrl(node: Element, rewrite: (url: string) => string): void {
  const attributes = read(String(node.properties['dataAttributes']));
  const { url } = attributes;
  if (typeof url === 'string')
    node.properties['dataAttributes'] = write({ ...attributes, url: rewrite(url) });
}

/** What stands for it where no component runs: what it encloses, or else its `text`. */
export function standIn({ properties, children }: Element): ElementContent[] {
  if (!children.every(isWhitespace)) return children;
  const { text } = read(String(properties['dataAttributes']));
  return typeof text === 'string' ? [h('p', {}, text)] : [];
}

/** Divides the HTML of a page at the components of the publication's own. */
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

/** Without any sign that HTML would write in another way. */
function write(attributes: OwnAttributes): string {
  return encodeURIComponent(JSON.stringify(attributes)).replaceAll("'", '%27');
}

function read(text: string): OwnAttributes {
  return JSON.parse(decodeURIComponent(text)) as OwnAttributes;
}
