import type { Element, ElementContent, Nodes, Parents, Root } from 'hast';
import { toText } from 'hast-util-to-text';
import type { BlockContent, FootnoteDefinition, FootnoteReference, PhrasingContent } from 'mdast';
import type { Options } from 'rehype-remark';
import { visit } from 'unist-util-visit';
import { commentOfEditor } from './comment.ts';
import { linesOf } from './html-boilerplate.ts';
import { findElement, findElements, propertyOf } from './html-parts.ts';
import { marksIn } from './interpret-script.ts';
import type { Script } from './script.ts';
import type { Aside } from './document-source.ts';

type Handle = NonNullable<NonNullable<Options['handlers']>[string]>;

/**
 * Removes the notes of a page written by any editor and returns them. A link whose text is a note mark becomes a
 * reference, and the block it leads to a note or an editor's comment.
 */
export function extractNotes(tree: Root): { notes: Element[]; comments: Aside[] } {
  const parents = parentsIn(tree);
  const references = referencesIn(tree, parents);
  const ways = new Set(references.flatMap(({ holders }) => holders.flatMap(namesOf)));
  const linked = new Set(references.map(({ target }) => target));
  const lost = lostComments(tree, linked);
  const targets = linked.union(new Set(lost));
  const links = new Set(references.map(({ link }) => link));
  const labels = new Map<Element, string>();
  const notes: Element[] = [];
  const comments: Aside[] = [];
  const blocks: Element[] = [];
  const free = new Map<Element, boolean>();
  for (const { target, mark, isComment } of references) {
    if (labels.has(target)) continue;
    const block = blockOf(target, parents, targets, links, free);
    if (block === undefined) continue;
    blocks.push(block);
    dropWaysBack(block, ways, target);
    dropMark(block, mark);
    if (isComment) {
      labels.set(target, '');
      comments.push(commentIn(block));
      continue;
    }
    const label = freeLabel(mark, new Set(labels.values()));
    labels.set(target, label);
    const tagName = block.tagName === 'p' ? 'p' : 'div';
    notes.push(elementOf('note-text', { label }, [{ ...block, tagName, properties: {} }]));
  }
  for (const { link, target } of references) {
    const label = labels.get(target);
    if (label === undefined) continue;
    // An editor's comment leaves no mark in the text.
    Object.assign(link, elementOf(label === '' ? 'span' : 'note-reference', { label }, []));
  }
  const unlinked = new Set<string>();
  for (const target of lost) {
    const block = blockOf(target, parents, targets, links, free);
    if (block === undefined) continue;
    blocks.push(block);
    const mark = toText(target).trim();
    dropWaysBack(block, ways, target);
    dropMark(block, mark);
    comments.push(commentIn(block));
    unlinked.add(mark);
  }
  if (unlinked.size > 0) dropFromText(tree, unlinked);
  for (const block of blocks) removeFrom(block, parents);
  return { notes, comments };
}

function commentIn(block: Element): Aside {
  return { why: commentOfEditor, text: `${commentOfEditor}: ${linesOf(block).replace(/\n/g, ' ')}` };
}

/** Comments that no link leads to, found by their own names or by their back links. */
function lostComments(tree: Root, linked: ReadonlySet<Element>): Element[] {
  const named = findElements(tree, (each) => namesOf(each).some((name) => isNamedAsComment.test(name)));
  if (named.length > 0) return named.filter((each) => !linked.has(each));
  return findElements(tree, (each) =>
    isNamedAsWayBack.test(/#(.*)$/.exec(propertyOf(each, 'href'))?.[1] ?? ''),
  );
}

/** Drops marks that stand alone or directly after a word. */
function dropFromText(tree: Root, marks: ReadonlySet<string>): void {
  visit(tree, 'text', (node) => {
    const { value } = node;
    if (marks.has(value.trim())) node.value = '';
    else {
      node.value = value.replace(/(?<=\S)\[\w{1,5}\]/g, (mark) => (marks.has(mark) ? '' : mark));
    }
  });
}

interface Reference {
  readonly link: Element;
  readonly target: Element;
  readonly mark: string;
  readonly isComment: boolean;
  /** The link and the elements that contain only the link; back links lead to one of them. */
  readonly holders: readonly Element[];
}

type ParentsOf = ReadonlyMap<Nodes, Parents>;

function parentsIn(tree: Root): ParentsOf {
  const parents = new Map<Nodes, Parents>();
  visit(tree, (node, _at, parent) => {
    if (parent) parents.set(node, parent);
  });
  return parents;
}

/** Links from the text to notes. Back links look the same, so the first of each pair counts. */
function referencesIn(tree: Root, parents: ParentsOf): Reference[] {
  const places = new Map<string, Element>();
  for (const element of findElements(tree, (each) => namesOf(each).length > 0)) {
    for (const name of namesOf(element)) if (!places.has(name)) places.set(name, element);
  }
  const ways = new Set<string>();
  return findElements(tree, ({ tagName }) => tagName === 'a').flatMap((link) => {
    const [, page = '', name = ''] = /^([^#]*)#(.+)$/.exec(propertyOf(link, 'href').trim()) ?? [];
    if (isNamedAsWayBack.test(name)) return [];
    const target = places.get(name) ?? places.get(decoded(name));
    if (!target || target === link || namesOf(target).some((each) => ways.has(each))) return [];
    const isComment = isNamedAsComment.test(name);
    const text = toText(link).replace(/\s+/g, ' ').trim();
    const mark = text.length > 12 ? undefined : isComment ? text : marksIn(text)?.[0];
    const isNamed = isNamedAsNote.test(name);
    // A saved page may link to itself by its full address.
    if (mark === undefined || (page !== '' && !isNamed) || isHeading(target, parents)) return [];
    const holders = lineOf(link, parents);
    const isRaised = [...holders, ...findElements(link, isSup)].some(isSup);
    const isMarked = isRaised || isNamed || isComment || isBehindNumber(link, parents);
    if (!isMarked && ![link, target, ...holders].some(isMarkedAsNote)) return [];
    holders.flatMap(namesOf).forEach((each) => ways.add(each));
    return [{ link, target, mark, isComment, holders }];
  });
}

/** A number directly after another number is a note mark. */
function isBehindNumber(link: Element, parents: ParentsOf): boolean {
  const siblings = (parents.get(link)?.children ?? []) as Nodes[];
  const before = siblings[siblings.indexOf(link) - 1];
  return (
    before !== undefined && before.type !== 'doctype' && /\d$/.test(toText(before, { whitespace: 'pre' }))
  );
}

function isSup({ tagName }: Element): boolean {
  return tagName === 'sup';
}

function namesOf(element: Element): string[] {
  // rehype-parse prefixes ids and names that could clash with ours.
  return [propertyOf(element, 'id'), propertyOf(element, 'name')].filter(Boolean);
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** Ids that editors give to notes and comments. */
const isNamedAsNote =
  /^(?:user-content-)?_?(?:fn|ftn|edn|foot-?note|end-?note|cite_?-?note|note|sd(?:foot|end)note|easy-footnote|cmnt|msocom)[\w:.-]*\d/i;

const isNamedAsComment = /^(?:cmnt|_msocom_|sdcomment)\d+$/i;

/** Ids that lead from a comment to its place in the text. */
const isNamedAsWayBack = /^(?:cmnt_ref|_msoanchor_|_anchor_)\d+$/;

/** Classes, roles, attributes and Word styles that mark notes and references in editors and EPUB. */
export function isMarkedAsNote({ properties }: Element): boolean {
  return Object.entries(properties).some(([name, value]) => {
    if (/^(?:dataFootnote|dataFn$)/.test(name)) return true;
    if (name === 'style')
      return /mso-(?:foot|end)note-id|mso-special-character:\s*(?:foot|end)note/i.test(String(value));
    const isMarkerAttribute = /^(?:className|role|rel|epub:?type|dataType|dataComponentName)$/i.test(name);
    return isMarkerAttribute && /foot-?note|end-?note|note-?ref|\bfn(?:-?ref)?\b/i.test(String(value));
  });
}

/** An element and the inline elements around it. */
function lineOf(element: Element, parents: ParentsOf): Element[] {
  const line = [element];
  for (let parent = parents.get(element); parent?.type === 'element'; parent = parents.get(parent)) {
    if (!/^(?:sup|span|b|i|em|strong|small|font|u)$/.test(parent.tagName)) break;
    line.push(parent);
  }
  return line;
}

/** A link to a heading is an entry of a table of contents. */
function isHeading(element: Element, parents: ParentsOf): boolean {
  if (/^(?:main|article|body|html|nav|header)$/.test(element.tagName)) return true;
  return lineOf(element, parents)
    .flatMap((each) => [each, parents.get(each)])
    .some((each) => each?.type === 'element' && /^h[1-6]$/.test(each.tagName));
}

/** The block of a note: the largest element that contains its id and no other note or reference. */
function blockOf(
  target: Element,
  parents: ParentsOf,
  targets: ReadonlySet<Element>,
  links: ReadonlySet<Element>,
  free: Map<Element, boolean>,
): Element | undefined {
  const isFree = (element: Element): boolean => {
    const known = free.get(element);
    if (known !== undefined) return known;
    const inside = findElements({ type: 'root', children: [element] }, () => true);
    const names = inside.filter((each) => targets.has(each));
    const isAlone =
      names.length === 1 && !inside.some((each) => links.has(each) || /^h[1-6]$/.test(each.tagName));
    free.set(element, isAlone);
    return isAlone;
  };
  let block: Element | undefined = target;
  while (block && !isBlock.test(block.tagName)) {
    const parent: Parents | undefined = parents.get(block);
    block = parent?.type === 'element' ? parent : undefined;
  }
  if (!block || !isFree(block)) return undefined;
  for (let parent = parents.get(block); parent?.type === 'element'; parent = parents.get(parent)) {
    if (!/^(?:div|aside|li|dd|tr|td|blockquote)$/.test(parent.tagName) || !isFree(parent)) break;
    block = parent;
  }
  return block;
}

const isBlock = /^(?:li|p|div|aside|dd|dt|td|blockquote|section|footer)$/;

/** Drops back links, and the note's name where it is only a mark. */
function dropWaysBack(block: Element, ways: ReadonlySet<string>, target: Element): void {
  const look = (parent: Element): void => {
    parent.children = parent.children.filter((node) => {
      if (node.type !== 'element') return true;
      const isBack =
        node.tagName === 'a' &&
        (ways.has(decoded(propertyOf(node, 'href').replace(/^[^#]*#/, ''))) ||
          isArrow.test(toText(node)) ||
          (/^#/.test(propertyOf(node, 'href')) && !hasText(node)));
      const isMark = node === target && marksIn(toText(node)) !== undefined;
      if (
        isBack ||
        isMark ||
        node.tagName === 'hr' ||
        /\bmw-cite-backlink\b/.test(propertyOf(node, 'className'))
      )
        return false;
      const hadText = toText(node).trim() !== '';
      look(node);
      return (
        !hadText ||
        toText(node).trim() !== '' ||
        findElement(node, ({ tagName }) => tagName === 'img') !== undefined
      );
    });
  };
  look(block);
}

const isArrow = /^\s*[↩↵⏎↑⇧⤴⮌^←]+[\ufe0e\ufe0f]?\s*$/u;

/** Drops "1. " or "[1]" before a note, except in a list that numbers its items. */
function dropMark(block: Element, mark: string): void {
  let first: Nodes | undefined = block;
  while (first && 'children' in first) {
    first = (first.children as Nodes[]).find((node) => node.type !== 'text' || node.value.trim() !== '');
  }
  if (first?.type !== 'text') return;
  const lead = new RegExp(
    `^\\s*(?:\\[${RegExp.escape(mark)}\\][.:]?|${RegExp.escape(mark)}[.):\\]]|(?:\\^|↑)(?=\\s)|[.:)\\]]+(?=\\s))\\s*`,
    'i',
  );
  if (block.tagName !== 'li' || /^\s*[[^↑.:)]/.test(first.value)) first.value = first.value.replace(lead, '');
}

/** A valid footnote label: the mark itself if it is free. */
function freeLabel(mark: string, existing: ReadonlySet<string>): string {
  const label = /^[a-z0-9]+$/i.test(mark) ? mark : 'note';
  if (label !== 'note' && !existing.has(label)) return label;
  for (let number = 1; ; number += 1) if (!existing.has(`${label}-${number}`)) return `${label}-${number}`;
}

/** Removes a block and the elements that it leaves empty. */
function removeFrom(block: Element, parents: ParentsOf): void {
  let gone: Nodes = block;
  for (let parent = parents.get(block); parent; parent = parents.get(parent)) {
    const { children } = parent;
    children.splice(children.indexOf(gone), 1);
    if (parent.type !== 'element' || /^(?:body|main|article)$/.test(parent.tagName) || hasText(parent))
      return;
    gone = parent;
  }
}

function hasText(node: Nodes): boolean {
  if (node.type === 'text') return node.value.trim() !== '';
  if (node.type === 'element' && /^(?:img|picture|video|audio|iframe|input|svg)$/.test(node.tagName))
    return true;
  return 'children' in node && node.children.some(hasText);
}

function elementOf(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
}

/** Handlers that convert notes, superscript and subscript to mdast. */
export const noteHandlers: Record<string, Handle> = {
  'note-reference': (_state, element: Element): FootnoteReference => {
    const label = propertyOf(element, 'label');
    return { type: 'footnoteReference', identifier: label, label };
  },
  'note-text': (state, element: Element): FootnoteDefinition => {
    const label = propertyOf(element, 'label');
    const children = state.toFlow(state.all(element)) as BlockContent[];
    return { type: 'footnoteDefinition', identifier: label, label, children };
  },
  sup: (state, element: Element): Script => scriptOf('sup', element, state.all(element) as PhrasingContent[]),
  sub: (state, element: Element): Script => scriptOf('sub', element, state.all(element) as PhrasingContent[]),
};

function scriptOf(mark: Script['name'], element: Element, children: PhrasingContent[]): Script {
  return {
    type: 'textDirective',
    name: mark,
    ...(isMarkedAsNote(element) && { isNote: true }),
    ...(element.properties['dataSmall'] !== undefined && { isSmall: true }),
    children,
  };
}
