import { visit } from 'unist-util-visit';
import type { Finding } from '../../diagnostics/diagnostic.ts';
import { rangeOf } from '../parse.ts';
import type { Rule } from './rule.ts';

/** Every picture says in words what it shows, for readers who do not see it (WCAG 2.2, 1.1.1). */
export const imageAlt: Rule = ({ draft }) => {
  const findings: Finding[] = [];
  visit(draft.tree, ['image', 'imageReference'], (node) => {
    if ((node.type !== 'image' && node.type !== 'imageReference') || (node.alt ?? '').trim() !== '') return;
    findings.push({
      code: 'image-alt',
      range: rangeOf(node),
      message: 'Unexpected picture without a description, expected words between "![" and "]"',
    });
  });
  return findings;
};
