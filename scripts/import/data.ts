import { parse as parseToml } from 'smol-toml';
import { parseDocument } from 'yaml';
import type { Root, RootContent } from 'mdast';
import type { Names } from '../../src/languages/recognise-headings.ts';
import { en } from '../../src/languages/en.ts';
import { languageOf } from '../../src/languages/languages.ts';
import { recognise } from '../../src/languages/recognise-headings.ts';
import { plainText } from './lines.ts';
import { sourceOf, type Dropped, type DocumentSource } from './document-source.ts';
import { meaningOf } from './field-names.ts';
import { isObject, jsonOf, type Values } from './json.ts';
import { yamlOf } from './yaml-of.ts';
import { noSections } from './problem-of-data.ts';
import { readHtml } from './html.ts';
import { readMarkdown } from './markdown.ts';
import { localizeImages } from './own-images.ts';
import { leaveUnknown, type Collected } from './collected.ts';
import { collect } from './model-fields.ts';
import {
  isSectionsKey,
  namesTwo,
  partOf,
  sectionOf,
  sectionsIn,
  textOf,
  type Section,
} from './data-sections.ts';
import { valuesInTags } from './tags.ts';

/** A brief in a list of several, or why an entry of the list is none. */
export type Entry = { readonly values: Values } | { readonly problem: string };

/** The briefs in a text of JSON, JSON Lines, YAML, TOML or tags; undefined for any other text. */
export function briefsIn(text: string, names: Names): Entry[] | undefined {
  const start = text.trimStart();
  const found = /^[[{]/.test(start)
    ? jsonIn(start)
    : /^<[\p{L}_?!]/u.test(start)
      ? valuesInTags(start, names)
      : yamlIn(text);
  const lines = found === undefined ? jsonLinesIn(start) : undefined;
  const entries = (found ?? lines ?? []).flatMap((each) => entriesOf(each, names));
  const briefs = entries.filter((entry) => 'values' in entry);
  if (briefs.length === 0) return undefined;
  // In a list, what stands beside a single brief is about it; each line is meant as a brief.
  return briefs.length > 1 || lines ? entries : briefs;
}

const notJson = Symbol('a line that is not JSON');

function entriesOf(value: unknown, names: Names): Entry[] {
  if (value === notJson) return [{ problem: 'this line is not JSON' }];
  const briefs = inside(value, names);
  if (briefs.length === 0) return isObject(value) ? [{ problem: noSections }] : [];
  return briefs.map((values) => ({ values }));
}

function jsonIn(text: string): unknown[] | undefined {
  const whole = jsonOf(text);
  if (whole === undefined) return undefined;
  return Array.isArray(whole) ? (whole as unknown[]) : [whole];
}

function jsonLinesIn(text: string): unknown[] | undefined {
  const lines = text
    .split('\n')
    .map((line) => line.trim().replace(/,$/, ''))
    .filter((line) => line !== '');
  if (lines.length < 2 || !lines.every((line) => line.startsWith('{'))) return undefined;
  return lines.map((line) => jsonOf(line) ?? notJson);
}

function yamlIn(text: string): unknown[] | undefined {
  if (/^\+\+\+\s*$/m.test(text)) return undefined;
  const body = text.replace(/^---[^\n]*\n/, '').replace(/\n(?:---|\.\.\.)\s*$/, '');
  const top = body.split('\n').filter((line) => /^\S/.test(line));
  // Labelled lines look alike, but have words for keys; a comment would be lost.
  if (!top.every((line) => /^(?:["']?[\p{L}_][\p{L}\p{M}\p{N}_-]*["']?:(?:\s|$)|- |[\]}])/u.test(line)))
    return undefined;
  const given = parseDocument(body, { schema: 'failsafe', logLevel: 'silent' });
  const document =
    given.errors.length === 0
      ? given
      : parseDocument(
          body.replace(valueWithColon, (_, key: string, value: string) => key + JSON.stringify(value)),
          {
            schema: 'failsafe',
            logLevel: 'silent',
          },
        );
  try {
    const value: unknown = document.errors.length > 0 ? tomlOf(body) : document.toJS({ maxAliasCount: 100 });
    return typeof value === 'object' && value !== null
      ? Array.isArray(value)
        ? (value as unknown[])
        : [value]
      : undefined;
  } catch {
    return undefined;
  }
}

/** A value that YAML reads as a second key: `title: Fees rise: a 12 percent rise`. */
const valueWithColon = /^([\w-]+:[ \t]+)([^\s"'|>[{&*!#%@`][^\n]*:(?:[ \t][^\n]*\S|))[ \t]*$/gm;

function tomlOf(text: string): unknown {
  try {
    return parseToml(text);
  } catch {
    return undefined;
  }
}

/** The objects in a value that have text of sections. A list or a key of several briefs is unpacked. */
function inside(value: unknown, names: Names): Values[] {
  if (Array.isArray(value)) return value.flatMap((each) => inside(each, names));
  if (!isObject(value)) return [];
  if (hasSections(value, names)) return [value];
  // Whatever holds it is called: "data", "article", "result".
  return Object.values(value).flatMap((each) =>
    isObject(each) || Array.isArray(each) ? inside(each, names) : [],
  );
}

function hasSections(value: Values, names: Names): boolean {
  const entries = Object.entries(value);
  const parts = entries.filter(
    ([key, each]) => typeof partOf(key, names) === 'number' && textOf(each) !== '',
  );
  if (parts.length >= 2) return true;
  return entries.some(([key, each]) => {
    if (isSectionsKey(key)) return sectionsIn(each, names).length >= 2;
    return meaningOf(key, names)?.kind === 'body' && typeof each === 'string' && namesTwo(each, names);
  });
}

/** Makes a document of a model's data: fields by tolerant names, and the sections as Markdown below their headings. */
export function readData(given: Values, names: Names): DocumentSource {
  const into: Collected = { fields: {}, asides: [], dropped: [], secondary: new Set() };
  const sections: Section[] = [];
  let body: string | undefined;
  let notes: string | undefined;
  const isOwn = typeof given['$schema'] === 'string' && given['version'] !== undefined;
  const look = (values: Values): void => {
    for (const [key, value] of Object.entries(values)) {
      if (value === null || value === '') continue;
      if (isOwn && key === 'notes' && typeof value === 'string') {
        notes = value;
        continue;
      }
      // The same text, with what HTML has no word for: notes, the alignment of a table.
      if (isOwn && key === 'sections' && typeof given['markdown'] === 'string') continue;
      if (isOwn && (key === 'modified' || key === 'aliases')) continue;
      const meaning = meaningOf(key, names);
      const listed = isSectionsKey(key) ? sectionsIn(value, names) : [];
      if (listed.length > 0) sections.push(...listed);
      else if (meaning?.kind === 'part' && typeof meaning.part === 'number')
        sections.push({ ...sectionOf(value, names), part: meaning.part, heading: key });
      else if (meaning?.kind === 'part')
        collect(
          meaning.part === 'story' ? 'summary' : 'sources',
          meaning.part === 'story' ? textOf(value) : value,
          into,
        );
      else if (meaning?.kind === 'field') collect(meaning.field, value, into, key);
      else if (meaning?.kind === 'body' && typeof value === 'string') body = value;
      else if (meaning?.kind === 'holder' && isObject(value)) look(value);
      else if (meaning?.kind === 'nothing' || key.startsWith('$')) drop(into.dropped, key, value, isOwn);
      else leaveUnknown({ [key]: value }, into);
    }
  };
  look(given);
  if (isOwn) nameOwn(given, into);
  const code = into.fields['lang'];
  const language = (typeof code === 'string' ? languageOf(code) : undefined) ?? en;
  const shipped: readonly string[] = language.headings;
  const headingOf = ({ part, heading }: Section): string => {
    const isNamed = heading !== undefined && recognise(heading, names)?.part === part;
    return isNamed ? heading : typeof part === 'number' ? (shipped[part] ?? '') : (heading ?? '');
  };
  const html = sections.length > 0 && sections.every((each) => each.html !== undefined);
  const source = html
    ? readHtml(
        `${sections.map((each) => `<h2>${headingOf(each)}</h2>${each.html ?? ''}`).join('')}${notes ?? ''}`,
        names,
      )
    : sections.length > 0
      ? ofMarkdown(
          sections.map((each) => ({ heading: headingOf(each), text: each.text })),
          names,
        )
      : readMarkdown(body ?? '', names, []);
  if (isOwn) localizeImages(source.tree, siteOf(given));
  return {
    ...source,
    fields: { ...source.fields, ...into.fields },
    slug: into.slug,
    asides: [...source.asides, ...into.asides],
    dropped: [...source.dropped, ...into.dropped],
    from: 'from the data',
  };
}

function ofMarkdown(sections: readonly { heading: string; text: string }[], names: Names): DocumentSource {
  const dropped: Dropped[] = [];
  const children = sections.flatMap(({ heading, text }): RootContent[] => {
    const read = readMarkdown(text, names, []);
    dropped.push(...read.dropped);
    const [first, ...others] = read.tree.children;
    const isRepeated = first?.type === 'heading' && recognise(plainText(first), names) !== undefined;
    return [
      { type: 'heading', depth: 2, children: [{ type: 'text', value: heading }] },
      ...(isRepeated ? others : read.tree.children),
    ];
  });
  const tree: Root = { type: 'root', children };
  return { ...sourceOf(tree), dropped };
}

function drop(dropped: Dropped[], key: string, value: unknown, isOwn: boolean): void {
  if (!isOwn) dropped.push({ what: 'field', text: yamlOf({ [key]: value }) });
}

/** What a brief of our own says in its address, and its newest change if that is no correction. */
function nameOwn(
  { url, ai, authors, aliases, published, modified, corrections }: Values,
  into: Collected,
): void {
  if (Array.isArray(aliases)) into.fields['aliases'] = aliases;
  if (isObject(ai) && typeof ai['reviewer'] === 'string') into.fields['reviewer'] = ai['reviewer'];
  if (typeof url === 'string') into.slug ??= /\/([a-z0-9-]+)\/?$/.exec(url)?.[1];
  if (Array.isArray(authors))
    into.fields['authors'] = authors.map((each: unknown) => (isObject(each) ? each['name'] : each));
  const dates = Array.isArray(corrections) ? corrections.map((each: unknown) => (isObject(each) ? each['date'] : undefined)) : []; // prettier-ignore
  if (typeof modified === 'string' && modified !== published && !dates.includes(modified))
    into.fields['updated'] = modified;
}

/** The address of the site of a brief of our own. */
function siteOf({ url }: Values): string | undefined {
  return typeof url === 'string' ? /^(.*\/)briefs\/[a-z0-9-]+\/?$/.exec(url)?.[1] : undefined;
}
