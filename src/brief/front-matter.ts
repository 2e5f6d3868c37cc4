import * as z from 'zod';
import { quote } from '../diagnostics/quote.ts';
import {
  complain,
  complainOfDate,
  line,
  maxAddressLength,
  slug,
  webAddress,
  type LanguageForms,
  type Unchanging,
} from './field-forms.ts';
import { isDay, isPartialDate, parseMoment } from './moment.ts';
import { aiUses, type Publication } from './publication.ts';
import { maxSlugLength } from './slug.ts';

/** Graphemes that fit everywhere a text is shown; the smallest font size of every card fits them. */
export const limits = {
  title: 200,
  /** Length that search engines show. */
  titleAdvised: 110,
  summary: { min: 40, max: 300 },
  figures: 4,
  /** Each makes pages and a feed. */
  topics: 12,
  /** Each makes a page. */
  aliases: 50,
  figureValue: 12,
  figureLabel: 60,
  slug: maxSlugLength,
  line: 300,
  url: maxAddressLength,
} as const;

/** The checked fields of a brief. */
export type FrontMatterFields = Unchanging<z.output<ReturnType<typeof frontMatterOf>>>;

/** The outputs in which a field appears. A text explains why it does not. */
export interface FieldOutputs {
  readonly page: true | string;
  /** `/briefs/<slug>.json` */
  readonly json: true | string;
  /** `/briefs/<slug>.md` */
  readonly markdown: true | string;
  /** RSS, Atom and JSON Feed. */
  readonly feed: true | string;
}

export const fieldOutputs = z.registry<FieldOutputs>();

const everywhere: FieldOutputs = { page: true, json: true, markdown: true, feed: true };

const nowhere = (reason: string): FieldOutputs => ({
  page: reason,
  json: reason,
  markdown: reason,
  feed: reason,
});

/**
 * A field with its documentation, a valid example, and its outputs. The table in `.github/docs/writing.md` and the schema
 * for editors are made from this.
 */
function field<Schema extends z.ZodType>(
  schema: Schema,
  description: string,
  example: unknown,
  outputs: Partial<FieldOutputs> = {},
): Schema {
  const described = schema.meta({ description, examples: [example] });
  fieldOutputs.add(described, { ...everywhere, ...outputs });
  return described;
}

/**
 * The fields of the front matter, all read as strings. Our own issues have a `Complaint` in `params`; zod's are worded in
 * `field-findings.ts`. Unknown fields are issues.
 */
export function frontMatterOf(publication: Publication, languages: LanguageForms) {
  const { day, partialDate } = datesOf(languages);
  const moment = z
    .string()
    .meta({ description: `ISO 8601: ${momentForms}` })
    .transform((text, context) => {
      const parsed = parseMoment(text.trim(), publication.timeZone);
      if (parsed !== undefined) return parsed;
      complainOfDate(context, text, momentForms, languages.datesMeantBy(text, true));
      return z.NEVER;
    });

  return z.strictObject({
    title: field(
      line(limits.title),
      `The headline. More than ${limits.titleAdvised} characters is a warning, more than ${limits.title} an error.`,
      'DeepSeek puts R1’s training bill at $294,000',
    ),
    summary: field(
      line(limits.summary.max, limits.summary.min),
      `What the story is about, in ${limits.summary.min} to ${limits.summary.max} characters of plain text.`,
      'The Chinese lab disclosed the figure in Nature. It is far below what U.S. rivals have reported.',
    ),
    date: field(
      moment,
      'When the brief is published (ISO 8601). Until then it is embargoed. A day without a time means midnight in the publication’s time zone.',
      '2025-09-18T09:00:00+08:00',
    ),
    updated: field(
      moment.exactOptional(),
      'When the text last changed; not before `date`.',
      '2025-09-20T12:00:00+08:00',
    ),
    topics: field(
      z.array(slug).min(1).max(limits.topics).superRefine(eachOnce('topic')),
      `1 to ${limits.topics} slugs; the first is shown with the title. Names and colours of topics are in \`briefs/_site.yaml\`.`,
      ['ai', 'chips'],
    ),
    authors: field(
      z.array(line(limits.slug)).superRefine(eachOnce('author')).default([]),
      'Ids from `briefs/_site.yaml`. Without it, the publication is the author. A program cannot be an author.',
      ['ada-lovelace'],
    ),
    ai: field(
      publication.ai === undefined ? aiUse : aiUse.default(publication.ai),
      '`none`, `assisted` or `generated`: how far a program wrote the text. It sets the label on the page, cards and feeds. Required unless `ai` in `briefs/_site.yaml` sets a default.',
      'generated',
    ),
    reviewer: field(
      line(limits.slug).exactOptional(),
      'Who reviewed the text and is responsible for it. Named with the AI label.',
      'Standards desk',
    ),
    sources: field(
      z
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
      'Where the facts come from. Each has `title` and `url`, and may have `publisher`, `date`, `accessed` and `archive` (a copy’s address). A brief without sources is a warning.',
      [
        {
          title: 'DeepSeek-R1 incentivizes reasoning in LLMs',
          url: 'https://www.nature.com/articles/s41586-025-09422-z',
          publisher: 'Nature',
          date: '2025-09-17',
          accessed: '2025-09-18',
          archive: 'https://web.archive.org/web/20250918/https://www.nature.com/articles/s41586-025-09422-z',
        },
      ],
    ),
    figures: field(
      z
        .array(z.strictObject({ value: line(limits.figureValue), label: line(limits.figureLabel) }))
        .max(limits.figures)
        .default([]),
      `Up to ${limits.figures} key numbers: \`value\` (${limits.figureValue} characters) and \`label\` (${limits.figureLabel}). The first is on the cards.`,
      [{ value: '$294,000', label: 'reported cost of training R1' }],
    ),
    watch: field(
      z
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
      'What is expected: `by` (a day) and `expect`. Later add `outcome` (`happened`, `missed` or `changed`) with a `note` or the slug of a `brief`.',
      [{ by: '2025-12-31', expect: 'A U.S. lab publishes a comparable training cost' }],
    ),
    thread: field(
      slug.exactOptional(),
      'The slug of the running story that the brief belongs to.',
      'cheap-models',
      {
        feed: 'A thread leads to other briefs; a feed has its own order.',
      },
    ),
    corrections: field(
      z.array(z.strictObject({ date: moment, note: line(limits.line * 2) })).default([]),
      'What was wrong and has been corrected, each with `date` and `note`.',
      [{ date: '2025-09-20', note: 'An earlier version gave the number of chips as 2,048.' }],
    ),
    image: field(
      z
        .strictObject({
          src: line(limits.url),
          alt: line(limits.line),
          credit: line(limits.line).exactOptional(),
        })
        .exactOptional(),
      'An image for the page and the cards: `src` (a file beside the brief), `alt` (what it shows) and `credit`.',
      { src: './pictures/lab.jpg', alt: 'Racks of servers behind a glass door', credit: 'Grace Hopper' },
    ),
    cardTitle: field(
      line(limits.titleAdvised).exactOptional(),
      `A shorter or simpler title for the cards, of at most ${limits.titleAdvised} characters. Without it, cards show \`title\`.`,
      'R1’s training bill: $294,000',
      {
        page: 'It replaces the title on cards.',
        feed: 'It replaces the title on cards.',
      },
    ),
    lang: field(
      languages.tag.prefault(publication.lang),
      'The language of the brief (BCP 47). Default: the publication’s.',
      'es',
    ),
    translationOf: field(
      slug.exactOptional(),
      'The slug of the brief that this one translates.',
      'deepseek-r1-training-cost',
      { feed: 'Each language has its own feed.' },
    ),
    status: field(
      z.enum(['published', 'draft', 'withdrawn']).default('published'),
      '`published` (default), `draft` or `withdrawn`. Drafts are shown only in `npm run dev`. A withdrawn brief needs `withdrawn`.',
      'published',
      nowhere('It decides whether the brief is published.'),
    ),
    withdrawn: field(
      z.strictObject({ date: moment, reason: line(limits.line) }).exactOptional(),
      'When and why the brief was withdrawn: `date` and `reason`. Only this notice remains at its address.',
      { date: '2025-10-01', reason: 'The paper has been retracted.' },
      {
        json: 'Only the notice on the page remains of a withdrawn brief.',
        markdown: 'Only the notice on the page remains of a withdrawn brief.',
        feed: 'Only the notice on the page remains of a withdrawn brief.',
      },
    ),
    expires: field(
      moment.exactOptional(),
      'From this moment on, page, data, Markdown and feeds say that the brief is out of date.',
      '2025-12-31',
    ),
    aliases: field(
      z.array(slug).max(limits.aliases).default([]),
      `Slugs that the brief had before, oldest first (at most ${limits.aliases}). Each redirects to the brief. The first one identifies it in feeds.`,
      ['deepseek-training-cost'],
      {
        page: 'Old addresses redirect here; the page names only its own.',
      },
    ),
  });
}

const aiUse = z.enum(aiUses);

function eachOnce(what: string) {
  return (names: readonly string[], context: z.RefinementCtx): void => {
    const seen = new Set<string>();
    for (const [at, name] of names.entries()) {
      if (seen.has(name))
        complain(context, 'field-value', `second ${quote(name)}`, `each ${what} once`, { path: [at] });
      seen.add(name);
    }
  };
}

const momentForms = 'year, month and day as 2025-09-18, or with the time as 2025-09-18T09:00:00+08:00';

function datesOf({ datesMeantBy }: LanguageForms) {
  const dateOf = (isRight: (text: string) => boolean, forms: string) =>
    z
      .string()
      .meta({ description: forms })
      .superRefine((text, context) => {
        if (!isRight(text)) complainOfDate(context, text, forms, datesMeantBy(text, false));
      });
  return {
    day: dateOf(isDay, 'year, month and day as 2025-09-18'),
    partialDate: dateOf(isPartialDate, 'a day, a month or a year as 2025-09-18, 2025-09 or 2025'),
  };
}
