import type { Block } from './blocks.ts';
import { hasSentence } from './has-sentence.ts';
import { plainText } from './lines.ts';

/**
 * Whether a line beside the text stands where such lines stand: among the first before any section, or after the last
 * sentence. "AI-generated text" in the middle is what the text is about.
 */
export function isAtEdge(blocks: readonly Block[], at: number): boolean {
  const before = blocks.slice(0, at);
  const after = blocks.slice(at + 1);
  const [next] = after;
  if (next?.kind === 'text' && /^\p{Ll}/u.test(plainText(next.node))) return false;
  return (
    (at <= mostBefore && !before.some(isSection)) || after.slice(0, beginOfSources(after)).every(isSlight)
  );
}

/** A title, a line below it, a writer, a date. */
const mostBefore = 4;

function isSection(block: Block): boolean {
  return block.kind === 'heading' && typeof block.name?.part === 'number';
}

function beginOfSources(blocks: readonly Block[]): number {
  const at = blocks.findIndex((block) => block.kind === 'heading' && block.name?.part === 'sources');
  return at < 0 ? blocks.length : at;
}

/** Answers, notes, a line of a publisher: no sentence, and nothing that ends like one. */
function isSlight(block: Block): boolean {
  if (block.kind === 'notice' || block.kind === 'contents') return true;
  if (isSection(block)) return false;
  if (block.node.type === 'definition' || block.node.type === 'footnoteDefinition') return true;
  const text = plainText(block.node);
  return !hasSentence(text) && !/[.!?…。！？।؟۔]$/u.test(text);
}
