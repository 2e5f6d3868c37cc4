import { isDeepStrictEqual } from 'node:util';
import { frontMatterSchema } from '../../src/languages/schemas.ts';
import { compareMoments, parseMoment, type Moment } from '../../src/brief/moment.ts';
import type { Publication } from '../../src/brief/publication.ts';
import { parse } from '../../src/markdown/parse.ts';
import { linesOf } from './import-document.ts';

/** A new version of a brief. */
export interface NewVersion {
  readonly text: string;
  /** Fields that the new text does not state and the earlier version does. */
  readonly kept: readonly string[];
  /** Whether readers see the earlier version, as far as its status says. */
  readonly isPublished: boolean;
}

type Fields = Readonly<Record<string, unknown>>;

/** Someone read the earlier text, not the new one. */
const ofEarlierText = ['status', 'reviewer', 'updated'];

/**
 * Puts a new text in the place of an earlier version. Dates and identity stay, since feeds and networks know them, and so does
 * what people added to the brief: corrections, picture, thread, aliases. Returns the reason if it cannot be done.
 */
export function newVersionOf(
  file: string,
  { earlier, text }: { readonly earlier: string; readonly text: string },
  publication: Publication,
  now: Moment,
): NewVersion | { readonly problem: string } {
  if (file.endsWith('.mdx'))
    return { problem: `${file} has components, which an import does not have: edit it by hand` };
  const old = parse(file, earlier, publication);
  const next = parse(file, text, publication);
  const before = fieldsOf(old.frontMatter?.values);
  const stated = fieldsOf(next.frontMatter?.values);
  if (before === undefined || stated === undefined)
    return { problem: `the front matter of ${file} cannot be read: correct it, then import again` };
  if (before['status'] === 'withdrawn')
    return { problem: `${file} was withdrawn: give the new brief another name with --slug` };
  const isPublished = before['status'] !== 'draft';
  const [language, newLanguage] = [before, stated].map(({ lang = publication.lang }) => String(lang).split('-')[0]); // prettier-ignore
  const isOther = language !== newLanguage;
  if (isOther && isPublished)
    return { problem: `${file} is in another language (${language}) than the new text (${newLanguage}): give the new brief another name with --slug` }; // prettier-ignore
  const fields: Record<string, unknown> = { ...stated };
  const kept: string[] = [];
  for (const [name, value] of Object.entries(before)) {
    if (ofEarlierText.includes(name) || (name === 'lang' && isOther)) continue;
    if (name in stated && !(name === 'date' && isPublished)) continue;
    fields[name] = value;
    kept.push(name);
  }
  for (const name of ['corrections', 'aliases']) {
    if (Array.isArray(before[name]) && Array.isArray(stated[name]))
      fields[name] = unionOf(before[name] as unknown[], stated[name] as unknown[]);
  }
  for (const [name, keys] of Object.entries(keysOf)) {
    if (Array.isArray(before[name]) && Array.isArray(stated[name]))
      fields[name] = completed(before[name] as unknown[], stated[name] as unknown[], keys);
  }
  const known = Object.keys(frontMatterSchema(publication).shape);
  const bodyOf = (source: string, end = 0): string => source.slice(end).trim();
  const body = bodyOf(text, next.frontMatter?.range.end);
  const isSame =
    body === bodyOf(earlier, old.frontMatter?.range.end) &&
    isDeepStrictEqual({ ...fields, updated: undefined }, { ...before, updated: undefined });
  if (isSame) return { text: earlier, kept, isPublished };
  if (isPublished) {
    const updated = dateOfUpdate({ date: before['date'], stated: stated['date'] }, publication, now);
    if (updated !== undefined) fields['updated'] = updated;
  }
  return { text: `---\n${linesOf(fields, known)}---\n\n${body}\n`, kept, isPublished };
}

/** The date that the new text states, or now; undefined if the brief is not public before that. */
function dateOfUpdate(
  { date, stated }: { readonly date: unknown; readonly stated: unknown },
  { timeZone }: Publication,
  now: Moment,
): Moment | undefined {
  const momentOf = (value: unknown): Moment | undefined =>
    typeof value === 'string' ? parseMoment(value, timeZone) : undefined;
  const [first, own] = [momentOf(date), momentOf(stated)];
  if (first === undefined || compareMoments(first, now) > 0) return undefined;
  return own !== undefined && compareMoments(own, first) > 0 && compareMoments(own, now) <= 0 ? own : now;
}

function fieldsOf(values: unknown): Fields | undefined {
  return typeof values === 'object' && values !== null && !Array.isArray(values)
    ? (values as Fields)
    : undefined;
}

/** What names an entry, to which people may have added something: an archived copy, an outcome. */
const keysOf = { sources: ['url'], watch: ['by', 'expect'] };

/** The new entries, each with what only the earlier one of the same name says. */
function completed(
  before: readonly unknown[],
  after: readonly unknown[],
  keys: readonly string[],
): unknown[] {
  const nameOf = (entry: unknown): string | undefined => {
    const values = keys.map((key) => fieldsOf(entry)?.[key]);
    return values.includes(undefined) ? undefined : JSON.stringify(values);
  };
  return after.map((entry) => {
    const name = nameOf(entry);
    if (name === undefined) return entry;
    return { ...fieldsOf(before.find((other) => nameOf(other) === name)), ...fieldsOf(entry) };
  });
}

function unionOf(before: readonly unknown[], after: readonly unknown[]): unknown[] {
  return [...before, ...after.filter((each) => !before.some((other) => isDeepStrictEqual(each, other)))];
}
