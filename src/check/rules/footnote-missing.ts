import type { Finding } from '../../diagnostics/diagnostic.ts';
import { nearestOfOwn } from '../../brief/nearest.ts';
import { nodesOf, rangeOf } from '../../markdown/nodes.ts';
import { swallowingBlocks } from '../../markdown/swallowed.ts';
import type { Rule } from './rule.ts';

/** Every referenced footnote is defined; otherwise readers see "[^1]". */
export const footnoteMissing: Rule = ({ draft }) => {
  const findings: Finding[] = [];
  const notes = nodesOf(draft.tree, 'footnoteDefinition');
  const defined = notes.map(({ label, identifier }) => label ?? identifier);
  const swallowed = new Set(
    swallowingBlocks(draft).flatMap(({ node }) => [...node.value.matchAll(note)].map(([, label]) => label)),
  );
  for (const node of nodesOf(draft.tree, 'text')) {
    const { start, end } = rangeOf(node);
    // Searches the source, because an escaped bracket is intended.
    for (const { 0: sign, 1: label = '', index } of draft.source.slice(start, end).matchAll(reference)) {
      // The block that includes the note is reported instead.
      if (swallowed.has(label)) continue;
      const nearest = nearestOfOwn(label, defined);
      const advice = `write the note anywhere in the brief, in a paragraph that begins with "${sign}:"`;
      findings.push({
        code: 'footnote-missing',
        range: { start: start + index, end: start + index + sign.length },
        message: `Unexpected "${sign}", expected a footnote that this brief defines`,
        note: { text: nearest === undefined ? advice : `did you mean "[^${nearest}]"? Otherwise ${advice}` },
      });
    }
  }
  return findings;
};

const reference = /(?<=(?<!\\)(?:\\\\)*)\[\^([^\][\s\\]{1,100})\]/g;
const note = /\[\^([^\][\s\\]{1,100})\]:/g;
