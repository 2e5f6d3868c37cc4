import { parse as parseToml } from 'smol-toml';
import { isScalar, Lexer, parseDocument, visit } from 'yaml';
import { isProgram } from '../../src/brief/program-name.ts';
import { slugPattern } from '../../src/brief/slug.ts';
import { readIndicatorsAsText } from '../../src/markdown/yaml-indicators.ts';
import { askedOfPerson } from './comment.ts';
import { leaveUnknown, setStated } from './collected.ts';
import { readDate, topicsOf } from './model-fields.ts';
import { isoMoment, translate } from './other-generators.ts';
import { yamlOf } from './yaml-of.ts';
import { otherStated, type Aside, type Dropped } from './document-source.ts';

/** Front matter of a document, read as fields of a brief. */
export interface ReadFields {
  /** Fields of a brief by name, every scalar a string. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly slug: string | undefined;
  readonly asides: Aside[];
  readonly dropped: Dropped[];
}

export type Format = 'yaml' | 'toml' | 'json';

/**
 * Reads front matter. Fields of a brief stay as they are, since `check` reports their errors best. Fields of other
 * generators are translated, and the rest goes into a comment.
 */
export function readFrontMatter(text: string, known: readonly string[], format: Format = 'yaml'): ReadFields {
  const values =
    format === 'yaml' ? (valuesOf(text) ?? valuesOf(quoteValues(text))) : valuesOfOther(text, format);
  if (values === undefined) {
    return {
      fields: {},
      slug: undefined,
      asides: [{ why: 'unreadable front matter', text }],
      dropped: [],
    };
  }
  const fields: Record<string, unknown> = {};
  const others: Record<string, unknown> = {};
  const dropped: Dropped[] = [];
  const translated: { field: string; value: unknown }[] = [];
  const secondary = new Set<string>();
  let slug: string | undefined;
  for (const [name, value] of Object.entries(values)) {
    const found = isOfBrief(name, value, known) ? undefined : translate(name, value);
    const stated =
      name === 'title' || name === 'summary' ? name : found === 'nothing' ? undefined : found?.field;
    if (
      (stated === 'title' || stated === 'summary') &&
      typeof value === 'string' &&
      isUsable(stated, value)
    ) {
      const other = setStated(stated, value, name, { fields, secondary });
      if (other !== undefined) dropped.push({ what: otherStated, text: yamlOf({ [stated]: other }) });
    } else if (isOfBrief(name, value, known)) fields[name] = value;
    else if (name === 'slug' && typeof value === 'string' && slugPattern.test(value)) slug = value;
    else if (found === 'nothing') dropped.push({ what: 'field', text: yamlOf({ [name]: value }) });
    else if (found === undefined) others[name] = value;
    else if (found.field in fields && !['topics', 'status'].includes(found.field)) others[name] = value;
    else translated.push(found);
  }
  for (const { field, value } of translated) {
    // Tags and categories both become topics.
    const topics = field === 'topics' ? fields[field] : undefined;
    fields[field] = Array.isArray(topics)
      ? [...new Set([...(topics as unknown[]), ...(value as unknown[])])]
      : value;
  }
  const asides: Aside[] = [];
  leaveUnknown(others, { asides, dropped });
  asides.push(...repairFields(fields));
  const comments = format === 'yaml' ? commentsOf(text) : format === 'toml' ? commentsOfToml(text) : '';
  return {
    fields,
    slug,
    asides,
    dropped:
      comments === '' ? dropped : [...dropped, { what: 'comments of the front matter', text: comments }],
  };
}

/** Quotes the values of fields on one line that YAML cannot read otherwise: `title: A: B`. */
function quoteValues(text: string): string {
  return text.replace(
    /^([ \t]*(?:- )?[\w-]+:[ \t]+)(?!["'[{|>&*!]["']?\s*$)(\S.*?)[ \t]*$/gm,
    (whole, start: string, value: string) => {
      const isWhole = /^(["']).*\1$/.test(value) || /^\[.*\]$|^\{.*\}$|^[|>][+-]?$/.test(value);
      return isWhole ? whole : `${start}${JSON.stringify(value)}`;
    },
  );
}

/** Dates and topics in the form that a brief has. A date that may be two days is asked for. */
function repairFields(fields: Record<string, unknown>): Aside[] {
  const asides: Aside[] = [];
  for (const name of ['date', 'updated', 'expires']) {
    const value = fields[name];
    const read = typeof value === 'string' ? readDate(value, name) : undefined;
    if (read?.date !== undefined) fields[name] = read.date;
    else if (read?.question !== undefined) {
      // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- the field is asked for
      delete fields[name];
      asides.push({ why: askedOfPerson, text: `${askedOfPerson}: ${read.question}`, field: name });
    }
  }
  const topics = 'topics' in fields ? topicsOf(fields['topics']) : undefined;
  if (topics) fields['topics'] = topics;
  return asides;
}

/** Whether a field is one of a brief's, unless its value needs translation from another generator. */
function isOfBrief(name: string, value: unknown, known: readonly string[]): boolean {
  if (!known.includes(name) || !isUsable(name, value)) return false;
  if (name === 'authors' && [value].flat().some((each) => typeof each === 'string' && isProgram(each)))
    return false;
  if (name === 'status') return typeof value === 'string' && /^(?:published|draft|withdrawn)$/.test(value);
  const isDate = ['date', 'updated', 'expires'].includes(name) && typeof value === 'string';
  // An unreadable date stays, so that `check` reports it.
  return !isDate || isoMoment(value) === undefined || isoMoment(value) === value;
}

function valuesOf(text: string): Record<string, unknown> | undefined {
  const document = parseDocument(text, { schema: 'failsafe', logLevel: 'silent' });
  if (document.errors.length > 0) return undefined;
  // Text that begins with "&" or "!" stays text.
  readIndicatorsAsText(document, text, 0);
  visit(document, {
    Pair: (_, { value }) =>
      isScalar<string>(value) && value.type === 'PLAIN' && isNull.test(value.value)
        ? visit.REMOVE
        : undefined,
  });
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

/** Null in YAML's core schema. */
const isNull = /^(?:null|Null|NULL|~)$/;

/** Values of TOML or JSON, every scalar a string. Tables in which Zola and Hugo group fields are flattened. */
function valuesOfOther(text: string, format: 'toml' | 'json'): Record<string, unknown> | undefined {
  try {
    const values: unknown = format === 'toml' ? parseToml(text) : JSON.parse(text);
    const strings = asStrings(values);
    if (typeof strings !== 'object' || strings === null || Array.isArray(strings)) return undefined;
    const { taxonomies, ...fields } = strings as Record<string, unknown>;
    return { ...fields, ...(typeof taxonomies === 'object' ? taxonomies : {}) };
  } catch {
    return undefined;
  }
}

function asStrings(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString().replace('.000', '');
  if (Array.isArray(value)) return value.map(asStrings);
  switch (typeof value) {
    case 'string':
    case 'number':
    case 'bigint':
    case 'boolean':
      return String(value);
    default:
      return Object.fromEntries(Object.entries(value ?? {}).map(([name, each]) => [name, asStrings(each)]));
  }
}

/** Whether a field has a usable value; an empty title or summary is chosen from the text instead. */
function isUsable(name: string, value: unknown): boolean {
  return name === 'title' || name === 'summary'
    ? typeof value === 'string' && value.trim() !== ''
    : value !== '';
}

/** The comments in YAML, line by line. */
function commentsOf(text: string): string {
  return [...new Lexer().lex(text)].filter((token) => token.startsWith('#')).join('\n');
}

/** Only comments on their own line: "#" after a value may be inside a string. */
function commentsOfToml(text: string): string {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  return lines.filter((line) => line.startsWith('#')).join('\n');
}
