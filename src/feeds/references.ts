// feedsmith writes text with one of these characters as CDATA surrounded by white space, which some feed readers keep.
// The RSS profile ("Character Data") recommends hexadecimal references, which most feed readers understand. Control
// characters, which feeds never contain, stand for them until the feed is written.
const references = [
  ['&', '\u0001', '&#x26;'],
  ['<', '\u0002', '&#x3C;'],
  ['>', '\u0003', '&#x3E;'],
] as const;

/** Replaces these characters with placeholders. */
export function mark(text: string): string {
  return references.reduce((marked, [character, control]) => marked.replaceAll(character, control), text);
}

/** Replaces the placeholders with references. */
export function unmark(xml: string): string {
  return references.reduce((text, [, control, reference]) => text.replaceAll(control, reference), xml);
}
