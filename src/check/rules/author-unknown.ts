import { rangeOfField } from '../../markdown/field-places.ts';
import { isProgram } from '../../brief/program-name.ts';
import { nearestOf } from '../../brief/nearest.ts';
import { slugFromTitle } from '../../brief/slug-from-title.ts';
import { quoted } from '../../brief/text-fields.ts';
import type { Rule } from './rule.ts';

/** Every author is declared in the settings, with name and address. */
export const authorUnknown: Rule = function* ({ draft, fields, publication }) {
  const { frontMatter } = draft;
  if (!frontMatter) return;
  const known = Object.keys(publication.authors);
  for (const [at, author] of (fields.authors ?? []).entries()) {
    if (known.includes(author) || isProgram(author)) continue;
    const nearest = nearestOf(author, known) ?? known.find((id) => publication.authors[id]?.name === author);
    yield {
      code: 'author-unknown',
      range: rangeOfField(frontMatter, ['authors', at]),
      message: `Unexpected author "${author}", expected an id from \`authors\` in briefs/_site.yaml`,
      note: { text: nearest === undefined ? howToAdd(author) : `did you mean "${nearest}"?` },
    };
  }
};

function howToAdd(author: string): string {
  const id = slugFromTitle(author, 'en') ?? 'id';
  const name =
    author === id
      ? id.replaceAll(/(?<=^|-)[a-z]/g, (letter) => letter.toUpperCase()).replaceAll('-', ' ')
      : author;
  const here = author === id ? '' : `, and write ${id} here`;
  return `add \`${id}: { name: ${quoted(name)} }\` to \`authors\` in briefs/_site.yaml${here}`;
}
