import { recogniseHeading, type Names } from '../../src/languages/recognise-headings.ts';

/** Whether a text names at least two sections. */
export function isDraft(text: string, names: Names): boolean {
  const parts = new Set(text.split('\n').map((line) => partOf(line, names) ?? partOf(valueIn(line), names)));
  parts.delete(undefined);
  if (parts.size >= 2) return true;
  // Data and pages name them in keys and tags.
  const keys = [...text.matchAll(/"([\p{L}_][^"<>\n]{2,60})"|['<]([\p{L}_][^"'<>\n]{2,60})['>]/gu)].map(
    ([, quoted, key = quoted ?? '']) => partOf(key.replace(/[_-]/g, ' '), names),
  );
  return new Set(keys.filter((part) => part !== undefined)).size >= 2;
}

/** The value of a line of YAML, which may be the heading of a section. */
function valueIn(line: string): string {
  return /^\s*(?:- )?[\p{L}\p{M}\w]+:\s+["']?([^"']+)/u.exec(line)?.[1] ?? '';
}

/** Whether a line names a section. */
export function isSection(lines: readonly string[], names: Names): boolean {
  return lines.some((line) => partOf(line, names) !== undefined);
}

/** The section that a line names. */
export function partOf(given: string, names: Names): number | undefined {
  if (given.length > 200) return undefined;
  const bare = given.replace(/<[^<>]*>/g, '').replace(/^[\s#*_>]+/, '');
  const [head = ''] = /^[^:：*|]*(?:(?=[:：*|])|$)/.exec(bare) ?? [];
  const line = (/^\s*[\w-]+:/.test(given) ? head.replace(/[_-]/g, ' ') : head).replace(/[\s*_:：]+$/g, '');
  if (line.length < 2 || line.length >= 80) return undefined;
  const part = recogniseHeading(line, names)?.part;
  return typeof part === 'number' ? part : undefined;
}

/** Whether a line looks like a field of front matter. */
export function isField(line: string): boolean {
  return /^["']?[\p{L}_][\p{L}\w -]{0,30}["']?\s*:(?:\s|$)/u.test(line);
}

/** Whether the first line that says something is a field. */
export function beginsWithField(lines: readonly string[]): boolean {
  return isField(lines.find((line) => line.trim() !== '' && !line.startsWith('#')) ?? '');
}

/** Front matter at the start of a text, not two rules with text between them. */
export function frontOf(text: string): string {
  const [front = '', fields = ''] = /^\s*---\n([^]*?)\n---[ \t]*(?:\n|$)/.exec(text) ?? [];
  return beginsWithField(fields.split('\n')) ? front : '';
}

/** Whether a line opens the list of sources. */
export function isSourcesHeading(line: string, names: Names): boolean {
  const name = line.replace(/^[\s#*_>]+|[\s*_:：]+$/g, '');
  return name !== '' && recogniseHeading(name, names)?.part === 'sources';
}
