import type { Finding } from '../../diagnostics/diagnostic.ts';
import { nearestOfOwn } from '../../brief/nearest.ts';
import { nodesOf, rangeOf } from '../../markdown/nodes.ts';
import type { Rule } from './rule.ts';

/** Every reference of a link or image is defined; otherwise readers see "[text][name]". */
export const referenceMissing: Rule = ({ draft }) => {
  const findings: Finding[] = [];
  const definitions = nodesOf(draft.tree, 'definition');
  const defined = definitions.map(({ label, identifier }) => label ?? identifier);
  for (const node of nodesOf(draft.tree, 'text')) {
    const { start, end } = rangeOf(node);
    for (const { 0: sign, 1: name = '', index } of draft.source.slice(start, end).matchAll(reference)) {
      const nearest = nearestOfOwn(name, defined);
      findings.push({
        code: 'reference-missing',
        range: { start: start + index, end: start + index + sign.length },
        message: `Unexpected link reference "${name}", expected one that this brief defines`,
        note: {
          text:
            nearest === undefined
              ? `write its address on its own line: "[${name}]: https://…"`
              : `did you mean "${nearest}"?`,
        },
      });
    }
  }
  return findings;
};

/** Excludes indexes, "f[0][1]". */
const reference =
  /(?<=(?<!\\)(?:\\\\)*)!?(?!\[\d+\]\[\d+\])\[[^\][\\^\n][^\][\\\n]{0,200}\]\[([^\][\\\s^][^\][\\\n]{0,100})\]/g;
