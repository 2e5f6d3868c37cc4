import { Lexer, parseDocument, stringify } from 'yaml';
import { languageOf } from '../languages/languages.ts';
import { parseMoment } from '../moment.ts';
import { slugFromTitle } from '../slug-from-title.ts';
import { slugPattern } from '../slug.ts';
import type { Aside, Dropped } from './source.ts';

/** What a document's front matter gives to a brief. */
export interface ReadFields {
  /** Fields of a brief by their names, every scalar a string. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly slug: string | undefined;
  readonly asides: Aside[];
  readonly dropped: Dropped[];
}

/**
 * Reads the YAML between the fences. Fields that a brief has stay as they are, right or wrong: `check` says more about
 * them than an import could. Some that other generators use are read as ours; all others are kept aside.
 */
export function readFrontMatter(text: string, known: readonly string[]): ReadFields {
  const values = valuesOf(text);
  if (values === undefined) {
    return {
      fields: {},
      slug: undefined,
      asides: [{ why: 'front matter that cannot be read', text }],
      dropped: [],
    };
  }
  const fields: Record<string, unknown> = {};
  const others: Record<string, unknown> = {};
  let slug: string | undefined;
  for (const [name, value] of Object.entries(values)) {
    if (known.includes(name) && isUsable(name, value)) fields[name] = value;
    else if (name === 'slug' && typeof value === 'string' && slugPattern.test(value)) slug = value;
    else others[name] = value;
  }
  for (const [name, value] of Object.entries(others)) {
    const [field, translated] = translate(name, value) ?? [];
    if (field === undefined || field in fields) continue;
    fields[field] = translated;
    Reflect.deleteProperty(others, name);
  }
  const comments = commentsOf(text);
  return {
    fields,
    slug,
    asides:
      Object.keys(others).length > 0
        ? [{ why: 'fields that a brief does not have', text: yamlOf(others) }]
        : [],
    dropped: comments === '' ? [] : [{ what: 'comments of the front matter', text: comments }],
  };
}

/** A value as YAML, on lines of any length. */
export function yamlOf(value: unknown): string {
  return stringify(value, { lineWidth: 0 }).trimEnd();
}

function valuesOf(text: string): Record<string, unknown> | undefined {
  const document = parseDocument(text, { schema: 'failsafe', logLevel: 'silent' });
  if (document.errors.length > 0) return undefined;
  try {
    const values: unknown = document.toJS({ maxAliasCount: 100 });
    if (values === null || values === '') return {};
    return typeof values === 'object' && !Array.isArray(values)
      ? (values as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

/** Title and summary are asked of the text instead; an empty field is none. */
function isUsable(name: string, value: unknown): boolean {
  return name === 'title' || name === 'summary'
    ? typeof value === 'string' && value.trim() !== ''
    : value !== '';
}

/** What Astro, Hugo, Jekyll, Eleventy and Ghost call fields that a brief has. */
function translate(name: string, value: unknown): [string, unknown] | undefined {
  switch (name.toLowerCase()) {
    case 'description':
    case 'excerpt':
      return typeof value === 'string' && value !== '' ? ['summary', value] : undefined;
    case 'pubdate':
    case 'publishdate':
    case 'published':
    case 'published_at':
      return isDate(value) ? ['date', value] : undefined;
    case 'lastmod':
    case 'updateddate':
    case 'updated_at':
      return isDate(value) ? ['updated', value] : undefined;
    case 'tags':
    case 'categories':
      return topicsOf(value);
    case 'language':
      return typeof value === 'string' && languageOf(value) ? ['lang', value] : undefined;
    case 'draft':
      return value === 'true' ? ['status', 'draft'] : undefined;
    default:
      return undefined;
  }
}

function isDate(value: unknown): boolean {
  return typeof value === 'string' && parseMoment(value, 'UTC') !== undefined;
}

function topicsOf(value: unknown): [string, unknown] | undefined {
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const slugs = value.map((tag) => (typeof tag === 'string' ? slugFromTitle(tag, 'en') : undefined));
  return slugs.every((slug) => slug !== undefined) ? ['topics', [...new Set(slugs)]] : undefined;
}

/** What comments say, line by line. No other token begins with their sign: scalars keep their quotation marks. */
function commentsOf(text: string): string {
  return [...new Lexer().lex(text)].filter((token) => token.startsWith('#')).join('\n');
}
