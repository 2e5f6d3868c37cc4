import * as z from 'zod';
import type { Addresses } from '../brief/addresses.ts';
import { aiLabel } from '../languages/ai-label.ts';
import type { Brief, CardReference, Listing } from '../brief/brief.ts';
import { bylineOf } from '../brief/byline.ts';
import { newestChange } from '../brief/dates.ts';
import { tagUri } from '../brief/identity.ts';
import type { Language } from '../languages/language.ts';
import { outOfDateText } from '../languages/out-of-date.ts';
import type { Publication } from '../brief/publication.ts';
import { namedTopics, threadName } from '../brief/topics.ts';

/** Increased when a field is removed or changes its meaning, not when one is added. */
export const dataVersion = 1;
/** Briefs in each file of the index. */
export const indexSize = 500;

const moment = z.string().describe('ISO 8601 with the offset of the publication’s time zone');
const named = z.object({ slug: z.string(), name: z.string() });

const head = {
  id: z
    .string()
    .describe('A tag: URI that never changes, even after edits and renames; the same as in the feeds'),
  url: z.url(),
  title: z.string(),
  summary: z.string().describe('Plain text'),
  language: z.string().describe('BCP 47'),
  published: moment,
  modified: moment.describe('When it was last published, updated or corrected'),
  topics: z.array(named),
};

const cardSchema = z.object({
  url: z.url(),
  type: z.string(),
  width: z.int(),
  height: z.int(),
  alt: z.string(),
});

/** A brief as data: everything on its page, as text and as HTML with absolute addresses. */
const briefSchema = z.object({
  $schema: z.url(),
  version: z.literal(dataVersion),
  ...head,
  cardTitle: z.string().optional().describe('What the cards show in place of the title'),
  authors: z.array(z.object({ name: z.string(), url: z.url().optional() })),
  ai: z.object({
    use: z.enum(['none', 'assisted', 'generated']),
    label: z.string().optional().describe('As readers see it, in the language of the brief'),
    reviewer: z.string().optional(),
  }),
  words: z.int(),
  minutes: z.int().describe('Time to read it'),
  figures: z.array(z.object({ value: z.string(), label: z.string() })),
  sections: z
    .array(z.object({ id: z.string(), heading: z.string(), text: z.string(), html: z.string() }))
    .length(4)
    .describe('Text has one paragraph, list item or table row on a line'),
  notes: z.string().optional().describe('HTML of the footnotes'),
  markdown: z.string().describe('The sections and notes in Markdown, without HTML'),
  sources: z.array(
    z.object({
      title: z.string(),
      url: z.string(),
      publisher: z.string().optional(),
      date: z.string().optional().describe('YYYY, YYYY-MM or YYYY-MM-DD'),
      accessed: z.string().optional(),
      archive: z.string().optional(),
    }),
  ),
  watch: z.array(
    z.object({
      by: z.string(),
      expect: z.string(),
      outcome: z.enum(['happened', 'missed', 'changed']).optional(),
      note: z.string().optional(),
      brief: z.string().optional().describe('Slug of the brief that reports the outcome'),
    }),
  ),
  corrections: z.array(z.object({ date: moment, note: z.string() })),
  thread: named.optional(),
  translationOf: z.string().optional().describe('Slug of the original'),
  aliases: z.array(z.string()).optional().describe('Slugs that the brief had before, oldest first'),
  expires: moment.optional(),
  outOfDate: z
    .string()
    .optional()
    .describe('What readers see from the moment in `expires`, in the language of the brief'),
  image: z
    .object({
      url: z.url(),
      alt: z.string(),
      credit: z.string().optional(),
      width: z.int(),
      height: z.int(),
    })
    .optional(),
  cards: z.array(cardSchema),
  carousel: z
    .object({ document: z.url().describe('A PDF of the slides'), slides: z.array(cardSchema) })
    .optional(),
});

/** A page of the list of all briefs, newest first. */
const indexSchema = z.object({
  $schema: z.url(),
  version: z.literal(dataVersion),
  total: z.int().describe('Briefs on all pages'),
  next: z.url().optional(),
  briefs: z.array(z.object({ ...head, json: z.url() })),
});

export type BriefData = z.infer<typeof briefSchema>;
export type IndexData = z.infer<typeof indexSchema>;

/** The JSON Schema (2020-12) of the published data. */
export function dataSchema(name: 'brief' | 'index'): object {
  const schema = name === 'brief' ? briefSchema : indexSchema;
  return {
    ...z.toJSONSchema(schema, { io: 'input' }),
    title: name === 'brief' ? 'A brief' : 'A page of the list of briefs',
  };
}

/** State of a brief beside its content. */
export interface BriefState {
  /** Whether it is out of date when the data is written. */
  readonly outOfDate: boolean;
  readonly cards: readonly CardReference[];
  /** The PDF, relative to the site's root, and its slides. */
  readonly carousel?: { readonly document: string; readonly slides: readonly CardReference[] } | undefined;
}

export function briefData(
  publication: Publication,
  addresses: Addresses,
  brief: Brief,
  language: Language,
  { outOfDate, cards, carousel }: BriefState,
): BriefData {
  const asCard = ({ src, ...card }: CardReference) => ({ url: addresses.absolute(src), ...card });
  const label = aiLabel(brief, language);
  const notice = outOfDate ? outOfDateText(brief, language, publication) : undefined;
  const { reviewer, image, thread, translationOf, expires, notes, cardTitle, aliases } = brief;
  return {
    $schema: addresses.absolute(addresses.schema('brief')),
    version: dataVersion,
    ...headOf(publication, addresses, brief),
    ...(cardTitle !== undefined && { cardTitle }),
    authors: [...bylineOf(publication, addresses, brief)],
    ai: { use: brief.ai, ...(label !== undefined && { label }), ...(reviewer !== undefined && { reviewer }) },
    words: brief.words,
    minutes: brief.minutes,
    figures: [...brief.figures],
    sections: brief.sections.map(({ id, heading, text, html }) => ({
      id,
      heading,
      text,
      html: html.portable,
    })),
    ...(notes.portable !== '' && { notes: notes.portable }),
    markdown: brief.markdown,
    sources: [...brief.sources],
    watch: [...brief.watch],
    corrections: [...brief.corrections],
    ...(thread !== undefined && {
      thread: { slug: thread, name: threadName(publication, thread, brief.lang) },
    }),
    ...(translationOf !== undefined && { translationOf }),
    ...(aliases.length > 0 && { aliases: [...aliases] }),
    ...(expires !== undefined && { expires }),
    ...(notice !== undefined && { outOfDate: notice }),
    ...(image && {
      image: {
        url: addresses.absolute(image.src),
        alt: image.alt,
        ...(image.credit !== undefined && { credit: image.credit }),
        width: image.width,
        height: image.height,
      },
    }),
    cards: cards.map(asCard),
    ...(carousel && {
      carousel: { document: addresses.absolute(carousel.document), slides: carousel.slides.map(asCard) },
    }),
  };
}

/** The pages of the list of all briefs; at least one. */
export function indexData(
  publication: Publication,
  addresses: Addresses,
  briefs: readonly Listing[],
): IndexData[] {
  const pages = Math.max(1, Math.ceil(briefs.length / indexSize));
  return Array.from({ length: pages }, (_, at): IndexData => {
    const part = briefs.slice(at * indexSize, (at + 1) * indexSize);
    return {
      $schema: addresses.absolute(addresses.schema('index')),
      version: dataVersion,
      total: briefs.length,
      ...(at + 1 < pages && { next: addresses.absolute(addresses.index(at + 2)) }),
      briefs: part.map((brief) => ({
        ...headOf(publication, addresses, brief),
        json: addresses.absolute(addresses.briefJson(brief.slug)),
      })),
    };
  });
}

function headOf(publication: Publication, addresses: Addresses, brief: Listing) {
  return {
    id: tagUri(publication, brief),
    url: addresses.absolute(addresses.brief(brief.slug)),
    title: brief.title,
    summary: brief.summary,
    language: brief.lang,
    published: brief.date,
    modified: newestChange(brief),
    topics: namedTopics(publication, brief.topics, brief.lang),
  };
}
