import type { Finding } from '../../diagnostics/diagnostic.ts';
import { nearestOfOwn } from '../../brief/nearest.ts';
import { nodesOf, rangeOf } from '../../markdown/nodes.ts';
import { swallowingBlocks } from '../../markdown/swallowed.ts';
import type { Rule } from './rule.ts';

/** Every footnote that the text refers to is written somewhere: without it readers see the bare "[^1]". */
export const footnoteMissing: Rule = ({ draft }) => {
  const findings: Finding[] = [];
  const notes = nodesOf(draft.tree, 'footnoteDefinition');
  const defined = notes.map(({ label, identifier }) => label ?? identifier);
  const swallowed = new Set(
    swallowingBlocks(draft).flatMap(({ node }) => [...node.value.matchAll(note)].map(([, label]) => label)),
  );
  for (const node of nodesOf(draft.tree, 'text')) {
    const { start, end } = rangeOf(node);
    // The file and not the text: a backslash before the bracket says that it is meant as it stands.
    for (const { 0: sign, 1: label = '', index } of draft.source.slice(start, end).matchAll(reference)) {
      // The block that took in the note is what is wrong.
      if (swallowed.has(label)) continue;
      const nearest = nearestOfOwn(label, defined);
      const advice = `write the note anywhere in the brief, in a paragraph that begins with "${sign}:"`;
      findings.push({
        code: 'footnote-missing',
        range: { start: start + index, end: start + index + sign.length },
        message: `Unexpected "${sign}", expected a footnote that this brief defines`,
        note: { text: nearest === undefined ? advice : `did you mean "[^${nearest}]"? Else ${advice}` },
      });
    }
  }
  return findings;
};

const reference = /(?<=(?<!\\)(?:\\\\)*)\[\^([^\][\s\\]{1,100})\]/g;
const note = /\[\^([^\][\s\\]{1,100})\]:/g;
