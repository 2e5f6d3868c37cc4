import { writtenHeading } from '../../languages/languages.ts';
import type { Rule } from './rule.ts';
import { rangeOf } from '../../markdown/nodes.ts';

/** No text precedes the first section: title and summary belong in the front matter. */
export const sectionPreamble: Rule = function* ({ draft }) {
  const { tree, outline } = draft;
  // Unclosed front matter would look like text.
  if (!draft.frontMatter && /^---/.test(draft.source.trimStart())) return;
  const end = outline[0]?.index ?? tree.children.length;
  const early = tree.children
    .slice(0, end)
    .filter(({ type }) => type !== 'yaml' && type !== 'definition' && type !== 'footnoteDefinition');
  const [first] = early;
  const last = early.at(-1);
  if (!first || !last) return;
  yield {
    code: 'section-preamble',
    range: { start: rangeOf(first).start, end: rangeOf(last).end },
    message: `Unexpected text before the first section, expected "## ${writtenHeading(draft.headings[0])}"`,
    note: { text: 'what the story is about goes into `summary`; the rest into one of the four sections' },
  };
};
