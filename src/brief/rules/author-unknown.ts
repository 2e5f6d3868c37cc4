import { rangeOfField } from '../field-places.ts';
import { isProgram } from './author-program.ts';
import { nearestOf } from '../nearest.ts';
import type { Rule } from './rule.ts';

/** Every author is one of `site.ts`, where the name and address behind the id stand. */
export const authorUnknown: Rule = function* ({ draft, fields, publication }) {
  const { frontMatter } = draft;
  if (!frontMatter) return;
  const known = Object.keys(publication.authors);
  for (const [at, author] of (fields.authors ?? []).entries()) {
    if (known.includes(author) || isProgram(author)) continue;
    const nearest = nearestOf(author, known);
    yield {
      code: 'author-unknown',
      range: rangeOfField(frontMatter, ['authors', at]),
      message: `Unexpected author "${author}", expected an id from \`authors\` in src/site.ts`,
      note: {
        text:
          nearest === undefined
            ? 'add the author there, or leave the field out'
            : `did you mean "${nearest}"?`,
      },
    };
  }
};
