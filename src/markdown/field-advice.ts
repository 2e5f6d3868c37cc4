import { isMap, isScalar, isSeq } from 'yaml';
import { quoted } from '../brief/text-fields.ts';
import type { FrontMatterSource } from './draft.ts';

/** How to write a list; `fields` are those required of each item, empty if items are text. */
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
      ? `it is one item of a list: write it between "[" and "]", as ${name}: [{ … }]`
      : 'it is one item of a list: write "- " before its first field, and two more spaces before each of the others';
  }
  return `write a list of items, such as ${name}: [${filled(fields, textsIn(node))}], or each item on its own lines, after "- "`;
}

/** How to write a value with fields. */
export function adviceOnMap(
  { document }: FrontMatterSource,
  path: readonly PropertyKey[],
  fields: readonly string[],
): string {
  const step = path.at(-1);
  const name = typeof step === 'string' ? `${step}: ` : '';
  return `write ${name}${filled(fields, textsIn(document.getIn(path, true)))}, or each field on its own line`;
}

/** How to write a text that YAML reads as a list or fields because of "[" or "{". */
export function adviceOnText({ document }: FrontMatterSource, path: readonly PropertyKey[]): string {
  const name = String(path.at(-1));
  const node = document.getIn(path, true);
  // A number or boolean, which YAML distinguishes from text.
  if (isScalar(node))
    return `put it in quotation marks: ${name}: ${quoted(node.source ?? String(node.value))}`;
  const [only, ...others] = textsIn(node);
  if (isSeq(node) && only !== undefined && others.length === 0) {
    return typeof path.at(-1) === 'string' ? `write ${name}: ${inline(only)}` : `write ${inline(only)} alone`;
  }
  return 'put text that begins with "[" or "{" in quotation marks, and other text on the line of its field';
}

/** A text, or the texts of a list. */
function textsIn(node: unknown): string[] {
  if (isScalar(node)) return [String(node.value)];
  return isSeq(node) ? node.items.flatMap((item) => (isScalar(item) ? [String(item.value)] : [])) : [];
}

/** Fields with the given text in the one that it fits. */
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

/** As YAML on one line. */
function inline(text: string): string {
  return /^[\p{L}\p{N}.](?:[^,[\]{}#:"'&*!|>%@`]|:(?=\S))*$/u.test(text.trim()) ? text.trim() : quoted(text);
}
