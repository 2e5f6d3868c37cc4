import type { Nodes, Root } from 'mdast';
import { isScalar, visit, type Document } from 'yaml';

/** Scripts without spaces between words, and their punctuation. Korean uses spaces, so Hangul is not included. */
const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Yi}\u3001-\u3020\u3030-\u303f\u30fb\u30fc\ufe30-\ufe4f\uff01-\uff60\uff64\uff65\uffe0-\uffe6]/u;
/** Wide only in Chinese and Japanese (UAX #11, ambiguous). */
const ambiguous = /[·—―‘’“”…‥]/;

/**
 * Whether a line end between two characters is removed (CSS Text 3, section 4.1.3, "Segment Break Transformation Rules").
 * For ambiguous punctuation, the language decides.
 */
function isSeamless(before: string, after: string, isCjk: boolean): boolean {
  const [one, other] = [wide.test(before), wide.test(after)];
  return (one || (isCjk && ambiguous.test(before))) && (other || (isCjk && ambiguous.test(after)));
}

/** Removes line ends that Chinese and Japanese readers would see as spaces. */
export function joinLines(text: string, isCjk: boolean, before = '', after = ''): string {
  if (!text.includes('\n')) return text;
  const [first = '', ...lines] = text.split(/\r?\n/);
  let joined = first;
  for (const [at, line] of lines.entries()) {
    const left = joined === '' ? before : lastOf(joined);
    const right = line === '' && at === lines.length - 1 ? after : firstOf(line);
    joined += (isSeamless(left, right, isCjk) ? '' : '\n') + line;
  }
  return joined;
}

/** Does the same in a tree's paragraphs, headings and descriptions; positions do not change. */
export function joinLinesOfTree(tree: Root, isCjk: boolean): void {
  const texts: Nodes[] = [];
  const collect = (node: Nodes): void => {
    if (node.type === 'image' || node.type === 'imageReference') {
      if (node.alt) node.alt = joinLines(node.alt, isCjk);
      if ('title' in node && node.title) node.title = joinLines(node.title, isCjk);
    }
    // Nodes without visible text do not separate lines.
    if (['text', 'inlineCode', 'break', 'image', 'imageReference'].includes(node.type)) texts.push(node);
    if ('children' in node) for (const child of node.children) collect(child);
    if (isBlock(node)) joinTexts(texts.splice(0), isCjk);
  };
  collect(tree);
}

function isBlock({ type }: Nodes): boolean {
  return ['paragraph', 'heading', 'tableCell', 'root'].includes(type);
}

function joinTexts(nodes: readonly Nodes[], isCjk: boolean): void {
  for (const [at, node] of nodes.entries()) {
    if (node.type !== 'text' || !node.value.includes('\n')) continue;
    node.value = joinLines(node.value, isCjk, lastOf(textOf(nodes[at - 1])), firstOf(textOf(nodes[at + 1])));
  }
}

function textOf(node: Nodes | undefined): string {
  return node?.type === 'text' || node?.type === 'inlineCode' ? node.value : '';
}

/** Does the same in fields, whose line ends YAML turns into spaces. */
export function joinLinesOfFields(document: Document, text: string, isCjk: boolean): void {
  visit(document, {
    Scalar: (_, scalar) => {
      if (!isScalar(scalar) || typeof scalar.value !== 'string' || !scalar.range) return;
      const written = text.slice(scalar.range[0], scalar.range[1]);
      if (!written.includes('\n')) return;
      const lines = written
        .replace(/^[>|][^\n]*\n|^["']|["']$/g, '')
        .trim()
        .split('\n')
        .map((line) => line.trim());
      const read = scalar.value.trim().replaceAll('\n', ' ');
      // Only values spelled as they are read; those with escapes or blank lines stay.
      if (lines.join(' ') === read) scalar.value = joinLines(lines.join('\n'), isCjk).replaceAll('\n', ' ');
    },
  });
}

function lastOf(text: string): string {
  return Array.from(text.slice(-2)).at(-1) ?? '';
}

function firstOf(text: string): string {
  return Array.from(text.slice(0, 2))[0] ?? '';
}
