import { visit } from 'unist-util-visit';
import type { Finding } from '../../diagnostics/diagnostic.ts';
import { quote } from '../../diagnostics/quote.ts';
import { readLink } from '../links.ts';
import { rangeOf } from '../parse.ts';
import { imageIdentifiers } from '../images.ts';
import type { Rule } from './rule.ts';

/** A link leads to the web, to another brief or to a heading: no script, no file, nothing outside the briefs. */
export const linkAddress: Rule = ({ draft }) => {
  const findings: Finding[] = [];
  const pictures = imageIdentifiers(draft.tree);
  visit(draft.tree, ['link', 'definition'], (node) => {
    if (node.type !== 'link' && node.type !== 'definition') return;
    if (node.type === 'definition' && pictures.has(node.identifier)) return;
    const link = readLink(node.url, draft);
    if (link.kind !== 'refused') return;
    findings.push({
      code: 'link-address',
      range: rangeOf(node),
      message: `Unexpected address ${quote(node.url)}, expected one of the web, of another brief or of a heading`,
      note: { text: link.reason },
    });
  });
  return findings;
};
