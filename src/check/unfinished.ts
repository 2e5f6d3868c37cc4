import type { Code } from '../diagnostics/codes.ts';
import type { Draft } from '../markdown/draft.ts';
import type { Publication } from '../brief/publication.ts';
import type { FrontMatterFields } from '../brief/front-matter.ts';

/** What an unfinished draft lacks; only warnings in a draft. Harmful problems are not included. */
export const gaps: ReadonlySet<Code> = new Set([
  'field-date',
  'field-length',
  'field-missing',
  'field-url',
  'footnote-missing',
  'image-alt',
  'imported-comment',
  'link-empty',
  'model-left-over',
  'placeholder',
  'reference-missing',
  'section-empty',
  'section-missing',
]);

/** The fields of a draft, with minimal defaults for those missing. */
export function completed(
  fields: Partial<FrontMatterFields>,
  { slug }: Draft,
  { lang, ai = 'none' }: Publication,
): FrontMatterFields {
  return {
    title: slug,
    summary: '',
    // Sorts after everything with a date.
    date: '1970-01-01T00:00:00+00:00',
    topics: [],
    authors: [],
    ai,
    sources: [],
    figures: [],
    watch: [],
    corrections: [],
    lang,
    status: 'draft',
    aliases: [],
    ...fields,
  };
}

/** Whether a brief is marked as a draft, even if its front matter is unreadable. */
export function isDraft({ frontMatter, source }: Draft, fields: Partial<FrontMatterFields>): boolean {
  if (fields.status !== undefined) return fields.status === 'draft';
  return frontMatter?.values === undefined && saysDraft(source);
}

/** Whether the front matter has the line `status: draft`, without parsing YAML. */
export function saysDraft(source: string): boolean {
  return draftLine.test(source.slice(0, maxBlockLength));
}

const draftLine = /^---[^]*?^status:[ \t]*(["']?)draft\1[ \t]*(?:#.*)?$/m;
const maxBlockLength = 10_000;
