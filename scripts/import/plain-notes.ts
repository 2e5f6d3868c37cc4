import type { FootnoteDefinition, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { marksIn } from './interpret-script.ts';
import { plainText, splitLines, withoutLead } from './lines.ts';
import { normalizeName, recognise, type Names } from '../../src/languages/recognise-headings.ts';
import { definitionOf, holdsLines, leavesOf, sayOf, textOf } from './script.ts';
import type { Dropped } from './document-source.ts';
import { phrasesIn } from './phrases.ts';

/**
 * Turns notes without links into footnotes: paragraphs that start with a raised mark, and numbered items below
 * "Notes" or "Sources", if a mark in the text refers to them.
 */
export function extractPlainNotes(tree: Root, names: Names, notes: Map<string, string>): void {
  const used = marksInText(tree);
  if (used.size === 0) return;
  const found: FootnoteDefinition[] = [];
  const give = (mark: string | undefined, children: FootnoteDefinition['children']): boolean => {
    if (mark === undefined || !used.has(mark) || notes.has(mark)) return false;
    const label = /^[a-z0-9]+$/.test(mark) ? mark : `note-${found.length + 1}`;
    notes.set(mark, label);
    found.push(definitionOf(label, children));
    return true;
  };
  const remaining: RootContent[] = [];
  let list: 'notes' | 'sources' | undefined;
  for (const node of tree.children) {
    const name = listNamedBy(node, names);
    if (name !== undefined || node.type === 'heading') {
      list = name;
      remaining.push(node);
    } else if (node.type === 'list' && node.ordered && list !== undefined) {
      const start = node.start ?? 1;
      const left = node.children.filter(({ children }, at) => !give(String(start + at), children));
      if (list === 'sources') remaining.push(node);
      else if (left.length > 0) remaining.push({ ...node, children: left });
    } else if (node.type === 'paragraph') {
      const left = notesIn(node, list === 'notes').filter(
        ({ mark, text }) => !give(mark, [{ type: 'paragraph', children: text }]),
      );
      const children = left.flatMap(({ whole }, at) =>
        at > 0 ? [{ type: 'break' } as const, ...whole] : whole,
      );
      if (children.length > 0)
        remaining.push(left.every(({ mark }) => mark === undefined) ? node : { ...node, children });
    } else remaining.push(node);
  }
  tree.children = [...remaining, ...found];
}

/** A line of a paragraph with its continuation lines, and the mark that it starts with. */
interface MarkedLines {
  readonly mark: string | undefined;
  readonly text: PhrasingContent[];
  readonly whole: PhrasingContent[];
}

function notesIn({ children }: Paragraph, isBelowHeading: boolean): MarkedLines[] {
  const found: MarkedLines[] = [];
  for (const { before, children: line } of splitLines(children)) {
    const lead = leadOf(line, isBelowHeading);
    const last = found.at(-1);
    if (lead === undefined && last) {
      const more = [before ?? textOf(' '), ...line];
      last.text.push(...more);
      last.whole.push(...more);
    } else found.push({ mark: lead?.mark, text: [...(lead?.text ?? line)], whole: [...line] });
  }
  return found;
}

function leadOf(
  line: readonly PhrasingContent[],
  isBelowHeading: boolean,
): { mark: string; text: PhrasingContent[] } | undefined {
  const [first, ...rest] = withoutLead(line, /^\s+/);
  if (first?.type === 'textDirective' && first.name === 'sup') {
    const marks = marksIn(plainText({ type: 'paragraph', children: first.children }));
    const text = withoutLead(rest, /^[\s.:)\]]+/);
    const [mark] = marks ?? [];
    return marks?.length === 1 && mark !== undefined && text.length > 0 ? { mark, text } : undefined;
  }
  if (!isBelowHeading || first?.type !== 'text') return undefined;
  const [lead = '', bracketed, numbered] =
    /^(?:\[(\w{1,3})\]|(\d{1,3})(?:[.):]|(?=\s)))\s*/.exec(first.value) ?? [];
  const mark = (bracketed ?? numbered)?.toLowerCase();
  return mark === undefined
    ? undefined
    : { mark, text: withoutLead([first, ...rest], new RegExp(`^${RegExp.escape(lead)}`)) };
}

/** The marks after a word or a number. */
function marksInText(tree: Root): Set<string> {
  const marks = new Set<string>();
  visit(tree, (node) => {
    if (!holdsLines(node)) return undefined;
    let isBegun = false;
    for (const leaf of leavesOf(node)) {
      if (leaf.type === 'break') isBegun = false;
      else if (leaf.type !== 'textDirective') isBegun ||= sayOf(leaf).trim() !== '';
      else if (isBegun && leaf.name === 'sup') marksIn(sayOf(leaf))?.forEach((mark) => marks.add(mark));
    }
    return 'skip';
  });
  return marks;
}

/** The list that a heading, or a line with only its name, introduces. */
function listNamedBy(node: RootContent, names: Names): 'notes' | 'sources' | undefined {
  if (node.type !== 'heading' && node.type !== 'paragraph') return undefined;
  const text = plainText(node);
  if (noteNames.has(normalizeName(text))) return 'notes';
  return recognise(text, names)?.part === 'sources' ? 'sources' : undefined;
}

const noteNames = new Set(
  phrasesIn(`
  Notes | Note | Footnotes | Footnote | Endnotes | End notes | Notas | Notas al pie | Notas finales
  Notes de bas de page | Notes de fin | Anmerkungen | Anmerkung | Fußnoten | Endnoten
  Notas de rodapé | Note a piè di pagina | Note finali | टिप्पणियाँ | टिप्पणी | पाद टिप्पणी | पाद टिप्पणियाँ
  الهوامش | هوامش | الحواشي | حواشي | ملاحظات | 注释 | 注 | 脚注 | 尾注 | 注記 | 注釈 | 備考
  `).map(normalizeName),
);

/** Drops a heading "Notes" with nothing left below it. */
export function dropEmptyNotes(tree: Root, names: Names): Dropped[] {
  const dropped: Dropped[] = [];
  if (!tree.children.some(({ type }) => type === 'footnoteDefinition')) return dropped;
  const isBeside = (node: RootContent): boolean =>
    /^(?:footnoteDefinition|definition|thematicBreak)$/.test(node.type);
  tree.children = tree.children.filter((node, at) => {
    if (listNamedBy(node, names) !== 'notes') return true;
    const next = tree.children.slice(at + 1).find((each) => !isBeside(each));
    if (next !== undefined && next.type !== 'heading') return true;
    dropped.push({ what: 'heading of the notes', text: plainText(node) });
    return false;
  });
  return dropped;
}
