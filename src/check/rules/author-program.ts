import { isProgram } from '../../brief/program-name.ts';
import { rangeOfField } from '../../markdown/field-places.ts';
import type { Rule } from './rule.ts';

/** A program cannot be an author, since it cannot take responsibility. The reviewer is named instead. */
export const authorProgram: Rule = function* ({ draft, fields, publication }) {
  const { frontMatter } = draft;
  if (!frontMatter) return;
  for (const [at, author] of (fields.authors ?? []).entries()) {
    const { name } = (Object.hasOwn(publication.authors, author) && publication.authors[author]) || {
      name: author,
    };
    if (!isProgram(author) && !isProgram(name)) continue;
    yield {
      code: 'author-program',
      range: rangeOfField(frontMatter, ['authors', at]),
      message: `Unexpected author "${name}", expected a person or an organization`,
      note: {
        text: 'set `ai: generated` or `ai: assisted`, and name the person responsible for the text as `reviewer`',
      },
    };
  }
  if (fields.reviewer !== undefined && isProgram(fields.reviewer)) {
    yield {
      code: 'author-program',
      range: rangeOfField(frontMatter, ['reviewer']),
      message: `Unexpected reviewer "${fields.reviewer}", expected a person or a desk`,
      note: { text: 'name who read the text and is responsible for it, or remove the field' },
    };
  }
};
