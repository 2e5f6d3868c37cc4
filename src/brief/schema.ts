import * as z from 'zod';
import type { Code } from '../diagnostics/codes.ts';
import { countGraphemes } from './count.ts';
import { languageOf } from './languages/languages.ts';
import { isDay, isPartialDate, parseMoment } from './moment.ts';
import type { Publication } from './publication.ts';
import { longestSlug, slugPattern } from './slug.ts';

/** Graphemes that fit everywhere a text is shown; the smallest step of every card is made for them. */
export const limits = {
  title: 200,
  /** What search engines show of a headline. */
  titleAdvised: 110,
  summary: { least: 40, most: 300 },
  figures: 4,
  figureValue: 12,
  figureLabel: 60,
  slug: longestSlug,
  line: 300,
  url: 2000,
} as const;

export type FrontMatterFields = z.output<ReturnType<typeof frontMatterSchema>>;

/**
 * The front matter's fields, all read as strings. An issue of our own carries its diagnostic code in `params`;
 * zod's own issues are named in `field-findings.ts`. An unknown field is an issue, never dropped.
 */
export function frontMatterSchema(publication: Publication) {
  const moment = z.string().transform((text, context) => {
    const parsed = parseMoment(text.trim(), publication.timeZone);
    if (parsed !== undefined) return parsed;
    complain(
      context,
      'field-date',
      `Unexpected date "${text}", expected ISO 8601 such as 2025-09-18 or 2025-09-18T09:00:00+08:00`,
    );
    return z.NEVER;
  });

  return z.strictObject({
    title: line(limits.title),
    summary: line(limits.summary.most, limits.summary.least),
    date: moment,
    updated: moment.exactOptional(),
    topics: z.array(slug).min(1),
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
    lang: languageTag.default(publication.lang),
    translationOf: slug.exactOptional(),
    status: z.enum(['published', 'draft', 'withdrawn']).default('published'),
    withdrawn: z.strictObject({ date: moment, reason: line(limits.line) }).exactOptional(),
    expires: moment.exactOptional(),
    aliases: z.array(slug).default([]),
  });
}

const aiUse = z.enum(['none', 'assisted', 'generated']);

const slug = z.string().refine((text) => slugPattern.test(text) && text.length <= limits.slug, {
  error: ({ input }) =>
    `Unexpected "${String(input)}", expected lower-case letters, digits and single hyphens, at most ${limits.slug}`,
  params: { code: 'field-slug' },
});

const day = z.string().refine(isDay, {
  error: ({ input }) => `Unexpected date "${String(input)}", expected a day such as 2025-09-18`,
  params: { code: 'field-date' },
});

const partialDate = z.string().refine(isPartialDate, {
  error: ({ input }) =>
    `Unexpected date "${String(input)}", expected a day, a month or a year such as 2025-09`,
  params: { code: 'field-date' },
});

const webAddress = z.string().refine(isWebAddress, {
  error: ({ input }) =>
    `Unexpected address "${String(input)}", expected one that begins with https:// or http://`,
  params: { code: 'field-url' },
});

const languageTag = z.string().refine((tag) => languageOf(tag) !== undefined, {
  error: ({ input }) =>
    `Unexpected language "${String(input)}", expected one of the languages that the site speaks`,
  params: { code: 'field-language' },
});

function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s<>"]+$/.test(text) && text.length <= limits.url && URL.canParse(text);
}

/** One paragraph of plain text: white space folded, length in graphemes. */
function line(most: number, least = 1) {
  return z.string().transform((text, context) => {
    const folded = text.replace(/\s+/g, ' ').trim();
    const length = countGraphemes(folded);
    if (length === 0) complain(context, 'field-missing', 'Unexpected empty value, expected text');
    else if (length < least)
      complain(context, 'field-length', `Unexpected ${length} characters, expected at least ${least}`);
    else if (length > most)
      complain(context, 'field-length', `Unexpected ${length} characters, expected at most ${most}`);
    return folded;
  });
}

function complain(context: z.RefinementCtx, code: Code, message: string): void {
  context.addIssue({ code: 'custom', message, params: { code } });
}
