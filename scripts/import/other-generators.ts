import { languageOf } from '../../src/languages/languages.ts';
import { parseMoment } from '../../src/brief/moment.ts';
import { isProgram } from '../../src/brief/program-name.ts';
import { slugFromTitle } from '../../src/brief/slug-from-title.ts';

import { meaningOf } from './field-names.ts';
import { readWrittenDate } from './written-dates.ts';

/** A field of a brief and its value, or 'nothing' if the field only states a default. */
export type Translated = { readonly field: string; readonly value: unknown } | 'nothing';

/**
 * Translates a field name of Astro, Hugo, Zola, Jekyll, Eleventy, Hexo, Ghost, WordPress, Obsidian and others;
 * undefined for other fields.
 */
export function translate(name: string, value: unknown): Translated | undefined {
  const key = name.toLowerCase().replace(/[\s_-]/g, '');
  const status = statusOf(key, value);
  if (status !== undefined) return status;
  switch (key) {
    case 'description':
    case 'excerpt':
      return typeof value === 'string' && value.trim() !== '' ? { field: 'summary', value } : undefined;
    case 'date':
    case 'pubdate':
    case 'publishdate':
    case 'published':
    case 'publishedat':
      return dateFrom('date', value);
    case 'lastmod':
    case 'updateddate':
    case 'updatedat':
    case 'updated':
    case 'lastmodifiedat':
      return dateFrom('updated', value);
    case 'expirydate':
    case 'expires':
      return dateFrom('expires', value);
    case 'topics':
    case 'tags':
    case 'tag':
    case 'categories':
    case 'category':
    case 'keywords':
      return topicsFrom(value);
    case 'author':
    case 'authors':
    case 'byline':
    case 'creator':
      // A program is no author; a person's name is no id of the settings.
      return [value].flat().some((name) => typeof name === 'string' && isProgram(name))
        ? { field: 'ai', value: 'generated' }
        : undefined;
    case 'aigenerated':
    case 'isaigenerated':
      return typeof value === 'string' && isYes.test(value.toLowerCase())
        ? { field: 'ai', value: 'generated' }
        : undefined;
    case 'dek':
    case 'deck':
    case 'standfirst':
    case 'subtitle':
    case 'metadescription':
      return typeof value === 'string' && value.trim() !== '' ? { field: 'summary', value } : undefined;
    case 'headline':
      return typeof value === 'string' && value.trim() !== '' ? { field: 'title', value } : undefined;
    case 'lang':
    case 'language':
    case 'locale':
      return typeof value === 'string' && languageOf(value) ? { field: 'lang', value } : undefined;
    default: {
      const meaning = meaningOf(name, new Map());
      if (meaning?.kind === 'nothing') return 'nothing';
      if (meaning?.kind !== 'field') return undefined;
      if (meaning.field !== 'title' && meaning.field !== 'summary')
        return meaning.field === key ? undefined : translate(meaning.field, value);
      return typeof value === 'string' && value.trim() !== '' ? { field: meaning.field, value } : undefined;
    }
  }
}

/** Unpublished texts become drafts, however their generator marks them. */
function statusOf(key: string, value: unknown): Translated | undefined {
  const said = typeof value === 'string' ? value.trim().toLowerCase() : undefined;
  if (said === undefined) return undefined;
  const draft = { field: 'status', value: 'draft' };
  if (draftIfSo.has(key)) return isYes.test(said) ? draft : isNo.test(said) ? 'nothing' : undefined;
  if (draftIfNot.has(key)) return isNo.test(said) ? draft : isYes.test(said) ? 'nothing' : undefined;
  if (!statuses.has(key) || said === '') return undefined;
  return isPublic.test(said) ? 'nothing' : draft;
}

const draftIfSo = new Set([
  ...['draft', 'isdraft', 'private', 'isprivate', 'hidden', 'unlisted', 'unpublished', 'wip'],
  'eleventyexcludefromcollections',
]);
const draftIfNot = new Set([
  'published',
  'publish',
  'ispublished',
  'public',
  'ispublic',
  'permalink',
  'render',
]);
const statuses = new Set(['status', 'poststatus', 'publishstatus', 'state', 'visibility']);

/** YAML 1.1 booleans, which Jekyll and Hugo read. */
const isYes = /^(?:true|yes|on|y|1)$/;
const isNo = /^(?:false|no|off|n|0)$/;
const isPublic = /^(?:publish(?:ed)?|public|live|final|sent|done|complete(?:d)?)$/;

function dateFrom(field: string, value: unknown): Translated | undefined {
  const date = typeof value === 'string' ? (isoMoment(value) ?? writtenIn(value)) : undefined;
  return date === undefined ? undefined : { field, value: date };
}

/** A date in words; one that may be two days stays as it is, to be asked for. */
function writtenIn(value: string): string | undefined {
  const read = readWrittenDate(value);
  return read === undefined ? undefined : 'date' in read ? read.date : value;
}

/** A date in ISO 8601; Jekyll writes "2024-08-08 22:44:26 -0700". */
export function isoMoment(text: string): string | undefined {
  const date = text.trim();
  if (parseMoment(date, 'UTC')) return date;
  const [, day = '', time = '', zone = ''] =
    /^(\d{4}-\d{2}-\d{2})(?:[T ]\s*(\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?))?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/i.exec(
      date,
    ) ?? [];
  const offset = /^[a-z]/i.test(zone) ? 'Z' : zone.replace(/^(...)(\d\d)$/, '$1:$2');
  const iso =
    time === ''
      ? day
      : `${day}T${time.padStart(time.indexOf(':') === 1 ? time.length + 1 : 0, '0')}${offset}`;
  return parseMoment(iso, 'UTC') ? iso : undefined;
}

/** Topics from a list, or from one line: "cranes, budget", or in Jekyll "ports shipping". */
function topicsFrom(value: unknown): Translated | undefined {
  const given: unknown = typeof value === 'string' ? value.split(value.includes(',') ? ',' : /\s+/) : value;
  if (!Array.isArray(given)) return undefined;
  const names = given.filter((tag) => typeof tag !== 'string' || tag.trim() !== '');
  if (names.length === 0) return undefined;
  const slugs = names.map((tag) => (typeof tag === 'string' ? slugFromTitle(tag, 'en') : undefined));
  return slugs.every((slug) => slug !== undefined)
    ? { field: 'topics', value: [...new Set(slugs)] }
    : undefined;
}
