import { isMap, isScalar, isSeq } from 'yaml';
import { quoted } from '../brief/text-fields.ts';
import type { FrontMatterSource } from './draft.ts';

/** What to type for a list; `fields` are those that each of its items has to have, none where an item is text. */
export function adviceOnList(
  { document }: FrontMatterSource,
  path: readonly PropertyKey[],
  fields: readonly string[],
): string {
  const name = String(path.at(-1));
  const node = document.getIn(path, true);
  if (fields.length === 0) {
    const items = textsIn(node)
      .flatMap((text) => text.split(/[,;]\s*/))
      .filter((text) => text !== '');
    return items.length > 0
      ? `write ${name}: [${items.map(inline).join(', ')}]`
      : `write a list, such as ${name}: [one, two]`;
  }
  if (isMap(node) && fields.some((field) => node.has(field))) {
    return node.flow === true
      ? `it is one item of a list: put it between "[" and "]", as ${name}: [{ … }]`
      : 'it is one item of a list: write "- " before its first field, and two more spaces before each of the others';
  }
  return `write a list of items, such as ${name}: [${filled(fields, textsIn(node))}], or each item on lines of its own behind "- "`;
}

/** What to type for a value that has fields of its own. */
export function adviceOnMap(
  { document }: FrontMatterSource,
  path: readonly PropertyKey[],
  fields: readonly string[],
): string {
  const step = path.at(-1);
  const name = typeof step === 'string' ? `${step}: ` : '';
  return `write ${name}${filled(fields, textsIn(document.getIn(path, true)))}, or each field on a line of its own`;
}

/** What to type for a text, where "[" or "{" made a list or fields of it. */
export function adviceOnText({ document }: FrontMatterSource, path: readonly PropertyKey[]): string {
  const name = String(path.at(-1));
  const node = document.getIn(path, true);
  // A number, or true and false, where YAML makes a difference.
  if (isScalar(node))
    return `put it between quotation marks: ${name}: ${quoted(node.source ?? String(node.value))}`;
  const [only, ...others] = textsIn(node);
  if (isSeq(node) && only !== undefined && others.length === 0) {
    return typeof path.at(-1) === 'string' ? `write ${name}: ${inline(only)}` : `write ${inline(only)} alone`;
  }
  return 'a text that begins with "[" or "{" stands between quotation marks, and any other on the line of its field';
}

/** A text, or the texts of a list. */
function textsIn(node: unknown): string[] {
  if (isScalar(node)) return [String(node.value)];
  return isSeq(node) ? node.items.flatMap((item) => (isScalar(item) ? [String(item.value)] : [])) : [];
}

/** Fields with what the writer gave in the one that it fits. */
function filled(fields: readonly string[], [text]: readonly string[]): string {
  const place = text === undefined ? undefined : fields.find((field) => fits(field, text));
  const values = fields.map(
    (field) => `${field}: ${field === place && text !== undefined ? inline(text) : '…'}`,
  );
  return `{ ${values.join(', ')} }`;
}

function fits(field: string, text: string): boolean {
  if (/^https?:/.test(text)) return field === 'url';
  if (/^\d{4}-\d{2}/.test(text)) return field === 'by' || field === 'date';
  if (/\.(?:avif|gif|jpe?g|png|webp)$/i.test(text)) return field === 'src';
  return ['title', 'expect', 'note', 'label', 'reason'].includes(field);
}

/** As YAML has it among others on one line. */
function inline(text: string): string {
  return /^[\p{L}\p{N}.](?:[^,[\]{}#:"'&*!|>%@`]|:(?=\S))*$/u.test(text.trim()) ? text.trim() : quoted(text);
}
