/**
 * Where the front matter begins: at the first character, unless nothing but blank lines and blank blocks of front matter
 * stand before a "---" that a field follows. Of such lines no doubt is possible, so what follows them can be judged.
 */
export function beginningOf(source: string): number {
  const before = /^(?:(?:---)?[ \t]*(?:\r\n|\r|\n))*/.exec(source)?.[0] ?? '';
  if (!field.test(source.slice(before.length, before.length + longestName))) return 0;
  const fences = [...before.matchAll(/^---/gm)];
  // An even number closes what it opens: then the fields stand outside.
  return fences.length % 2 === 1 ? (fences.at(-1)?.index ?? 0) : 0;
}

const longestName = 40;
const field = /^[A-Za-z]\w*[ \t]*:(?:\s|$)/;
