import { rangeOfField } from '../field-findings.ts';
import type { Rule } from './rule.ts';

const programs =
  /^(?:an?\s+)?(?:ai|a\.i\.|artificial intelligence|chat-?gpt|gpt(?:-?\d.*)?|openai|claude|anthropic|gemini|bard|copilot|llama|mistral|deepseek|grok|perplexity|(?:ai|language)[ -](?:model|assistant|generated|writer)|llm|bot|robot|machine)(?:\s+\d[\w.]*)?$/i;

/** A program is no author: it can answer for nothing. Who reviewed the text is named instead. */
export const authorProgram: Rule = function* ({ draft, fields }) {
  const { frontMatter } = draft;
  if (!frontMatter) return;
  for (const [at, author] of (fields.authors ?? []).entries()) {
    if (!programs.test(author)) continue;
    yield {
      code: 'author-program',
      range: rangeOfField(frontMatter, ['authors', at]),
      message: `Unexpected author "${author}", expected a person or an organization`,
      note: {
        text: 'say `ai: generated` or `ai: assisted`, and name the person who answers for the text as `reviewer`',
      },
    };
  }
  if (fields.reviewer !== undefined && programs.test(fields.reviewer)) {
    yield {
      code: 'author-program',
      range: rangeOfField(frontMatter, ['reviewer']),
      message: `Unexpected reviewer "${fields.reviewer}", expected a person or a desk`,
      note: { text: 'name who read the text and answers for it, or leave the field out' },
    };
  }
};

/** Whether the name is that of a program. */
export function isProgram(name: string): boolean {
  return programs.test(name);
}
