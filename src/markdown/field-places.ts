import { isMap, isNode, isPair, isScalar, type Node, type Pair } from 'yaml';
import type { Range } from '../diagnostics/diagnostic.ts';
import type { FrontMatterSource } from './draft.ts';
import { adviceOnList, adviceOnMap, adviceOnText } from './field-advice.ts';

export type Path = readonly PropertyKey[];

/** Fields as somebody wrote them: what they hold, and where. */
export interface FieldSource {
  /** What holds them all. */
  readonly name: string;
  readonly has: (path: Path) => boolean;
  readonly valueAt: (path: Path) => unknown;
  /** Of the value; of the name, if there is none. */
  readonly rangeOf: (path: Path) => Range;
  readonly rangeOfKey: (path: Path) => Range;
  /** How to add a field that is missing. */
  readonly toAdd: (path: Path) => string;
  /** How to write a list, whose items have to have these fields; text if there are none. */
  readonly toList: (path: Path, fields: readonly string[]) => string;
  /** How to write fields. */
  readonly toMap: (path: Path, fields: readonly string[]) => string;
  /** How to write a text where there is a list or fields. */
  readonly toText: (path: Path) => string;
}

/** The front matter's fields for what a schema finds. */
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
        ? `write it behind "${String(path.at(-1))}:"`
        : `add a line "${String(path.at(-1))}: …" ${path.length > 1 ? 'here' : 'to the front matter'}`,
    toList: (path, fields) => adviceOnList(source, path, fields),
    toMap: (path, fields) => adviceOnMap(source, path, fields),
    toText: (path) => adviceOnText(source, path),
  };
}

/** Nothing, `null` or `~`, without quotation marks: what editors write for a field that was left empty. */
export function isEmptyValue(node: unknown): boolean {
  if (node === null || node === undefined) return true;
  if (!isScalar(node)) return false;
  return node.value === '' || (node.type === 'PLAIN' && /^(?:~|null)$/i.test(String(node.value)));
}

/** Where the value of a field stands in the file; the key of a field that has none; else the block's first line. */
export function rangeOfField(source: FrontMatterSource, path: Path): Range {
  if (path.length === 0) return { start: source.range.start, end: source.range.start + 3 };
  const node = source.document.getIn(path, true);
  if (isNode(node) && node.range && node.range[1] > node.range[0]) return rangeOfNode(source, node);
  const key = keyAt(source, path);
  if (key) return rangeOfNode(source, key);
  return rangeOfField(source, path.slice(0, -1));
}

/** Where the name of a field stands in the file. */
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
