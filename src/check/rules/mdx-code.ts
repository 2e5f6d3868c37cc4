import type { Finding, Range } from '../../diagnostics/diagnostic.ts';
import { quote } from '../../diagnostics/quote.ts';
import { nodesOf, rangeOf } from '../../markdown/nodes.ts';
import type { Rule } from './rule.ts';

/** An `.mdx` brief or standing page is data: code in it is never run. */
export const mdxCode: Rule = ({ draft }) => {
  const findings: Finding[] = [];
  const report = (range: Range, expected: string, text: string): void => {
    const found = quote(draft.source.slice(range.start, range.end));
    const message = `Unexpected code ${found}, expected ${expected}`;
    findings.push({ code: 'mdx-code', range, message, note: { text } });
  };
  for (const node of nodesOf(draft.tree, 'mdxjsEsm')) {
    report(
      rangeOf(node),
      'text',
      'components need no import; start a paragraph of text with another word than "import" or "export", or with a capital letter',
    );
  }
  for (const node of nodesOf(draft.tree, 'mdxFlowExpression', 'mdxTextExpression')) {
    report(
      rangeOf(node),
      'text',
      node.value.trimStart().startsWith('/*')
        ? 'delete the comment'
        : 'put a backslash before "{" to show the character itself',
    );
  }
  for (const { attributes } of nodesOf(draft.tree, 'mdxJsxFlowElement', 'mdxJsxTextElement')) {
    for (const attribute of attributes) {
      if (attribute.type === 'mdxJsxAttribute' && typeof attribute.value !== 'object') continue;
      if (attribute.type === 'mdxJsxAttribute' && attribute.value === null) continue;
      report(rangeOf(attribute), 'a value in quotation marks', 'write the value itself, as name="value"');
    }
  }
  return findings;
};
