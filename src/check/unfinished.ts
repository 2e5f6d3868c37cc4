import type { Code } from '../diagnostics/codes.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Draft } from '../markdown/draft.ts';
import type { Publication } from '../brief/publication.ts';
import type { FrontMatterFields } from '../brief/front-matter.ts';

/**
 * Errors also in a draft: what cannot be read, what a program could run or a reader could be misled by, and what leaves open
 * whether the brief is a draft. All other errors are parts that are not finished yet.
 */
const errorsInDrafts: ReadonlySet<Code> = new Set([
  'file-encoding',
  'file-kind',
  'file-link',
  'file-size',
  'front-matter-alias',
  'front-matter-missing',
  'front-matter-syntax',
  'conflict-unresolved',
  'control-character',
  'markup-amount',
  'mdx-code',
  'mdx-syntax',
  'nesting-depth',
  'raw-html',
]);

/** The same problem as it counts in a draft. */
export function inDraft(diagnostic: Diagnostic): Diagnostic {
  const isError = errorsInDrafts.has(diagnostic.code) || diagnostic.isUnsafe === true;
  return isError ? diagnostic : { ...diagnostic, severity: 'warning' };
}

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
