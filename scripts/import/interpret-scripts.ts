import type { FootnoteDefinition, Link, Nodes, PhrasingContent, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { question } from './comment.ts';
import { interpretScript, marksIn, type Interpretation } from './interpret-script.ts';
import { plainText, someNode } from './lines.ts';
import { dropEmptyNotes, extractPlainNotes } from './plain-notes.ts';
import type { Names } from '../../src/languages/recognise-headings.ts';
import {
  definitionOf,
  holdsLines,
  leavesOf,
  linksIn,
  referenceTo,
  sayOf,
  textOf,
  type Script,
} from './script.ts';
import { lostMark, type Dropped } from './document-source.ts';

/**
 * Turns raised and lowered text into text, footnotes or a question for the writer. Returns the marks without a note
 * in the document.
 */
export function interpretScripts(tree: Root, names: Names): Dropped[] {
  raiseLinks(tree);
  joinScripts(tree);
  const notes = new Map(labelsIn(tree).map((label) => [label, label]));
  const dropped: Dropped[] = [];
  extractPlainNotes(tree, names, notes);
  const added: FootnoteDefinition[] = [];
  visit(tree, (node) => {
    if (!holdsLines(node)) return undefined;
    const leaves = leavesOf(node);
    if (!leaves.some(({ type }) => type === 'textDirective')) return 'skip';
    let before = '';
    const settled = new Map<Nodes, PhrasingContent[]>();
    leaves.forEach((leaf, at) => {
      if (leaf.type !== 'textDirective') {
        before = leaf.type === 'break' ? '' : before + sayOf(leaf);
        return;
      }
      const after = leaves
        .slice(at + 1, at + 6)
        .map(sayOf)
        .join('');
      const place = { before: before.slice(-80), after: after.slice(0, 80) };
      // Collapsing spaces may have moved the space after raised text inside it.
      const last = leaf.children.flatMap(leavesOf).at(-1);
      const isSpaced = last?.type === 'text' && /\s$/.test(last.value) && /^[\p{L}\p{N}(]/u.test(after);
      const found = [
        ...settle(leaf, place, { notes, dropped, added }),
        ...(isSpaced ? [{ type: 'text' as const, value: ' ' }] : []),
      ];
      settled.set(leaf, found);
      before += found.map(sayOf).join('');
    });
    replaceIn(node, settled);
    return 'skip';
  });
  tree.children.push(...added);
  return [...dropped, ...dropEmptyNotes(tree, names)];
}

function isSeen({ type }: Nodes): boolean {
  return type === 'image' || type === 'html';
}

interface Settling {
  /** Footnote labels by note mark. */
  readonly notes: Map<string, string>;
  readonly dropped: Dropped[];
  /** Footnotes made from links. */
  readonly added: FootnoteDefinition[];
}

function settle(
  script: Script,
  place: { before: string; after: string },
  settling: Settling,
): PhrasingContent[] {
  const { notes, dropped, added } = settling;
  const { children, name: mark } = script;
  if (someNode(script, ({ type }) => type === 'footnoteReference')) return references(children);
  const text = plainText({ type: 'paragraph', children });
  const [link] = linksIn(script);
  const isMark = marksIn(text)?.length === 1;
  if (link && !/^(?:#|$)/.test(link.url) && isMark) return citation(script, text, added, notes);
  const holdsMore = link ? !isMark && !/^[[(]/.test(text) : someNode(script, isSeen);
  if (holdsMore) return children;
  const isNote = Boolean(script.isNote ?? link) && marksIn(text) !== undefined;
  const judgement: Interpretation = interpretScript(
    { mark, isSmall: script.isSmall, text: isNote && !/^[[(]/.test(text) ? `[${text}]` : text, ...place },
    new Set(notes.keys()),
  );
  switch (judgement.kind) {
    case 'text':
      return [textOf(judgement.text)];
    case 'notes':
      return judgement.marks.map((each) => referenceTo(notes.get(each) ?? each));
    case 'mark':
      dropped.push({
        what: lostMark,
        text: `${text} after "${lastWords(place.before)}"`,
      });
      return [];
    case 'question': {
      const words = `${lastWords(place.before)}${judgement.text}${firstWords(place.after)}`;
      const asked =
        mark === 'sup'
          ? `is "${judgement.text}" in "${words}" the mark of a note, or part of a number or name? For a note, write [^${marksIn(text)?.[0] ?? '1'}] and its text. Then delete this comment`
          : `is "${judgement.text}" in "${words}" correct? It is subscript in the document. Correct it if needed, then delete this comment`;
      return [textOf(judgement.text), { type: 'html', value: question(asked) }];
    }
  }
}

/** Adjacent footnote references need no commas. */
function references(children: readonly PhrasingContent[]): PhrasingContent[] {
  return children.filter((child) => child.type !== 'text' || !/^[\s,;[\]()–—-]*$/.test(child.value));
}

/** A raised link to another page is the source of the text before it, so it becomes a footnote. */
function citation(
  script: Script,
  text: string,
  added: FootnoteDefinition[],
  notes: Map<string, string>,
): PhrasingContent[] {
  const [mark = ''] = marksIn(text) ?? [];
  const link = linksIn(script)[0];
  const url = link?.url ?? '';
  const same = added.find(({ children: [paragraph] }) => paragraph && linksIn(paragraph)[0]?.url === url);
  if (same) return [referenceTo(same.identifier)];
  let label = mark;
  while ([...notes.values()].includes(label)) label = `${label}-link`;
  notes.set(label, label);
  const target: Link = { type: 'link', url, title: link?.title ?? null, children: [textOf(url)] };
  added.push(definitionOf(label, [{ type: 'paragraph', children: [target] }]));
  return [referenceTo(label)];
}

/** A link that is only a number, directly after another number, is a note mark that nobody raised. */
function raiseLinks(tree: Root): void {
  visit(tree, (node) => {
    if (!holdsLines(node)) return undefined;
    let before = '';
    const raise = (parent: Nodes): void => {
      if (!('children' in parent)) return;
      parent.children = (parent.children as Nodes[]).map((child): Nodes => {
        if (child.type === 'textDirective') before = '';
        else if (child.type === 'link') {
          const isMark = /\d$/.test(before) && /^\s*\d{1,3}\s*$/.test(plainText(child));
          before = plainText(child);
          if (isMark) return { type: 'textDirective', name: 'sup', children: [child] };
        } else if ('children' in child) raise(child);
        else before = sayOf(child);
        return child;
      }) as never;
    };
    raise(node);
    return 'skip';
  });
}

/** Joins neighbours: "3", a comma and "4" may each be raised separately. */
function joinScripts(tree: Root): void {
  visit(tree, (node) => {
    if (!('children' in node) || !node.children.some(({ type }) => type === 'textDirective')) return;
    const joined: Nodes[] = [];
    const inner = node.type === 'textDirective' ? node.children.flatMap(unnest) : node.children;
    for (const child of inner) {
      const last = joined.at(-1);
      const isAlike =
        child.type === 'textDirective' &&
        last?.type === 'textDirective' &&
        last.name === child.name &&
        last.isSmall === child.isSmall;
      if (isAlike && [child, last].every(isPlain)) {
        last.children.push(...child.children);
        if (child.isNote) last.isNote = true;
      } else joined.push(child);
    }
    node.children = joined as never;
  });
}

function isPlain({ children }: Script): boolean {
  return children.every((child) => child.type === 'text' && !/[[(]/.test(child.value));
}

/** Flattens raised text inside raised text. */
function unnest(node: PhrasingContent): PhrasingContent[] {
  return node.type === 'textDirective' ? node.children.flatMap(unnest) : [node];
}

function replaceIn(node: Nodes, settled: ReadonlyMap<Nodes, PhrasingContent[]>): void {
  if (!('children' in node)) return;
  node.children = (node.children as Nodes[]).flatMap((child): Nodes[] => {
    const found = settled.get(child);
    if (found !== undefined) return found;
    replaceIn(child, settled);
    return [child];
  }) as never;
}

function labelsIn(tree: Root): string[] {
  const labels: string[] = [];
  visit(tree, 'footnoteDefinition', ({ identifier }) => {
    labels.push(identifier.toLowerCase());
  });
  return labels;
}

function lastWords(text: string): string {
  return text.length > 40 ? `…${text.slice(-40).replace(/^\S*\s/, '')}` : text;
}

function firstWords(text: string): string {
  return text.length > 20 ? `${text.slice(0, 20).replace(/\s\S*$/, '')} …` : text;
}
