import * as z from 'zod';
import { quote } from '../diagnostics/quote.ts';
import {
  complain,
  complainOfDate,
  languageTag,
  line,
  longestAddress,
  slug,
  webAddress,
} from './field-forms.ts';
import { isDay, isPartialDate, parseMoment } from '../brief/moment.ts';
import type { Publication } from '../brief/publication.ts';
import { longestSlug } from '../brief/slug.ts';

/** Graphemes that fit everywhere a text is shown; the smallest step of every card is made for them. */
export const limits = {
  title: 200,
  /** What search engines show of a headline. */
  titleAdvised: 110,
  summary: { least: 40, most: 300 },
  figures: 4,
  /** Each makes pages and a feed of its own. */
  topics: 12,
  /** Each makes a page. */
  aliases: 50,
  figureValue: 12,
  figureLabel: 60,
  slug: longestSlug,
  line: 300,
  url: longestAddress,
} as const;

export type FrontMatterFields = z.output<ReturnType<typeof frontMatterSchema>>;

/**
 * The front matter's fields, all read as strings. An issue of our own carries a `Complaint` in `params`;
 * zod's own issues are named in `field-findings.ts`. An unknown field is an issue, never dropped.
 */
export function frontMatterSchema(publication: Publication) {
  const moment = z
    .string()
    .meta({ description: `ISO 8601: ${momentForms}` })
    .transform((text, context) => {
      const parsed = parseMoment(text.trim(), publication.timeZone);
      if (parsed !== undefined) return parsed;
      complainOfDate(context, text, momentForms);
      return z.NEVER;
    });

  return z.strictObject({
    title: line(limits.title),
    summary: line(limits.summary.most, limits.summary.least),
    date: moment,
    updated: moment.exactOptional(),
    topics: z
      .array(slug)
      .min(1)
      .max(limits.topics)
      .superRefine((topics, context) => {
        for (const [at, topic] of topics.entries()) {
          if (topics.indexOf(topic) < at)
            complain(context, 'field-value', `second ${quote(topic)}`, 'each topic once', { path: [at] });
        }
      }),
    authors: z.array(line(limits.slug)).default([]),
    ai: publication.ai === undefined ? aiUse : aiUse.default(publication.ai),
    reviewer: line(limits.slug).exactOptional(),
    sources: z
      .array(
        z.strictObject({
          title: line(limits.line),
          url: webAddress,
          publisher: line(limits.line).exactOptional(),
          date: partialDate.exactOptional(),
          accessed: day.exactOptional(),
          archive: webAddress.exactOptional(),
        }),
      )
      .default([]),
    figures: z
      .array(z.strictObject({ value: line(limits.figureValue), label: line(limits.figureLabel) }))
      .max(limits.figures)
      .default([]),
    watch: z
      .array(
        z.strictObject({
          by: day,
          expect: line(limits.line),
          outcome: z.enum(['happened', 'missed', 'changed']).exactOptional(),
          note: line(limits.line).exactOptional(),
          brief: slug.exactOptional(),
        }),
      )
      .default([]),
    thread: slug.exactOptional(),
    corrections: z.array(z.strictObject({ date: moment, note: line(limits.line * 2) })).default([]),
    image: z
      .strictObject({
        src: line(limits.url),
        alt: line(limits.line),
        credit: line(limits.line).exactOptional(),
      })
      .exactOptional(),
    lang: languageTag.prefault(publication.lang),
    translationOf: slug.exactOptional(),
    status: z.enum(['published', 'draft', 'withdrawn']).default('published'),
    withdrawn: z.strictObject({ date: moment, reason: line(limits.line) }).exactOptional(),
    expires: moment.exactOptional(),
    aliases: z.array(slug).max(limits.aliases).default([]),
  });
}

const aiUse = z.enum(['none', 'assisted', 'generated']);

const momentForms = 'year, month and day as 2025-09-18, or with the time as 2025-09-18T09:00:00+08:00';

const day = dateOf(isDay, 'year, month and day as 2025-09-18');

const partialDate = dateOf(isPartialDate, 'a day, a month or a year as 2025-09-18, 2025-09 or 2025');

function dateOf(isRight: (text: string) => boolean, forms: string) {
  return z
    .string()
    .meta({ description: forms })
    .superRefine((text, context) => {
      if (!isRight(text)) complainOfDate(context, text, forms);
    });
}
