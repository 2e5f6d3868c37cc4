import { limits } from '../brief/front-matter.ts';
import { aiUses, type Publication } from '../brief/publication.ts';

/** The names of the sections in a draft, in order. */
export const draftSections = [
  'whats_happening',
  'why_its_important',
  'whats_next',
  'beyond_the_headlines',
] as const;

/**
 * The JSON Schema of a whole brief for the structured output of models. Their strict modes want every property required and no
 * other, and refuse keywords such as `format`, `pattern`, `minLength` and `default`, so limits are in the descriptions.
 */
export function draftJsonSchema({ lang, topics }: Publication): object {
  const known = Object.keys(topics);
  return object('An explainer brief in four sections', {
    title: text(`The headline, at most ${limits.titleAdvised} characters of plain text`),
    summary: text(
      `What the story is about, in ${limits.summary.min} to ${limits.summary.max} characters of plain text, in the third person`,
    ),
    date: optional(
      'When the brief is published, as 2025-09-18 or 2025-09-18T09:00:00+08:00; null if unknown',
    ),
    lang: optional(`The language of the text (BCP 47); null for ${lang}`),
    topics: list(
      text(
        `A topic in lower-case letters a-z, digits and single hyphens${known.length > 0 ? `, if possible one of: ${known.join(', ')}` : ''}`,
      ),
      `1 to ${limits.topics} topics, the most important first`,
    ),
    ai: { type: 'string', enum: [...aiUses], description: 'How far a program wrote the text' },
    sections: object(
      'The four sections in Markdown, without their headings, HTML, or words to the reader of this answer',
      {
        [draftSections[0]]: text('What happened, who did it, when and where. Link each claim to a source'),
        [draftSections[1]]: text('Whom it affects, and how'),
        [draftSections[2]]: text('What is expected, with dates'),
        [draftSections[3]]: text('What lies behind it: history, context, other views'),
      },
    ),
    sources: list(
      object('A source that the text cites', {
        title: text('The title of the document or article'),
        url: text('Its address, which begins with https://'),
        publisher: optional('Who published it; null if unknown'),
        date: optional('When it was published, as 2025-09-18, 2025-09 or 2025; null if unknown'),
      }),
      'Where the facts come from',
    ),
    figures: list(
      object('A key number', {
        value: text(`The number with its unit, at most ${limits.figureValue} characters`),
        label: text(`What it counts, at most ${limits.figureLabel} characters`),
      }),
      `Up to ${limits.figures} key numbers; an empty list if there are none`,
    ),
    watch: list(
      object('Something expected', {
        by: text('The day by which it is expected, as 2025-12-31'),
        expect: text('What is expected, in one sentence'),
      }),
      'What is expected, with days; an empty list if there are none',
    ),
  });
}

function text(description: string): object {
  return { type: 'string', description };
}

function optional(description: string): object {
  return { type: ['string', 'null'], description };
}

function list(items: object, description: string): object {
  return { type: 'array', items, description };
}

function object(description: string, properties: Readonly<Record<string, object>>): object {
  return {
    type: 'object',
    description,
    properties,
    required: Object.keys(properties),
    additionalProperties: false,
  };
}
