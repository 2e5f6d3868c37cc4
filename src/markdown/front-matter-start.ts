/**
 * Offset of the front matter: 0, unless only blank lines and empty front matter precede a "---" with a field after it.
 * Such lines are unambiguous, so the text after them can be checked.
 */
export function frontMatterStart(source: string): number {
  const before =
    new RegExp(`^${unseen}(?:(?:---)?[ \\t]*${unseen}[ \\t]*(?:\\r\\n|\\r|\\n)${unseen})*`).exec(
      source,
    )?.[0] ?? '';
  if (!field.test(source.slice(before.length, before.length + maxNameLength))) return 0;
  const fences = [...before.matchAll(/---/g)];
  // An even number of fences is closed, so the fields are outside, unless they have their own closing fence.
  const isOpen = fences.length % 2 === 1 || (fences.length > 0 && hasEnd(source.slice(before.length)));
  return isOpen ? (fences.at(-1)?.index ?? 0) : 0;
}

/** Whether a fence precedes the first heading. */
function hasEnd(source: string): boolean {
  const [end, heading] = [/^---[ \t]*$/m, /^#{1,6}[ \t]/m].map((line) => source.search(line));
  return end !== undefined && end >= 0 && (heading === -1 || end < (heading ?? 0));
}

/** Spaces and invisible characters; pasted text may start with one. */
const unseen = String.raw`[\u00a0\u200b-\u200f\u2060\u3000\ufeff]*`;

const maxNameLength = 40;
const field = /^[A-Za-z]\w*[ \t]*:(?:\s|$)/;
