import { isAlias, isScalar, Scalar, visit, type Alias, type Document, type Node } from 'yaml';
import type { Finding } from '../diagnostics/diagnostic.ts';
import { quote } from '../diagnostics/quote.ts';
import { quoted, textFields } from '../brief/text-fields.ts';

/**
 * Finds anchors, aliases, tags and escapes in prose fields, where YAML drops words without an error. The document then
 * gets the text as the writer sees it, so that other rules do not report the rest. `offset` is the offset of the YAML in
 * the file.
 */
export function readIndicatorsAsText(document: Document, text: string, offset: number): Finding[] {
  const found: Found[] = [];
  const anchors = new Map<string, Node>();
  visit(document, {
    Node: (_, node) => {
      if (!isAlias(node) && node.anchor !== undefined) anchors.set(node.anchor, node);
    },
    Pair: (_, pair) => {
      if (!isScalar<string>(pair.key) || !proseFields.has(pair.key.value)) return;
      const name = pair.key.value;
      if (isScalar(pair.value)) found.push(...foundIn(name, pair.value, text));
      if (!isAlias(pair.value)) return;
      const alias = foundAlias(name, pair.value, anchors.get(pair.value.source), text);
      pair.value = alias.node;
      found.push(alias);
    },
  });
  for (const { node, meant, range = node.range } of found) {
    node.value = meant;
    node.range = range ?? null;
  }
  return found.map(({ code, start, end, message, note }) => ({
    code,
    range: { start: offset + start, end: offset + end },
    message,
    note: { text: note },
  }));
}

const proseFields: ReadonlySet<string> = new Set([...textFields, 'description', 'name', 'shortName']);

interface Found extends Pick<Finding, 'code' | 'message'> {
  readonly start: number;
  readonly end: number;
  readonly note: string;
  readonly node: Scalar;
  /** The text as the writer sees it. */
  readonly meant: string;
  readonly range?: Scalar['range'];
}

/** Anchors and tags before a value. */
const properties = /(?:(?<=[\s[{,:])[&!]\S{0,200}\s{0,100}){1,2}$/;
/** Length of two such at most. */
const maxPropertiesLength = 604;

function foundIn(name: string, node: Scalar, text: string): Found[] {
  if (!node.range) return [];
  return node.anchor === undefined && node.tag === undefined
    ? foundEscapes(name, node, node.range, text)
    : foundProperties(name, node, node.range, text);
}

function foundProperties(
  name: string,
  node: Scalar,
  [start, end]: readonly [number, number, number],
  text: string,
): Found[] {
  const [written = ''] = properties.exec(text.slice(Math.max(0, start - maxPropertiesLength), start)) ?? [];
  const begin = start - written.length;
  const whole = text.slice(begin, end);
  const marker = written.trim();
  const isText = node.type === 'PLAIN' && !/[\r\n]/.test(whole);
  const isAnchor = node.anchor !== undefined;
  return [
    {
      code: isAnchor ? 'front-matter-alias' : 'front-matter-syntax',
      start: begin,
      end: begin + Math.max(marker.length, 1),
      message: `Unexpected ${isAnchor ? 'anchor' : 'tag'} ${quote(marker)} in ${quote(name)}, expected text: YAML reads ${reading(node.value)}`,
      note: isText
        ? `${marker.startsWith('!!') ? `delete ${quote(marker)}, or ` : ''}${toQuote(name, whole)}`
        : `delete ${quote(marker)}, or put the whole value in quotation marks`,
      node,
      meant: isText ? whole : String(node.value),
      ...(isText && { range: [begin, end, end] }),
    },
  ];
}

function foundAlias(name: string, alias: Alias, target: Node | undefined, text: string): Found {
  const [start = 0, end = 0] = alias.range ?? [];
  const written = text.slice(start, end);
  const node = new Scalar(written);
  node.range = alias.range ?? null;
  return {
    code: 'front-matter-alias',
    start,
    end,
    message: `Unexpected alias ${quote(written)} in ${quote(name)}, expected text: YAML reads ${isScalar(target) ? reading(target.value) : target ? `the value at "&${alias.source}"` : 'nothing'}`,
    note: isScalar(target) ? `write the words out, or ${toQuote(name, written)}` : toQuote(name, written),
    node,
    meant: written,
  };
}

/**
 * Letters after a backslash in "…" that change the text. Escapes of the character itself or by number are skipped, since
 * programs write them, and so is a line end after a sentence.
 */
function foundEscapes(
  name: string,
  node: Scalar,
  [start, end]: readonly [number, number, number],
  text: string,
): Found[] {
  if (node.type !== 'QUOTE_DOUBLE') return [];
  const written = text.slice(start, end);
  const first = written.matchAll(/\\[^]/g).find(({ 0: [, marker = ''], index }) => {
    const before = written.slice(Math.max(1, index - maxSpaces), index);
    if (marker === ' ') return !/[\r\n][ \t]*$/.test(before);
    if (marker === 'n' || marker === 'r') return !/(?:[\s.!?…。！？"'”’»)\]]|\\[nr])$/u.test(before);
    return /[0abtvfeNLP_\t]/.test(marker);
  });
  if (!first) return [];
  const meant = written.slice(1, -1).replaceAll(/\\(["\\/])/g, '$1');
  return [
    {
      code: 'front-matter-syntax',
      start: start + first.index,
      end: start + first.index + 2,
      message: `Unexpected ${quote(first[0])} in ${quote(name)}, expected text: YAML reads ${reading(node.value)}`,
      note: adviceOnBackslash(name, meant),
      node,
      meant,
    },
  ];
}

/** Indent of a line that a program broke. */
const maxSpaces = 100;

function reading(value: unknown): string {
  const words = (typeof value === 'string' ? value : '').replaceAll(/\s+/g, ' ');
  return words.trim() === '' ? 'nothing' : quote(words);
}

/** `text` is what the writer sees, without the quotation marks. */
export function adviceOnBackslash(name: string, text: string): string {
  return `between '…' a backslash is a backslash${/[\r\n]/.test(text) ? '' : `: ${name}: ${quoted(text)}`}`;
}

function toQuote(name: string, whole: string): string {
  return `put the whole value in quotation marks: ${name}: ${quoted(whole.trim())}`;
}
