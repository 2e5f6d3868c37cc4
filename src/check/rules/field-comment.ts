import { isScalar, visit } from 'yaml';
import { quote } from '../../diagnostics/quote.ts';
import { quoted, textFields } from '../../brief/text-fields.ts';
import type { Rule } from './rule.ts';

/** In YAML, an unquoted text ends at " #", and the rest would silently be missing. */
export const fieldComment: Rule = function* ({ draft: { frontMatter, source } }) {
  if (!frontMatter || frontMatter.document.errors.length > 0) return;
  const ends: { name: string; start: number; end: number }[] = [];
  visit(frontMatter.document, {
    Pair: (_, { key, value }) => {
      if (!isScalar<string>(key) || !textFields.has(key.value)) return;
      if (!isScalar(value) || value.type !== 'PLAIN' || !value.range) return;
      const [start, end] = value.range;
      ends.push({ name: key.value, start: frontMatter.offset + start, end: frontMatter.offset + end });
    },
  });
  for (const { name, start, end } of ends) {
    const [comment, space = ''] = /^([ \t]*)#[^\r\n]*/.exec(source.slice(end, end + maxLineLength)) ?? [];
    if (comment === undefined) continue;
    const whole = source.slice(start, end) + comment.trimEnd();
    yield {
      code: 'field-comment',
      range: { start: end + space.length, end: end + comment.trimEnd().length },
      message: `Unexpected comment in the line of ${quote(name)}, expected text: YAML reads no further than "#"`,
      note: {
        text: `put the whole value in quotation marks${/[\r\n]/.test(whole) ? '' : `: ${name}: ${quoted(whole.trim())}`}; put a comment on its own line`,
      },
    };
  }
};

/** Longer than any field allows. */
const maxLineLength = 2000;
