import type { Block } from './blocks.ts';
import type { Part } from '../../src/languages/recognise-headings.ts';

/**
 * "What's next? Nobody knows." is a heading with its text only if another section has a heading too and no better one
 * opens this section. Otherwise it is a paragraph.
 */
export function resolveDoubtful(blocks: readonly Block[]): Block[] {
  const certain = partsOf(blocks, false);
  const all = new Set([...certain, ...partsOf(blocks, true)]);
  const isDivided = [...all].filter((part) => typeof part === 'number').length > 1;
  const opened = new Set(certain);
  return blocks.map((block) => {
    if (block.kind !== 'heading' || !block.isDoubtful || !block.name) return block;
    const { part } = block.name;
    if (!isDivided || opened.has(part)) return { kind: 'text', node: block.node };
    opened.add(part);
    return block;
  });
}

function partsOf(blocks: readonly Block[], isDoubtful: boolean): Set<Part> {
  const parts = blocks.flatMap((block) =>
    block.kind === 'heading' && block.name && Boolean(block.isDoubtful) === isDoubtful
      ? [block.name.part]
      : [],
  );
  return new Set(parts);
}
