import type { Code, Html, Yaml } from 'mdast';
import { standingFolder } from '../brief/briefs-folder.ts';
import type { Range } from '../diagnostics/diagnostic.ts';
import { oncePer } from '../brief/memoize.ts';
import type { Draft } from './draft.ts';
import { nodesOf, rangeOf } from './nodes.ts';
import { isExact } from './outline.ts';

/**
 * A block that is not read as Markdown and takes in what was meant as text: a code block, HTML such as a
 * comment, or front matter that nothing ends.
 */
export interface Swallowing {
  readonly node: Code | Html | Yaml;
  /** Its first line. */
  readonly opening: Range;
  /** Places in the order of the headings of those that stand in it and nowhere else. */
  readonly sections: readonly number[];
}

/** Blocks that take in the heading of a section, and code blocks and comments that nothing ends; in the order of the text. */
export const swallowingBlocks = oncePer((draft: Draft): readonly Swallowing[] => {
  const there = new Set(draft.outline.map(({ section }) => section));
  // A standing page has no sections, and may show in code what a brief looks like.
  const headings = draft.file.startsWith(`${standingFolder}/`) ? [] : draft.headings;
  return nodesOf(draft.tree, 'code', 'html', 'yaml')
    .map((node): Swallowing => ({
      node,
      opening: firstLineOf(rangeOf(node), draft.source),
      sections: sectionsIn(node.value, headings).filter((section) => !there.has(section)),
    }))
    .filter(({ node, sections }) => sections.length > 0 || isUnclosed(node, draft.source))
    .sort((one, other) => one.opening.start - other.opening.start);
});

function isUnclosed(node: Code | Html | Yaml, source: string): boolean {
  if (node.type === 'html') return node.value.startsWith('<!--') && !node.value.includes('-->');
  // An indented block of code has no fence.
  return (
    node.type === 'code' && node.data?.isClosed !== true && /[`~]/.test(source[rangeOf(node).start] ?? '')
  );
}

function firstLineOf({ start, end }: Range, source: string): Range {
  const [line = ''] = /^[^\r\n]*/.exec(source.slice(start, end)) ?? [];
  return { start, end: start + line.trimEnd().length };
}

function sectionsIn(text: string, headings: readonly string[]): number[] {
  return [...text.matchAll(/^[> \t]{0,20}#{1,3}[ \t]+([^\r\n]{1,200})/gm)].flatMap(([, words = '']) => {
    const section = headings.findIndex((heading) => isExact(words, heading));
    return section < 0 ? [] : [section];
  });
}
