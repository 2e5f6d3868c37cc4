import type { Heading, Nodes, PhrasingContent, RootContent } from 'mdast';
import { formatCalendarDate } from '../../src/brief/dates.ts';
import type { Language } from '../../src/languages/language.ts';
import { en } from '../../src/languages/en.ts';
import { languages } from '../../src/languages/languages.ts';
import { recognise, type Names } from '../../src/languages/recognise-headings.ts';
import type { DocumentSource } from './document-source.ts';
import { plainText } from './lines.ts';
import { readDate } from './model-fields.ts';
import { localImage, localizeImages } from './own-images.ts';

/**
 * Reads the Markdown of a page of ours, `/briefs/<slug>.md`, as `src/metadata/markdown-twin.ts` writes it: below the title the
 * summary as a quotation and a line with date and label, lists around the four sections, and at the end links to the
 * topics and the address of the brief.
 */
export function readOwnMarkdown(source: DocumentSource, names: Names): DocumentSource {
  const [title, quotation, byline, ...below] = source.tree.children;
  const end = below.findLastIndex(({ type }) => type !== 'definition') + 1;
  const rest = below.slice(0, end);
  const isOurs =
    title?.type === 'heading' &&
    title.depth === 1 &&
    quotation?.type === 'blockquote' &&
    byline?.type === 'paragraph';
  const language = isOurs ? languageOfHeadings(rest, names) : undefined;
  const line = language && readByline(plainText(byline as Nodes), language);
  if (!language || !line || !title || !quotation) return source;
  const last = rest.at(-1);
  const home = last?.type === 'paragraph' ? addressOf(last) : undefined;
  const [, site, slug] = /^(https?:\/\/.*\/)briefs\/([a-z0-9-]+)\/?$/.exec(home ?? '') ?? [];
  const body = home === undefined ? rest : rest.slice(0, -1);
  const start = body.findIndex(({ type }) => type === 'heading');
  const { text, fields } = readLists(body.slice(start), language);
  const exact = readFacts(below.slice(end), fields);
  const head = readPicture(body.slice(0, start), language);
  const links = linksAtEnd(text, site);
  localizeImages({ type: 'root', children: text }, site);
  return {
    ...source,
    fields: {
      title: plainText(title),
      summary: plainText(quotation),
      ...line,
      ...head,
      ...links,
      ...fields,
      ...exact,
      ...source.fields,
    },
    from: 'from the page',
    slug: source.slug ?? slug,
    tree: { ...source.tree, children: text },
  };
}

function addressOf(node: Nodes): string | undefined {
  const [link, ...others] = 'children' in node ? node.children : [];
  return link?.type === 'link' && others.length === 0 && plainText(node) === link.url ? link.url : undefined;
}

/** The language of the first heading that is a section's; our pages have all four in one. */
function languageOfHeadings(nodes: readonly RootContent[], names: Names): Language | undefined {
  for (const node of nodes) {
    const found = node.type === 'heading' ? recognise(plainText(node), names) : undefined;
    if (typeof found?.part === 'number') return languages.find(({ code }) => found.languages.includes(code)) ?? en; // prettier-ignore
  }
  return undefined;
}

/** "Fourfold · 16 October 2025 · Updated 2 November 2025 · AI-generated" */
function readByline(text: string, language: Language): Readonly<Record<string, unknown>> | undefined {
  const { labels } = language;
  const parts = text.split(' · ');
  const date = parts.map((part) => readDay(part, language)).find((day) => day !== undefined);
  if (parts.length < 2 || date === undefined) return undefined;
  const ai = parts.map(useOf).find((use) => use !== undefined) ?? 'none';
  const updated = parts.map((part) => readDay(part, language, labels.updated)).find((day) => day !== undefined && day !== date); // prettier-ignore
  const [names = ''] = parts;
  const authors = readDay(names, language) === undefined ? names.split(', ') : [];
  return { date, ...(updated !== undefined && { updated }), authors, ai };
}

/** The label of our pages in any language. */
function useOf(part: string): string | undefined {
  for (const { labels } of languages) {
    if (part === labels.aiGenerated || isReviewed(part, labels.aiGeneratedReviewed)) return 'generated';
    if (part === labels.aiAssisted || isReviewed(part, labels.aiAssistedReviewed)) return 'assisted';
  }
  return undefined;
}

function isReviewed(part: string, label: string): boolean {
  const [before = '', after = ''] = label.split('{reviewer}');
  return part.startsWith(before) && part.endsWith(after) && part.length > before.length + after.length;
}

/** A day, month or year as our pages write it, in a label such as "By {date}". */
function readDay(text: string, { code }: Language, label = '{date}'): string | undefined {
  const [before = '', after = ''] = label.split('{date}');
  if (!text.startsWith(before) || !text.endsWith(after)) return undefined;
  const said = text.slice(before.length, text.length - after.length);
  const written = readDate(said, '')?.date;
  if (written !== undefined) return written;
  const [year] = /\d{4}/.exec(said.replace(/\p{Nd}/gu, latinDigit)) ?? [];
  if (year === undefined) return undefined;
  const isSaid = (date: string): boolean => formatCalendarDate(date, code) === said;
  if (isSaid(year)) return year;
  for (let month = 1; month <= 12; month += 1) {
    const ofMonth = `${year}-${String(month).padStart(2, '0')}`;
    if (isSaid(ofMonth)) return ofMonth;
    const days = new Date(Date.UTC(Number(year), month, 0)).getUTCDate();
    for (let day = 1; day <= days; day += 1) {
      const date = `${ofMonth}-${String(day).padStart(2, '0')}`;
      if (isSaid(date)) return date;
    }
  }
  return undefined;
}

function latinDigit(digit: string): string {
  const zeros = [0x660, 0x6f0, 0x966];
  const code = digit.codePointAt(0) ?? 0;
  const zero = zeros.find((each) => code >= each && code < each + 10);
  return zero === undefined ? digit : String(code - zero);
}

/** The picture above the text, its credit, and the notice that the brief is out of date. */
function readPicture(nodes: readonly RootContent[], language: Language): Readonly<Record<string, unknown>> {
  const fields: Record<string, unknown> = {};
  nodes.forEach((node, at) => {
    const [image, ...others] = node.type === 'paragraph' ? node.children : [];
    const credit = nodes[at + 1];
    const expires = readDay(plainText(node), language, language.labels.outOfDate);
    if (expires !== undefined) fields['expires'] = expires;
    if (image?.type !== 'image' || others.length > 0) return;
    fields['image'] = {
      src: localImage(image.url) ?? image.url,
      alt: image.alt ?? '',
      ...(credit && { credit: plainText(credit) }),
    };
  });
  return fields;
}

/** The exact values in link definitions below the address. */
function readFacts(
  nodes: readonly RootContent[],
  { corrections, watch }: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const facts = new Map(
    nodes.flatMap((node) => (node.type === 'definition' ? [[node.identifier, node] as const] : [])),
  );
  const titleOf = (label: string): string | undefined => facts.get(label)?.title ?? undefined;
  const slugOf = (label: string): string | undefined => slugInAddress.exec(facts.get(label)?.url ?? '')?.[1];
  const titles = Object.entries(titled).flatMap(([label, field]) => {
    const value = titleOf(label);
    return value === undefined ? [] : [[field, value] as const];
  });
  const listed = (list: unknown, exact: (at: number) => object): unknown[] =>
    Array.isArray(list) ? list.map((each: object, at) => ({ ...each, ...exact(at + 1) })) : [];
  const aliases = [...facts.keys()].filter((label) => label.startsWith('alias-')).map(slugOf);
  const original = slugOf('translation-of');
  return {
    ...Object.fromEntries(titles),
    ...(original !== undefined && { translationOf: original }),
    ...(corrections !== undefined && { corrections: listed(corrections, (at) => withValue('date', titleOf(`correction-${at}`))) }), // prettier-ignore
    ...(watch !== undefined && { watch: listed(watch, (at) => withValue('brief', slugOf(`outcome-${at}`))) }),
    ...(aliases.length > 0 && { aliases }),
  };
}

function withValue(name: string, value: string | undefined): object {
  return value === undefined ? {} : { [name]: value };
}

const slugInAddress = /\/briefs\/([a-z0-9-]+)\/?$/;
/** The definitions of `src/metadata/markdown-twin.ts` whose title is the value of a field. */
const titled = {
  published: 'date',
  updated: 'updated',
  expires: 'expires',
  language: 'lang',
  reviewer: 'reviewer',
  'card-title': 'cardTitle',
};

/** What stands in lists before and after the sections, and the text without them. */
function readLists(
  nodes: readonly RootContent[],
  language: Language,
): { text: RootContent[]; fields: Record<string, unknown> } {
  const { labels } = language;
  const readers: Readonly<Record<string, readonly [string, (line: readonly PhrasingContent[]) => unknown]>> =
    {
      [labels.keyFigures]: ['figures', readFigure],
      [labels.sources]: ['sources', (line) => readSource(line, language)],
      [labels.whatToWatch]: ['watch', (line) => readExpectation(line, language)],
      [labels.corrections]: ['corrections', (line) => readCorrection(line, language)],
    };
  const fields: Record<string, unknown> = {};
  const text: RootContent[] = [];
  for (let at = 0; at < nodes.length; at += 1) {
    const node = nodes[at] as RootContent;
    const [name, read] = (isHeading(node) ? readers[plainText(node)] : undefined) ?? [];
    const list = nodes[at + 1];
    const lines = list?.type === 'list' ? list.children.map(({ children: [first] }) => first) : [];
    const values = lines.map((line) => (line?.type === 'paragraph' ? read?.(line.children) : undefined));
    if (name !== undefined && values.length > 0 && !values.includes(undefined)) {
      fields[name] = values;
      at += 1;
    } else text.push(node);
  }
  return { text, fields };
}

function isHeading(node: RootContent): node is Heading {
  return node.type === 'heading' && node.depth === 2;
}

function textOf(nodes: readonly PhrasingContent[]): string {
  return plainText({ type: 'paragraph', children: [...nodes] });
}

function readFigure([value, ...label]: readonly PhrasingContent[]): unknown {
  return value?.type === 'strong' ? { value: plainText(value), label: textOf(label).trim() } : undefined;
}

function readSource([link, ...rest]: readonly PhrasingContent[], language: Language): unknown {
  if (link?.type !== 'link') return undefined;
  const { labels } = language;
  const archive = rest.find((node) => node.type === 'link' && plainText(node) === labels.archivedCopy);
  const details = textOf(rest.filter((node) => node !== archive)).split(', ').filter((part) => part !== ''); // prettier-ignore
  // A date may have a comma of its own: "September 18, 2025".
  const takeLast = (label?: string): string | undefined => {
    for (const count of [1, 2, 3]) {
      const date = details.length < count ? undefined : readDay(details.slice(-count).join(', '), language, label); // prettier-ignore
      if (date === undefined) continue;
      details.splice(-count);
      return date;
    }
    return undefined;
  };
  const accessed = takeLast(labels.accessed);
  const date = takeLast();
  const publisher = details.join(', ');
  return {
    title: plainText(link),
    url: link.url,
    ...(publisher !== '' && { publisher }),
    ...(date !== undefined && { date }),
    ...(accessed !== undefined && { accessed }),
    ...(archive?.type === 'link' && { archive: archive.url }),
  };
}

function readExpectation([day, ...rest]: readonly PhrasingContent[], language: Language): unknown {
  const { byDate, outcomes } = language.labels;
  const by = day?.type === 'strong' ? readDay(plainText(day), language, byDate) : undefined;
  if (by === undefined) return undefined;
  const said = textOf(rest).trim();
  for (const [outcome, label] of Object.entries(outcomes)) {
    const at = said.lastIndexOf(` · ${label}.`);
    if (at < 0) continue;
    const note = said.slice(at + ` · ${label}.`.length).trim();
    return { by, expect: said.slice(0, at), outcome, ...(note !== '' && { note }) };
  }
  return { by, expect: said };
}

function readCorrection(line: readonly PhrasingContent[], language: Language): unknown {
  const [, day = '', note = ''] = /^(.*?): (.*)$/s.exec(textOf(line)) ?? [];
  const date = readDay(day, language);
  return date === undefined ? undefined : { date, note };
}

/** Topics and thread, linked in the last paragraph, which is taken out of the text. */
function linksAtEnd(text: RootContent[], site: string | undefined): Readonly<Record<string, unknown>> {
  const last = text.at(-1);
  if (site === undefined || last?.type !== 'paragraph') return {};
  const topics: string[] = [];
  let thread: string | undefined;
  for (const node of last.children) {
    if (node.type === 'text' && node.value === ' · ') continue;
    const path = node.type === 'link' && node.url.startsWith(site) ? node.url.slice(site.length) : '';
    const [, kind, slug = ''] = /^(?:[A-Za-z0-9-]+\/)?(topics|threads)\/([a-z0-9-]+)\/$/.exec(path) ?? [];
    if (kind === 'topics') topics.push(slug);
    else if (kind === 'threads') thread = slug;
    else return {};
  }
  text.pop();
  return { topics, ...(thread !== undefined && { thread }) };
}
