import { nameToEmoji } from 'gemoji';
import type { Root, Text } from 'mdast';
import { visit } from 'unist-util-visit';
import { rangeOf } from './nodes.ts';
import { scriptCharacters } from './script-characters.ts';

/**
 * Marks of other programs whose meaning is certain: `H~2~O`, `x^2^` and `:fire:`. What they stand for has characters in Unicode,
 * which pages, cards, feeds and Markdown show alike.
 */
export function readShorthands(tree: Root, source: string): Root {
  if (!/[~^:]/.test(source)) return tree;
  visit(tree, 'text', (node) => {
    if (isEscaped(node, source)) return;
    node.value = node.value
      .replace(subscript, (found, inside: string) => scriptCharacters(inside, 'sub') ?? found)
      .replace(superscript, (found, inside: string) => scriptCharacters(inside, 'sup') ?? found)
      .replace(emojiName, (found, name: string) => emojiOf(name) ?? found);
  });
  return tree;
}

/** Letters of formulas only: "5~10~15" and 「月~金~」 are ranges. */
export const subscript = /(?<=[A-Za-zα-ωΑ-Ω)\]])~(\d{1,3}[+−-]?|[a-z]{1,3})~(?![\d~])/g;
export const superscript = /(?<=[\p{L}\p{N})\]])\^([+−–-]?\d{1,3}[+−-]?|[a-z]{1,3})\^(?!\^)/gu;

/** Shorter ones are commands (":wq:") rather than emoji, and "[:alpha:]" is a character class. */
export const emojiName =
  /(?<![\p{L}\p{N}:/@[]):([a-z][a-z0-9_+-]{2,40}|ok|tm|vs|us|uk|jp|kr|[+-]1|100):(?![\p{L}\p{N}:/])/gu;

/** The emoji with a name, as GitHub has them. */
export function emojiOf(name: string): string | undefined {
  return Object.hasOwn(nameToEmoji, name) ? nameToEmoji[name] : undefined;
}

/** Whether the writer means the characters themselves. */
function isEscaped(node: Text, source: string): boolean {
  const { start, end } = rangeOf(node);
  return /\\[~^:]/.test(source.slice(start, end));
}
