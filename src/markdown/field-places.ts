import { isMap, isNode, isPair, isScalar, type Node, type Pair } from 'yaml';
import type { Range } from '../diagnostics/diagnostic.ts';
import type { FrontMatterSource } from './draft.ts';
import { adviceOnList, adviceOnMap, adviceOnText } from './field-advice.ts';

export type Path = readonly PropertyKey[];

/** Fields as written: values and positions. */
export interface FieldSource {
  /** The name of the whole, for messages. */
  readonly name: string;
  readonly has: (path: Path) => boolean;
  readonly valueAt: (path: Path) => unknown;
  /** The range of a value, or of the name if there is no value. */
  readonly rangeOf: (path: Path) => Range;
  readonly rangeOfKey: (path: Path) => Range;
  /** How to add a missing field. */
  readonly toAdd: (path: Path) => string;
  /** How to write a list whose items have these fields, or text if there are none. */
  readonly toList: (path: Path, fields: readonly string[]) => string;
  /** How to write a value with fields. */
  readonly toMap: (path: Path, fields: readonly string[]) => string;
  /** How to write a text in place of a list or fields. */
  readonly toText: (path: Path) => string;
}

export function fieldsOfFrontMatter(source: FrontMatterSource): FieldSource {
  return {
    name: 'the front matter',
    has: (path) =>
      path.length === 0 || (source.document.hasIn(path) && !isEmptyValue(source.document.getIn(path, true))),
    valueAt: (path) => source.document.getIn(path),
    rangeOf: (path) => rangeOfField(source, path),
    rangeOfKey: (path) => rangeOfKey(source, path),
    toAdd: (path) =>
      source.document.hasIn(path)
        ? `write it after "${String(path.at(-1))}:"`
        : `add a line "${String(path.at(-1))}: …" ${path.length > 1 ? 'here' : 'to the front matter'}`,
    toList: (path, fields) => adviceOnList(source, path, fields),
    toMap: (path, fields) => adviceOnMap(source, path, fields),
    toText: (path) => adviceOnText(source, path),
  };
}

/** Empty, `null` or `~` without quotation marks, as editors write empty fields. */
export function isEmptyValue(node: unknown): boolean {
  if (node === null || node === undefined) return true;
  if (!isScalar(node)) return false;
  return node.value === '' || (node.type === 'PLAIN' && /^(?:~|null)$/i.test(String(node.value)));
}

/** The range of a field's value, or of its name if it has none, or else the first line of the block. */
export function rangeOfField(source: FrontMatterSource, path: Path): Range {
  if (path.length === 0) return { start: source.range.start, end: source.range.start + 3 };
  const node = source.document.getIn(path, true);
  if (isNode(node) && node.range && node.range[1] > node.range[0]) return rangeOfNode(source, node);
  const key = keyAt(source, path);
  if (key) return rangeOfNode(source, key);
  return rangeOfField(source, path.slice(0, -1));
}

/** The range of a field's name. */
export function rangeOfKey(source: FrontMatterSource, path: Path): Range {
  const key = keyAt(source, path);
  return key ? rangeOfNode(source, key) : rangeOfField(source, path);
}

function keyAt(source: FrontMatterSource, path: Path): Node | undefined {
  const parent =
    path.length === 1 ? source.document.contents : source.document.getIn(path.slice(0, -1), true);
  if (!isMap(parent)) return undefined;
  const pair = parent.items.find(
    (item): item is Pair<Node> => isPair(item) && isScalar(item.key) && item.key.value === path.at(-1),
  );
  return pair?.key;
}

function rangeOfNode(source: FrontMatterSource, node: Node): Range {
  const [start, end] = node.range ?? [0, 0];
  return { start: source.offset + start, end: source.offset + Math.max(end, start + 1) };
}
