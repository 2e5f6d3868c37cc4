import type { Code, Html, Yaml } from 'mdast';
import { standingFolder } from '../brief/briefs-folder.ts';
import type { Range } from '../diagnostics/diagnostic.ts';
import { memoize } from '../brief/memoize.ts';
import type { Draft } from './draft.ts';
import { nodesOf, rangeOf } from './nodes.ts';
import { isExact } from './outline.ts';

/**
 * A block that is not parsed as Markdown but includes text meant as such: a code block, HTML such as a comment, or
 * unclosed front matter.
 */
export interface Swallowing {
  readonly node: Code | Html | Yaml;
  /** Its first line. */
  readonly opening: Range;
  /** Indexes of the section headings that occur only inside it. */
  readonly sections: readonly number[];
}

/** Blocks that include a section heading, and unclosed code blocks and comments, in order. */
export const swallowingBlocks = memoize((draft: Draft): readonly Swallowing[] => {
  const there = new Set(draft.outline.map(({ section }) => section));
  // A standing page has no sections and may show the text of a brief in code.
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
  // An indented code block has no fence.
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
