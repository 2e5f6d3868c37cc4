import type { PhrasingContent, RootContent } from 'mdast';
import { besideWords } from './beside-words.ts';
import { isAtEdge } from './at-edge.ts';
import type { Block, HeadingBlock } from './blocks.ts';
import { resolveDoubtful } from './doubtful-headings.ts';
import { plainText, someNode } from './lines.ts';
import { nameByPlace, siblingDepth } from './name-by-place.ts';
import type { Notice } from './notices.ts';
import { recognisePrefix, type Names, type Part } from '../../src/languages/recognise-headings.ts';
import type { Dropped } from './document-source.ts';

/** A document divided into the parts of a brief. Pieces that belong to no part have a reason. */
export interface Division {
  /** The first heading before any part. */
  title: RootContent | undefined;
  /** Blocks before the first part. */
  readonly preamble: RootContent[];
  readonly story: RootContent[];
  readonly sections: readonly [DividedSection, DividedSection, DividedSection, DividedSection];
  readonly sources: RootContent[];
  /** Link definitions and footnotes, which may stand anywhere. */
  readonly definitions: RootContent[];
  /** The order in which the sections first occurred. */
  readonly order: number[];
  /** The languages of each heading found. */
  readonly languages: (readonly string[])[];
  readonly notices: Notice[];
  readonly dropped: Dropped[];
}

export interface DividedSection {
  /** The headings that opened the section. */
  readonly headings: string[];
  readonly pieces: Piece[];
}

/** Part of a section. `why` is set if it does not belong there. */
export interface Piece {
  readonly nodes: RootContent[];
  readonly why?: string;
}

/** Assigns every block to a part of the brief. */
export function divide(given: readonly Block[], names: Names): Division {
  const blocks = nameByPlace(nameByPrefix(dropInnerNames(resolveDoubtful(given)), names));
  const deepest = siblingDepth(blocks);
  const division = emptyDivision();
  const { preamble, story, sections, sources } = division;
  let part: Part | 'preamble' = 'preamble';
  /** The section that was opened last. */
  let last: DividedSection | undefined;
  let aside: RootContent[] | undefined;
  let isAsked = false;

  for (const [at, block] of blocks.entries()) {
    if (block.kind === 'notice' && isAtEdge(blocks, at)) {
      isAsked = block.notice.kind === 'feedback';
      division.notices.push(block.notice);
      division.dropped.push({ what: isAsked ? 'feedback question' : 'AI label', text: block.text });
      besideWords(block.node).forEach(put);
    } else if (block.kind === 'contents') {
      division.dropped.push({ what: 'table of contents', text: block.text });
    } else if (block.kind === 'text' || block.kind === 'notice') addText(block.node);
    else if (block.name && opens(block, block.name.part)) open(block, block.name);
    else addOtherHeading(block);
  }
  return division;

  function open(block: HeadingBlock, name: NonNullable<HeadingBlock['name']>): void {
    part = name.part;
    aside = undefined;
    isAsked = false;
    division.languages.push(name.languages);
    if (typeof part === 'number') {
      last = sections[part];
      if (last.headings.length === 0) division.order.push(part);
      last.headings.push(block.text);
    } else division.dropped.push({ what: 'heading', text: block.text });
    if (block.rest) put(block.rest);
    else besideWords(block.node).forEach(put);
  }

  /**
   * A line without heading markup opens a part only if that part is still missing: "What's next?" can also be a
   * sentence.
   */
  function opens({ isMarked, rest }: HeadingBlock, wanted: Part): boolean {
    if (typeof wanted === 'number') return isMarked || !sections[wanted].pieces.length;
    if (wanted === 'story') return story.length === 0 && (isMarked || last === undefined);
    // "Sources: two officials who asked not to be named" is text.
    if (!isMarked && rest && !someNode(rest, ({ type }) => type === 'link')) return false;
    return last !== undefined || (isMarked && !rest);
  }

  function addOtherHeading({ node, rest, depth, isMarked }: HeadingBlock): void {
    if (!isMarked) {
      put(node);
      return;
    }
    if (last === undefined && division.title === undefined) {
      division.title = node;
      part = 'preamble';
    } else if (last !== undefined && (depth <= deepest || part === 'sources')) {
      part = sections.indexOf(last) as Part;
      aside ??= beginAside(last);
      aside.push(node);
    } else put(node);
    if (rest) put(rest);
  }

  function addText(node: RootContent): void {
    if (node.type === 'definition' || node.type === 'footnoteDefinition') division.definitions.push(node);
    else if (isAsked && isAnswer(node)) {
      division.dropped.push({ what: 'answer to the feedback question', text: plainText(node) });
    } else put(node);
  }

  function put(node: RootContent): void {
    if (aside) aside.push(node);
    else if (part === 'preamble') preamble.push(node);
    else if (part === 'story') story.push(node);
    else if (part === 'sources') sources.push(node);
    else sections[part].pieces.push({ nodes: [node] });
  }
}

function emptyDivision(): Division {
  const empty = (): DividedSection => ({ headings: [], pieces: [] });
  return {
    title: undefined,
    preamble: [],
    story: [],
    sections: [empty(), empty(), empty(), empty()],
    sources: [],
    definitions: [],
    order: [],
    languages: [],
    notices: [],
    dropped: [],
  };
}

function beginAside({ pieces }: DividedSection): RootContent[] {
  const nodes: RootContent[] = [];
  pieces.push({ nodes, why: 'text below a heading other than the four' });
  return nodes;
}

/** "Next steps" below "What's Next?" is a heading inside it: of two names of one section, the higher one opens it. */
function dropInnerNames(blocks: readonly Block[]): Block[] {
  const highest = new Map<Part, number>();
  for (const block of blocks) {
    if (block.kind !== 'heading' || !block.name || !block.isMarked) continue;
    const { part } = block.name;
    highest.set(part, Math.min(highest.get(part) ?? block.depth, block.depth));
  }
  return blocks.map((block) => {
    if (block.kind !== 'heading' || !block.name || !block.isMarked) return block;
    if (block.depth === highest.get(block.name.part)) return block;
    // As bold text, because a heading with this name would open a section.
    const children = block.node.type === 'heading' ? block.node.children : undefined;
    const node = children ? paragraphOf([{ type: 'strong', children }]) : block.node;
    return { ...block, name: undefined, isMarked: false, node };
  });
}

function paragraphOf(children: PhrasingContent[]): RootContent {
  return { type: 'paragraph', children };
}

/** "What's Next for DeepSeek?" opens its section if no other heading does. */
function nameByPrefix(blocks: readonly Block[], names: Names): Block[] {
  const named = new Set(blocks.map((block) => (block.kind === 'heading' ? block.name?.part : undefined)));
  const deepest = siblingDepth(blocks);
  return blocks.map((block) => {
    if (block.kind !== 'heading' || block.name || block.depth !== deepest) return block;
    const name = recognisePrefix(block.text, names);
    if (typeof name?.part !== 'number' || named.has(name.part)) return block;
    named.add(name.part);
    return { ...block, name };
  });
}

/** "Yes" or "No" below a feedback question. */
function isAnswer(node: RootContent): boolean {
  const text = plainText(node);
  return node.type === 'paragraph' && text.length > 0 && text.length <= 12;
}
