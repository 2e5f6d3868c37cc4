import type { Draft } from '../../markdown/draft.ts';

/** Reorders the sections if each of the four occurs exactly once. */
export function orderSections({ source, outline, headings }: Draft): string {
  const sections = new Set(outline.map(({ section }) => section));
  if (outline.length !== headings.length || sections.size !== headings.length || sections.has(undefined)) {
    return source;
  }
  if (outline.every(({ section }, at) => section === at)) return source;
  const newline = source.includes('\r\n') ? '\r\n' : '\n';
  const start = outline[0]?.range.start ?? 0;
  const blocks = outline.map(({ section = 0, range }, at) => ({
    section,
    text: withoutEnd(source.slice(range.start, outline[at + 1]?.range.start ?? source.length)),
  }));
  const ordered = blocks.toSorted((a, b) => a.section - b.section).map(({ text }) => text);
  // The last block may lack the blank line between sections.
  const ending = source.slice(withoutEnd(source).length);
  return source.slice(0, start) + ordered.join(newline + newline) + ending;
}

/** Trims only characters that Markdown ignores; a no-break space is text. */
function withoutEnd(text: string): string {
  let end = text.length;
  while (' \t\r\n'.includes(text.charAt(end - 1) || '.')) end -= 1;
  return text.slice(0, end);
}
