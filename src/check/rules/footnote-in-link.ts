import { visit } from 'unist-util-visit';
import type { Finding } from '../../diagnostics/diagnostic.ts';
import { nodesOf, rangeOf } from '../../markdown/nodes.ts';
import type { Rule } from './rule.ts';

/** A footnote reference is a link, and HTML links cannot be nested. */
export const footnoteInLink: Rule = ({ draft }) => {
  const findings: Finding[] = [];
  for (const link of nodesOf(draft.tree, 'link', 'linkReference')) {
    visit(link, 'footnoteReference', (node) => {
      const name = `[^${node.label ?? node.identifier}]`;
      findings.push({
        code: 'footnote-in-link',
        range: rangeOf(node),
        message: `Unexpected footnote "${name}" inside a link, expected it after the link`,
        note: { text: `write [words](address)${name}` },
      });
    });
  }
  return findings;
};
