import type { Block } from './blocks.ts';
import { hasSentence } from './has-sentence.ts';
import { plainText } from './lines.ts';

/**
 * Whether a notice is at an edge of the text: among the first blocks before any section, or after the last sentence.
 * "AI-generated text" in the middle is the subject of the text, not a label.
 */
export function isAtEdge(blocks: readonly Block[], at: number): boolean {
  const before = blocks.slice(0, at);
  const after = blocks.slice(at + 1);
  const [next] = after;
  if (next?.kind === 'text' && /^\p{Ll}/u.test(plainText(next.node))) return false;
  return (
    (at <= maxBlocksBefore && !before.some(isSection)) ||
    after.slice(0, beginOfSources(after)).every(isSlight)
  );
}

/** Title, subtitle, byline and date. */
const maxBlocksBefore = 4;

function isSection(block: Block): boolean {
  return block.kind === 'heading' && typeof block.name?.part === 'number';
}

function beginOfSources(blocks: readonly Block[]): number {
  const at = blocks.findIndex((block) => block.kind === 'heading' && block.name?.part === 'sources');
  return at < 0 ? blocks.length : at;
}

/** Feedback answers, notes, a publisher's line: no sentence, and no final punctuation. */
function isSlight(block: Block): boolean {
  if (block.kind === 'notice' || block.kind === 'contents') return true;
  if (isSection(block)) return false;
  if (block.node.type === 'definition' || block.node.type === 'footnoteDefinition') return true;
  const text = plainText(block.node);
  return !hasSentence(text) && !/[.!?…。！？।؟۔]$/u.test(text);
}
