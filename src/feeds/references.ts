// feedsmith writes text with one of these as CDATA between white space, which some readers take for part of it. RSS's
// profile ("Character Data") wants them as hexadecimal references, which most readers understand. So controls, which no
// text of a feed holds, stand in for them until the feed is written.
const references = [
  ['&', '\u0001', '&#x26;'],
  ['<', '\u0002', '&#x3C;'],
  ['>', '\u0003', '&#x3E;'],
] as const;

/** Text with stand-ins for what `unmark` makes references of. */
export function mark(text: string): string {
  return references.reduce((marked, [character, control]) => marked.replaceAll(character, control), text);
}

/** The written feed with each stand-in as its reference. */
export function unmark(xml: string): string {
  return references.reduce((text, [, control, reference]) => text.replaceAll(control, reference), xml);
}
