import type { Code, Root } from 'mdast';
import { plainText } from './lines.ts';
import { recogniseHeading, type Names } from '../../src/languages/recognise-headings.ts';

/**
 * The code block in which a chat program put its draft: it names sections of a brief, and the text around it names
 * none. The last one wins.
 */
export function draftInFence(tree: Root, names: Names): Code | undefined {
  const drafts = tree.children
    .filter((node) => node.type === 'code')
    .filter(({ lang, value }) => languages.has((lang ?? '').toLowerCase()) && namesSections(value, names));
  const namesOutside = tree.children.some((node) => node.type !== 'code' && isName(plainText(node), names));
  return namesOutside ? undefined : drafts.at(-1);
}

const languages = new Set(['', 'md', 'mdx', 'markdown', 'text', 'txt', 'plaintext']);

function namesSections(text: string, names: Names): boolean {
  const lines = text.split('\n').map((line) => line.replace(/^[\s#*_>]+|[\s#*_:]+$/g, ''));
  return lines.filter((line) => isName(line, names)).length >= 2;
}

function isName(line: string, names: Names): boolean {
  return line.length > 1 && line.length < 80 && typeof recogniseHeading(line, names)?.part === 'number';
}
