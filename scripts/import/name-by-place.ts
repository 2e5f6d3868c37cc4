import type { Paragraph, PhrasingContent, RootContent } from 'mdast';
import type { Part } from '../../src/languages/recognise-headings.ts';
import type { Block, HeadingBlock } from './blocks.ts';
import { plainText, splitLines, withoutLead } from './lines.ts';

/**
 * The depth of section headings: headings at this depth or above are siblings of the sections, others belong inside
 * them.
 */
export function siblingDepth(blocks: readonly Block[]): number {
  const isSection = (block: Block): block is HeadingBlock =>
    block.kind === 'heading' && typeof block.name?.part === 'number' && block.depth < 7;
  const sections = blocks.filter(isSection);
  return sections.reduce((min, { depth }) => Math.min(min, depth), sections[0]?.depth ?? 2);
}

/**
 * With sections missing, just as many headings of their rank in their places open them, whatever their words; otherwise
 * nothing tells which.
 */
export function nameByPlace(blocks: readonly Block[]): Block[] {
  const parts = blocks.map((block) => (block.kind === 'heading' ? block.name?.part : undefined));
  const known = [0, 1, 2, 3].filter((part) => parts.includes(part as Part));
  if (known.length < 2) return [...blocks];
  const languages = blocks.flatMap((block) =>
    block.kind === 'heading' ? (block.name?.languages ?? []) : [],
  );
  const named = new Map<number, Block[]>();
  for (const missing of gapsIn(known)) {
    const [first = 0] = missing;
    const last = missing.at(-1) ?? first;
    const before = first === 0 ? -1 : parts.lastIndexOf((first - 1) as Part);
    const after = last === 3 ? endOfSections(blocks, parts) : parts.indexOf((last + 1) as Part);
    const found = siblingsBetween(blocks, before, after, first);
    if (found.length !== missing.length) return [...blocks];
    found.forEach(({ at, heading, rest }, place) => {
      const name = { part: (first + place) as Part, languages: [...new Set(languages)].slice(0, 1) };
      named.set(at, [{ ...heading, name, isMarked: true }, ...rest]);
    });
  }
  return blocks.flatMap((block, at) => named.get(at) ?? [block]);
}

/** The missing sections that stand beside each other. */
function gapsIn(known: readonly number[]): number[][] {
  const gaps: number[][] = [];
  for (const part of [0, 1, 2, 3]) {
    if (known.includes(part)) continue;
    const last = gaps.at(-1);
    if (last?.at(-1) === part - 1) last.push(part);
    else gaps.push([part]);
  }
  return gaps;
}

interface Sibling {
  readonly at: number;
  readonly heading: HeadingBlock;
  /** What else stood in the block. */
  readonly rest: readonly Block[];
}

/** Headings between two places in the form that the known ones have. */
function siblingsBetween(blocks: readonly Block[], before: number, after: number, first: number): Sibling[] {
  const known = blocks.filter(
    (block): block is HeadingBlock => block.kind === 'heading' && typeof block.name?.part === 'number',
  );
  const deepest = siblingDepth(blocks);
  const between = blocks.map((block, at) => ({ block, at })).slice(before + 1, after);
  if (known.some(({ depth }) => depth < 7)) {
    const found = between.flatMap(({ block, at }) =>
      block.kind === 'heading' && !block.name && block.isMarked && block.depth === deepest
        ? [{ at, heading: block, rest: [] }]
        : [],
    );
    // Before the first section stands the title, which may be of the same rank.
    const isTitled = blocks.some(
      (block, at) => at < after && block.kind === 'heading' && block.depth < deepest,
    );
    return first === 0 && !isTitled ? found.slice(1) : found;
  }
  let number = first + 1;
  const numbered = between.flatMap(({ block, at }): Sibling[] => {
    const [heading, ...rest] = numberedHeading(block, number) ?? [];
    if (heading?.kind !== 'heading') return [];
    number += 1;
    return [{ at, heading, rest }];
  });
  if (numbered.length > 0) return numbered;
  // A bold or plain first line is the title.
  if (first === 0) return [];
  const bold = between.flatMap(({ block, at }): Sibling[] => {
    const heading = boldHeading(block);
    return heading && !heading.name ? [{ at, heading, rest: [] }] : [];
  });
  const items = between.flatMap(({ block, at }): Sibling[] => {
    const [heading, ...rest] = itemHeading(block) ?? [];
    return heading?.kind === 'heading' ? [{ at, heading, rest }] : [];
  });
  if (items.length > 0) return items;
  if (bold.length > 0 || known.some(({ isMarked, rest }) => isMarked || rest !== undefined)) return bold;
  return between.flatMap(({ block, at }): Sibling[] => {
    const heading = plainHeading(block);
    return heading ? [{ at, heading, rest: [] }] : [];
  });
}

function endOfSections(blocks: readonly Block[], parts: readonly (Part | undefined)[]): number {
  const at = parts.indexOf('sources');
  return at < 0 ? blocks.length : at;
}

/** "**The road ahead:** Work starts …" between sections that open in the same way. */
function boldHeading(block: Block): HeadingBlock | undefined {
  if (block.kind === 'heading') return block;
  if (block.kind !== 'text' || block.node.type !== 'paragraph') return undefined;
  const [first, ...rest] = block.node.children;
  if (first?.type !== 'strong') return undefined;
  const text = plainText({ type: 'paragraph', children: [first] });
  const after = plainText({ type: 'paragraph', children: rest });
  if (text.length > maxLength || !(/[?？؟:：]$/.test(text) || /^\s*[:：–—]/.test(after) || after === ''))
    return undefined;
  const others = withoutLead(rest, /^[\s:：.–—-]+/);
  return headingOf(text, block.node, others);
}

/** "4. Something unknown" or "IV. Something unknown", with the text on the next line or below it. */
function numberedHeading(block: Block, number: number): Block[] | undefined {
  if (block.kind !== 'text') return undefined;
  const { node } = block;
  if (node.type === 'paragraph') {
    const lead = new RegExp(
      String.raw`^\s*(?:${number}|${['i', 'ii', 'iii', 'iv'][number - 1] ?? ''})[.):：]\s+`,
      'i',
    );
    const [first] = node.children;
    const isLed = first?.type === 'text' && lead.test(first.value);
    return isLed ? headingOnLine({ ...node, children: withoutLead(node.children, lead) }) : undefined;
  }
  const [item, ...items] =
    node.type === 'list' && node.ordered && (node.start ?? 1) === number ? node.children : [];
  const [first, ...others] = item?.children ?? [];
  if (items.length > 0 || first?.type !== 'paragraph') return undefined;
  const found = headingOnLine(first);
  return found && [...found, ...others.map((each): Block => ({ kind: 'text', node: each }))];
}

/** An item of an outline, with its points or its text below it. */
function itemHeading(block: Block): Block[] | undefined {
  const [item, ...items] = block.kind === 'text' && block.node.type === 'list' ? block.node.children : [];
  const [first, ...others] = item?.children ?? [];
  if (items.length > 0 || first?.type !== 'paragraph') return undefined;
  const found = others.length > 0 ? headingOnLine(first) : undefined;
  return found && [...found, ...others.map((each): Block => ({ kind: 'text', node: each }))];
}

/** The first line as a heading; a line of a list that ends as a sentence is none. */
function headingOnLine(node: Paragraph): Block[] | undefined {
  const bold = boldHeading({ kind: 'text', node });
  if (bold?.rest) return [bold];
  const [line, ...lines] = splitLines(node.children);
  const text = line ? plainText({ type: 'paragraph', children: line.children }) : '';
  if (text === '' || text.length > maxLength || /[.!;,。！；，।]$/u.test(text)) return undefined;
  const rest = lines.flatMap(({ before, children }, at) => [
    ...(at > 0 && before ? [before] : []),
    ...children,
  ]);
  return [headingOf(text, node, rest)];
}

/** A line alone, or above the text of its paragraph, that is no sentence. */
function plainHeading(block: Block): HeadingBlock | undefined {
  if (block.kind !== 'text' || block.node.type !== 'paragraph') return undefined;
  const [heading] = headingOnLine(block.node) ?? [];
  return heading?.kind === 'heading' ? heading : undefined;
}

/** Characters of a heading that nothing but its place tells. */
const maxLength = 60;

function headingOf(text: string, node: RootContent, rest: PhrasingContent[]): HeadingBlock {
  const heading = { kind: 'heading', text, depth: 7, isMarked: true, name: undefined, node } as const;
  return rest.length > 0 ? { ...heading, rest: { type: 'paragraph', children: rest } } : heading;
}
