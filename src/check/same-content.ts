import type { RootContent } from 'mdast';
import type { Draft } from '../markdown/draft.ts';

/**
 * Whether two drafts say the same below the same headings, in whatever order the sections stand: every paragraph, note,
 * definition and comment is there, and each is still in its section.
 */
export function isSameContent(one: Draft, other: Draft): boolean {
  const [parts, others] = [one, other].map(partsOf);
  return (
    parts?.length === others?.length &&
    parts?.every((part, at) => part === others?.[at]) === true &&
    JSON.stringify(one.frontMatter?.values) === JSON.stringify(other.frontMatter?.values)
  );
}

/** Whether every definition has a name of its own: of two, the first one in the text counts, and order matters. */
export function hasOwnNames({ tree }: Draft): boolean {
  const names = tree.children.flatMap((node) =>
    node.type === 'definition' || node.type === 'footnoteDefinition'
      ? [`${node.type} ${node.identifier}`]
      : [],
  );
  return new Set(names).size === names.length;
}

/** What stands before the first section and in each, without a heading that opens one. */
function partsOf({ tree, outline }: Draft): string[] {
  const before = told(tree.children.slice(0, outline[0]?.index ?? tree.children.length));
  const sections = outline.map(({ section, text, index }, at) => {
    const content = tree.children.slice(index + 1, outline[at + 1]?.index ?? tree.children.length);
    return `${section ?? text}: ${told(content)}`;
  });
  return [before, ...sections.sort()];
}

function told(nodes: readonly RootContent[]): string {
  const text = JSON.stringify(nodes, (name, value: unknown) => (unsaid.has(name) ? undefined : value));
  // Whether a line may break at a space is not what the text says.
  return text.replace(/[\u00a0\u2007\u202f]/g, ' ');
}

/** Where a node stands, and what a parser noted down for itself. */
const unsaid: ReadonlySet<string> = new Set(['position', 'data']);
