import type { FootnoteDefinition } from 'mdast';
import type { Finding, Range } from '../../diagnostics/diagnostic.ts';
import type { Draft } from '../../markdown/draft.ts';
import { isWithin, nodesOf, rangeOf } from '../../markdown/nodes.ts';
import type { Rule } from './rule.ts';

/** Every footnote is referenced and defined once; unreferenced ones are never shown. */
export const footnoteUnused: Rule = ({ draft }) => {
  const findings: Finding[] = [];
  const references = nodesOf(draft.tree, 'footnoteReference');
  const first = new Map<string, Range>();
  for (const node of nodesOf(draft.tree, 'footnoteDefinition')) {
    const range = rangeOfLabel(node, draft);
    const earlier = first.get(node.identifier);
    const label = node.label ?? node.identifier;
    if (earlier) {
      findings.push({
        code: 'footnote-unused',
        range,
        message: `Unexpected second footnote "[^${label}]", expected each once; this one is never shown`,
        note: {
          text: 'the first is at {place}; rename one of the two',
          at: { file: draft.file, range: earlier },
        },
      });
      continue;
    }
    first.set(node.identifier, range);
    const isReferred = references.some(
      (reference) => reference.identifier === node.identifier && !isWithin(rangeOf(reference), rangeOf(node)),
    );
    if (isReferred) continue;
    findings.push({
      code: 'footnote-unused',
      range,
      message: `Unexpected footnote "[^${label}]" that nothing refers to; it is never shown`,
      note: { text: `write "[^${label}]" where the text needs the note, or delete the note` },
    });
  }
  return findings;
};

function rangeOfLabel(node: FootnoteDefinition, { source }: Draft): Range {
  const { start, end } = rangeOf(node);
  const colon = source.indexOf(']:', start);
  return { start, end: colon < 0 ? end : colon + 2 };
}
