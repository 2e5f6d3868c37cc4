import * as z from 'zod';
import type { Publication } from '../brief/publication.ts';
import { frontMatterSchema } from '../markdown/schema.ts';

/**
 * The front matter as a JSON Schema (2020-12), for editors. It is wider than the checker: lengths count code points
 * and not graphemes, and an unquoted number is a text, as the checker reads it.
 */
export function frontMatterJsonSchema(publication: Publication): object {
  const schema = z.toJSONSchema(frontMatterSchema(publication), {
    io: 'input',
    unrepresentable: 'any',
    override: ({ jsonSchema }) => {
      if (jsonSchema.type === 'string' && jsonSchema.enum === undefined) {
        Object.assign(jsonSchema, { type: ['string', 'number'] });
      }
    },
  });
  const { properties = {}, ...rest } = schema;
  return {
    ...rest,
    title: 'Front matter of a brief',
    properties: Object.fromEntries(
      Object.entries(properties).map(([name, field]) => [
        name,
        typeof field === 'object' ? { ...field, description: descriptions[name] } : field,
      ]),
    ),
  };
}

/** What an editor shows beside a field. */
const descriptions: Readonly<Record<string, string>> = {
  title: 'The headline: up to 110 characters, which is what search engines show; over 200 is an error.',
  summary: 'What is the story about? 40 to 300 characters of plain text.',
  date: 'When it is published: ISO 8601. A day alone begins at 00:00 in the time zone of the publication; in the future it is embargoed.',
  updated: 'When the text last changed; not before the date.',
  topics: 'At least one slug. The names of topics stand in briefs/_site.yaml.',
  authors: 'Ids from briefs/_site.yaml; without them the publication is the author. A program is no author.',
  ai: 'How far a program wrote the text. It drives the label on page, card and feed, and the structured data.',
  reviewer: 'Who reviewed the text and answers for it; named with the label.',
  sources: 'Where the facts come from.',
  figures: 'Up to four key numbers, on the page and on the card.',
  watch: 'What is expected, by when; later how it turned out.',
  thread: 'Slug of the running story that this brief belongs to.',
  corrections: 'What was wrong and is put right, each with its date.',
  image: 'A picture for the page and the card.',
  lang: 'Language of the brief, BCP 47.',
  translationOf: 'Slug of the brief that this one translates.',
  status: 'A draft is not published; a withdrawn brief leaves a notice at its address.',
  withdrawn: 'When and why the brief was withdrawn.',
  expires: 'From this moment the page and the feeds say that it is out of date.',
  aliases: 'Slugs that the brief had before, oldest first; each redirects.',
};
