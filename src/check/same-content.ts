import type { RootContent } from 'mdast';
import type { Draft } from '../markdown/draft.ts';

/**
 * Whether two drafts have the same content in each section, in any order of sections: every paragraph, note, definition
 * and comment.
 */
export function isSameContent(one: Draft, other: Draft): boolean {
  const [parts, others] = [one, other].map(partsOf);
  return (
    parts?.length === others?.length &&
    parts?.every((part, at) => part === others?.[at]) === true &&
    JSON.stringify(one.frontMatter?.values) === JSON.stringify(other.frontMatter?.values)
  );
}

/** Whether no definition is repeated; the first one wins, so order would matter. */
export function hasOwnNames({ tree }: Draft): boolean {
  const names = tree.children.flatMap((node) =>
    node.type === 'definition' || node.type === 'footnoteDefinition'
      ? [`${node.type} ${node.identifier}`]
      : [],
  );
  return new Set(names).size === names.length;
}

/** The content before the first section and in each section, without the section headings. */
function partsOf({ tree, outline }: Draft): string[] {
  const before = textOf(tree.children.slice(0, outline[0]?.index ?? tree.children.length));
  const sections = outline.map(({ section, text, index }, at) => {
    const content = tree.children.slice(index + 1, outline[at + 1]?.index ?? tree.children.length);
    return `${section ?? text}: ${textOf(content)}`;
  });
  return [before, ...sections.sort()];
}

function textOf(nodes: readonly RootContent[]): string {
  const text = JSON.stringify(nodes, (name, value: unknown) => (ignored.has(name) ? undefined : value));
  // The kind of space does not change the content.
  return text.replace(/[\u00a0\u2007\u202f]/g, ' ');
}

/** Positions, and data that parsers add. */
const ignored: ReadonlySet<string> = new Set(['position', 'data']);
