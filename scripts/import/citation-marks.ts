import type { FootnoteDefinition, Nodes, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { recognise, type Names } from '../../src/languages/recognise-headings.ts';
import { sourceMark, type Dropped } from './document-source.ts';
import { plainText, splitLines } from './lines.ts';
import { readSource } from './sources.ts';

/**
 * Links the marks by which a chat program names its sources (`[1]`, `【4†source】`, a superscript) to the numbered list of
 * sources as footnotes. A mark without an entry is removed and reported.
 */
export function linkCitations(tree: Root, names: Names): Dropped[] {
  const dropped: Dropped[] = [];
  const list = listOfSources(tree, names);
  const sources = numberedSources(list);
  const isTaken = new Set(
    tree.children.flatMap((node) => (node.type === 'footnoteDefinition' ? [node.identifier] : [])),
  );
  const used = new Set<string>();
  const labelOf = (number: string): string => (isTaken.has(number) ? `source-${number}` : number);
  const refer = (number: string, mark: string): PhrasingContent[] => {
    if (!sources.has(number)) {
      dropped.push({ what: sourceMark, text: mark });
      return [];
    }
    return [{ type: 'footnoteReference', identifier: labelOf(number), label: labelOf(number) }];
  };
  const first = tree.children.findIndex((node) => opensSection(node, names));
  // A title and a summary have no notes.
  const before = new Set<Nodes>(tree.children.slice(0, Math.max(0, first)));
  visit(tree, (node, at, parent) => {
    if (list.has(node)) return SKIP;
    if (node.type === 'definition' || node.type === 'footnoteDefinition' || node.type === 'code') return SKIP;
    if (parent === undefined || at === undefined) return undefined;
    const linked = numberOfLink(node, sources);
    if (linked !== undefined) {
      const found = refer(linked, plainText(asParagraph(node)));
      (parent.children as Nodes[]).splice(at, 1, ...found);
      return [SKIP, at + found.length];
    }
    if (node.type !== 'text') return undefined;
    const found = splitMarks(
      node.value,
      wordsBefore(parent, at),
      sources,
      refer,
      at === parent.children.length - 1,
    );
    if (!found) return undefined;
    const isHeading = parent.type === 'heading' || before.has(parent);
    const nodes = isHeading ? found.filter(({ type }) => type === 'text') : found;
    (parent.children as Nodes[]).splice(at, 1, ...nodes);
    return [SKIP, at + nodes.length];
  });
  visit(tree, 'footnoteReference', ({ identifier }) => {
    const number = identifier.replace(/^source-/, '');
    if (labelOf(number) === identifier && sources.has(number)) used.add(number);
  });
  for (const number of used) {
    const definition: FootnoteDefinition = {
      type: 'footnoteDefinition',
      identifier: labelOf(number),
      label: labelOf(number),
      children: [sources.get(number) as Paragraph],
    };
    tree.children.push(definition);
  }
  return dropped;
}

function opensSection(node: RootContent, names: Names): boolean {
  if (node.type !== 'heading' && node.type !== 'paragraph') return false;
  const text = plainText(node);
  const [start = ''] = text.split(/[:：]/);
  return [text, start].some((each) => typeof recognise(each, names)?.part === 'number');
}

function asParagraph(node: Nodes): Paragraph {
  return { type: 'paragraph', children: [node as PhrasingContent] };
}

const programMark = String.raw`[\ue200-\ue206]?(?:cite)?(?:[\ue200-\ue206]?turn\d{1,3}(?:search|news|view|image|fetch|file)\d{1,3})+[\ue200-\ue206]?|:?contentReference\[oaicite:(?<oai>\d+)\](?:\{index=\d+\})?|\[?oai_?cit(?:e|ation)[:\[][^\]\s]{0,60}\]?|【(?<lenticular>\d+)(?::\d+)?†[^】]{0,80}】|\[cite_start\]|\[cite:\s?(?<cite>[\d, ]+)\]|\[(?:web|attached_file|file|source|citation|ref_)\s?:?\d+\]|\[citation needed\]`;
const numbers = String.raw`\^?\d{1,2}(?:\s?[,;、，–-]\s?\^?\d{1,2}){0,6}`;
/** `[1]`, `[1, 2]`, `[1]–[3]`, `[2][3]`, with or without brackets around them. */
const cluster = String.raw`[\[［]${numbers}[\]］](?:\s?[,;、–-]?\s?[\[［]${numbers}[\]］]){0,6}`;
const bracketed = String.raw`(?<=[\p{L}\p{N}\p{P}\p{Sc}%] ?)(?<![\[［])(?<numbers>[(（]${cluster}[)）]|${cluster})(?!\]|[(\[:]\S*:\/\/|\()`;
/** `(1)` and `(1)(2)` at the end of a sentence. */
const round = String.raw`(?<=(?:\p{L}|[.!?。！？।؟"”’»%])\s?)(?<round>(?:[(（]\d{1,2}(?:,\s?\d{1,2}){0,4}[)）]\s?)+)(?<! )(?=\s*(?:[.!?。！？।؟]|$)|(?<=[.!?。！？।؟]["”’»]?\s?(?:[(（][\d, ]+[)）]\s?)+)\s)`;
const raised = String.raw`(?<=[\p{L}.,;:!?"”’)»。！？]{1}[.,!?"”’)»]?)(?<raised>[¹²³⁰⁴-⁹]{1,2}(?:[,˒ʼ ]?[¹²³⁰⁴-⁹]{1,2}){0,3})(?![\p{L}\p{N}⁺⁻])`;
/** Digits alone behind the last sentence of a paragraph, as copied from where they are raised. */
const bareDigits = String.raw`(?<=\p{L}[.!?。！？।]["”’»)]?)\s?(?<digits>\d{1,2}(?:,? \d{1,2}){0,3})$`;
const marks = new RegExp([programMark, bracketed, round, raised, bareDigits].join('|'), 'giu');

/** The end of what stands before a text: a mark may be in an element of its own. Code before `[1]` makes it no mark. */
function wordsBefore(parent: Nodes, at: number): string {
  const before = 'children' in parent ? parent.children[at - 1] : undefined;
  return before === undefined || before.type === 'inlineCode' || before.type === 'break'
    ? ''
    : plainText(asParagraph(before)).slice(-80);
}

function splitMarks(
  given: string,
  before: string,
  sources: ReadonlyMap<string, unknown>,
  refer: (number: string, mark: string) => PhrasingContent[],
  isLast: boolean,
): PhrasingContent[] | undefined {
  const text = before + given;
  const found: PhrasingContent[] = [];
  let from = before.length;
  for (const match of text.matchAll(marks)) {
    const { 0: mark, index, groups = {} } = match;
    if (index < from) continue;
    if (groups['raised'] !== undefined && !isRaisedMark(text, index, groups['raised'], sources)) continue;
    const end = index + mark.length;
    const digits = groups['digits']?.replace(/,? /g, ',');
    const listed = numbersOf(digits ?? inBrackets(groups['numbers'] ?? groups['round'] ?? ''));
    const isUnknown = !listed.some((number) => sources.has(number));
    if ((groups['round'] ?? digits) !== undefined && isUnknown) continue;
    if (digits !== undefined && !isLast) continue;
    if (groups['numbers'] !== undefined && isPartOfSentence(text, index, end, isUnknown)) continue;
    const between = text.slice(from, index);
    const isSpaced = /\s$/.test(between) && /^(?:[\s.,;:!?。！？]|$)/.test(text.slice(end));
    found.push({ type: 'text', value: isSpaced ? between.trimEnd() : between });
    const others = groups['cite'] ?? groups['lenticular'] ?? latin(groups['raised'] ?? '');
    const known = [...listed, ...numbersOf(others)].filter((number) => sources.has(number));
    if (known.length > 0) found.push(...known.flatMap((number) => refer(number, mark)));
    else refer('', mark);
    from = end;
  }
  if (found.length === 0) return undefined;
  found.push({ type: 'text', value: text.slice(from) });
  return found.filter((node) => node.type !== 'text' || node.value !== '');
}

/** `[1]–[3]` and `([1], [2])` as a list of numbers. */
function inBrackets(marks: string): string {
  return marks
    .replace(/[\]］]\s?([–-])\s?[\[［]/g, '$1')
    .replace(/[()（）[\]［］\^\s]+/g, ' ')
    .trim()
    .replace(/\s?[,;、，]\s?| (?![–-])(?<![–-] )/g, ',');
}

/** "[1] of 12 boats" and "x[2]" are words; a mark follows a word or a stop directly, or ends a sentence. */
function isPartOfSentence(text: string, start: number, end: number, isUnknown: boolean): boolean {
  const before = text.slice(0, start);
  if (/(?<![\p{L}\p{N}])[a-z]$/u.test(before)) return true;
  if (!isUnknown) return false;
  // "see note [1]" speaks of the mark.
  if (
    /(?:(?<!\p{L})(?:notes?|footnotes?|fußnoten?|anm\.|nota|notas|rules?|items?|टिप्पणी|नोट|هامش|الهامش)\s?|注|脚注|註)$/iu.test(
      before,
    )
  )
    return true;
  return /[^\s.!?…。！？"”»)\]]\s$/u.test(before) && /^ ?[\p{L}\p{N}(]/u.test(text.slice(end));
}

/** After a unit, a superscript is a power: "km²". */
function isRaisedMark(
  text: string,
  at: number,
  mark: string,
  sources: ReadonlyMap<string, unknown>,
): boolean {
  const [before = ''] = /\S*$/.exec(text.slice(0, at)) ?? [];
  const isKnown = numbersOf(latin(mark)).every((number) => sources.has(number));
  if (/[.,;:!?"”’)»。！？]$/u.test(before)) return !/\d[.,]$/.test(before);
  return isKnown && /\p{L}{4,}$/u.test(before);
}

function latin(raisedDigits: string): string {
  return raisedDigits.replace(/[¹²³⁰⁴-⁹]/g, (digit) => digit.normalize('NFKC')).replace(/[^\d]+/g, ',');
}

function numbersOf(list: string): string[] {
  return list.split(/[,;]/).flatMap((part) => {
    const [from = '', to = from] = part.trim().split(/\s?[–-]\s?/);
    const [first, last] = [Number(from), Number(to)];
    if (from === '' || !(last >= first) || last - first > 10) return [];
    return Array.from({ length: last - first + 1 }, (_, at) => String(first + at));
  });
}

/** A link whose words are a number in the list, or that number in brackets, raised or not. */
function numberOfLink(node: Nodes, sources: ReadonlyMap<string, unknown>): string | undefined {
  const isRaised = node.type === 'textDirective' && plainText(asParagraph(node)).startsWith('[');
  if (node.type !== 'link' && node.type !== 'linkReference' && !isRaised) return undefined;
  // What `readNumberedLinks` left is a number of the sentence.
  const isToWeb = node.type === 'link' && /^https?:/.test(node.url);
  const number = isToWeb ? undefined : /^\[?(\d{1,2})\]?$/.exec(plainText(asParagraph(node)))?.[1];
  return number !== undefined && sources.has(number) ? number : undefined;
}

/** The blocks below the heading of the sources. */
export function listOfSources(tree: Root, names: Names): Set<Nodes> {
  const list = new Set<Nodes>();
  let isBelow = false;
  for (const node of tree.children) {
    const heading = isHeadingOfSources(node, names);
    if (heading) isBelow = true;
    else if (node.type === 'heading') isBelow = false;
    if (isBelow) list.add(node);
  }
  return list;
}

export function isHeadingOfSources(node: RootContent, names: Names): boolean {
  if (node.type !== 'heading' && node.type !== 'paragraph') return false;
  const [first] = splitLines((node as Paragraph).children);
  return (
    first !== undefined &&
    recognise(plainText({ type: 'paragraph', children: first.children }).replace(/[:：]\s*$/, ''), names)
      ?.part === 'sources'
  );
}

/** The entries of the list by number: `1.`, `[1]`, or definitions `[1]: https://…`. */
export function numberedSources(list: ReadonlySet<Nodes>): Map<string, Paragraph> {
  const sources = new Map<string, Paragraph>();
  const add = (number: string, children: readonly PhrasingContent[]): void => {
    const source = readSource(children);
    if (!source || sources.has(number)) return;
    sources.set(number, {
      type: 'paragraph',
      children: [{ type: 'link', url: source.url, children: [{ type: 'text', value: source.title }] }],
    });
  };
  for (const node of list) {
    if (node.type === 'list' && node.ordered) {
      node.children.forEach(({ children: [first] }, at) => {
        if (first?.type === 'paragraph') add(String((node.start ?? 1) + at), first.children);
      });
    } else if (node.type === 'list') {
      for (const {
        children: [first],
      } of node.children)
        if (first?.type === 'paragraph') addLine(first.children);
    } else if (node.type === 'paragraph')
      for (const { children } of splitLines(node.children)) addLine(children);
  }
  return sources;

  function addLine(children: readonly PhrasingContent[]): void {
    const text = plainText({ type: 'paragraph', children: [...children] });
    const number = /^\s*(?:\[(\d{1,2})\]|(\d{1,2})[.)]|([¹²³⁰⁴-⁹]{1,2})(?=\s))/.exec(text);
    if (number) add(number[1] ?? number[2] ?? latin(number[3] ?? ''), children);
  }
}
