import * as z from 'zod';
import type { Code } from '../diagnostics/codes.ts';
import { quote } from '../diagnostics/quote.ts';
import { countGraphemes } from './count.ts';
import { languageOf, languages } from './languages/languages.ts';
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
 * The front matter's fields, all read as strings. An issue of our own carries a `Complaint` in `params`;
 * zod's own issues are named in `field-findings.ts`. An unknown field is an issue, never dropped.
 */
export function frontMatterSchema(publication: Publication) {
  const moment = z
    .string()
    .meta({ description: 'ISO 8601, such as 2025-09-18 or 2025-09-18T09:00:00+08:00' })
    .transform((text, context) => {
      const parsed = parseMoment(text.trim(), publication.timeZone);
      if (parsed !== undefined) return parsed;
      complain(
        context,
        'field-date',
        `date ${quote(text)}`,
        'a day that exists, such as 2025-09-18 or 2025-09-18T09:00:00+08:00',
      );
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
      .superRefine((topics, context) => {
        for (const [at, topic] of topics.entries()) {
          if (topics.indexOf(topic) < at)
            complain(context, 'field-value', `second ${quote(topic)}`, 'each topic once', [at]);
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
    lang: languageTag.default(publication.lang),
    translationOf: slug.exactOptional(),
    status: z.enum(['published', 'draft', 'withdrawn']).default('published'),
    withdrawn: z.strictObject({ date: moment, reason: line(limits.line) }).exactOptional(),
    expires: moment.exactOptional(),
    aliases: z.array(slug).default([]),
  });
}

const aiUse = z.enum(['none', 'assisted', 'generated']);

const slug = checked(
  (text) => slugPattern.test(text) && text.length <= limits.slug,
  'field-slug',
  'slug',
  `lower-case letters a-z, digits and single hyphens, at most ${limits.slug} characters`,
);

const day = checked(isDay, 'field-date', 'date', 'a day that exists, such as 2025-09-18');

const partialDate = checked(
  isPartialDate,
  'field-date',
  'date',
  'a day, a month or a year that exists, such as 2025-09',
);

const webAddress = checked(
  isWebAddress,
  'field-url',
  'address',
  'a whole one that begins with https:// or http://',
);

const languageTag = checked(
  (tag) => languageOf(tag) !== undefined,
  'field-language',
  'language',
  `one that the site speaks: ${languages.map(({ code }) => code).join(', ')}`,
);

function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s<>"]+$/.test(text) && text.length <= limits.url && URL.canParse(text);
}

/** A text of a certain form; what is wrong is told by its code and in words. */
function checked(isRight: (text: string) => boolean, code: Code, kind: string, expected: string) {
  return z
    .string()
    .meta({ description: expected })
    .superRefine((text, context) => {
      if (!isRight(text)) complain(context, code, `${kind} ${quote(text)}`, expected);
    });
}

/** One paragraph of plain text: white space folded, length in graphemes. */
function line(most: number, least = 1) {
  return z
    .string()
    .meta({ minLength: least, maxLength: most })
    .transform((text, context) => {
      const folded = text.replace(/\s+/g, ' ').trim();
      const length = countGraphemes(folded);
      if (length === 0) complain(context, 'field-missing', 'empty value', 'text');
      else if (length < least) complain(context, 'field-length', lengthOf(length), `at least ${least}`);
      else if (length > most) complain(context, 'field-length', lengthOf(length), `at most ${most}`);
      return folded;
    });
}

function lengthOf(characters: number): string {
  return `${characters} ${characters === 1 ? 'character' : 'characters'}`;
}

/** What `field-findings.ts` makes a sentence of, with the name of the field. */
function complain(
  context: z.RefinementCtx,
  code: Code,
  found: string,
  expected: string,
  path: (string | number)[] = [],
): void {
  context.addIssue({ code: 'custom', path, params: { code, found, expected } satisfies Complaint });
}

/** An issue of our own: "Unexpected `found` in the field, expected `expected`". */
export interface Complaint {
  readonly code: Code;
  readonly found: string;
  readonly expected: string;
}
