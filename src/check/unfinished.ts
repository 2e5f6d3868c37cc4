import type { Code } from '../diagnostics/codes.ts';
import type { Draft } from '../markdown/draft.ts';
import type { Publication } from '../brief/publication.ts';
import type { FrontMatterFields } from '../markdown/schema.ts';

/** What a text lacks that is being written: a warning in a draft, which no reader sees. What could do harm is none of it. */
export const gaps: ReadonlySet<Code> = new Set([
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

/** The fields of a draft, with the least that a page can be made of where the writer has given nothing yet. */
export function completed(
  fields: Partial<FrontMatterFields>,
  { slug }: Draft,
  { lang, ai = 'none' }: Publication,
): FrontMatterFields {
  return {
    title: slug,
    summary: '',
    // The oldest of all, so that it stands behind whatever has a date.
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

/** Whether a brief calls itself a draft, even where its front matter can't be read: nothing of it is published then. */
export function isDraft({ frontMatter, source }: Draft, fields: Partial<FrontMatterFields>): boolean {
  if (fields.status !== undefined) return fields.status === 'draft';
  return frontMatter?.values === undefined && saysDraft(source);
}

/** Whether a text has the line `status: draft` in its front matter, as far as that can be told without reading it as YAML. */
export function saysDraft(source: string): boolean {
  return draftLine.test(source.slice(0, maxBlockLength));
}

const draftLine = /^---[^]*?^status:[ \t]*(["']?)draft\1[ \t]*(?:#.*)?$/m;
const maxBlockLength = 10_000;
