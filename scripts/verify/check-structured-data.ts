import { hasCards } from './check-cards.ts';
import type { Fault } from './fault.ts';
import type { Page } from './check-page.ts';
import { isThing, parseJson, textIn, thingsIn, type Thing } from './json.ts';
import { isDate } from './moments.ts';
import { collapseSpace, metaOf, type PageFacts } from './page-facts.ts';
import type { SiteFolder } from './site-folder.ts';

/** Structured data is valid, has the properties that search engines need, and refers to existing files. */
export function checkStructuredData(
  site: SiteFolder,
  { address, file, facts }: Page,
  note: (from: string, to: string) => void,
): Fault[] {
  const faults: Fault[] = [];
  const report = (reason: string): void => {
    faults.push({ address: address.pathname, kind: 'data', reason });
  };
  const kinds = new Set<string>();
  for (const text of facts.jsonLd) {
    const data = parseJson(text);
    if (!isThing(data)) {
      report('has structured data (JSON-LD) that is not a JSON object');
      continue;
    }
    if (data['@context'] !== 'https://schema.org')
      report('has structured data without the context https://schema.org');
    const [kind = '', ...more] = [data['@type']].flat().map(String);
    for (const each of [kind, ...more]) kinds.add(each);
    for (const property of wanted[kind] ?? []) {
      if (isEmpty(data[property]) && (property !== 'image' || hasCards(site)))
        report(`has a ${kind} without ${property}`);
    }
    if (kind === 'BreadcrumbList') checkCrumbs(data, report);
    if (kind === 'NewsArticle') checkArticle(data, facts, report);
    for (const [key, url] of addressesIn(data)) {
      const found = site.find(url);
      if ('nothing' in found) report(`names ${url} in its ${kind}, which ${found.nothing}`);
      if ('elsewhere' in found && /^(?:image|mainEntityOfPage)$/.test(key))
        report(`names ${url} as ${key} of its ${kind}, which is on another host`);
      if ('file' in found) note(file, found.file);
    }
  }
  // An embed repeats its page, which has the structured data.
  const isArticle =
    metaOf(facts, 'og:type') === 'article' && metaOf(facts, 'article:published_time') !== undefined;
  if (isArticle && !kinds.has('NewsArticle')) report('is an article without structured data (NewsArticle)');
  return faults;
}

/** Google Search Central, "Article" and "Breadcrumb" structured data: required and recommended properties. */
const wanted: Readonly<Record<string, readonly string[]>> = {
  NewsArticle: [
    'headline',
    'image',
    'datePublished',
    'dateModified',
    'author',
    'publisher',
    'mainEntityOfPage',
  ],
  BreadcrumbList: ['itemListElement'],
};

function checkCrumbs({ itemListElement }: Thing, report: (reason: string) => void): void {
  const crumbs = thingsIn(itemListElement);
  const isOrdered = crumbs.every(({ position, name }, at) => position === at + 1 && !isEmpty(name));
  if (!isOrdered) report('has breadcrumbs that are not numbered from 1, each with a name');
  // The last is the page itself, whose address is optional.
  if (crumbs.slice(0, -1).some(({ item }) => isEmpty(item))) report('has breadcrumbs without an address');
}

/** An article has the same metadata for search engines as for readers and networks. */
function checkArticle(data: Thing, facts: PageFacts, report: (reason: string) => void): void {
  const heading = facts.headings.text;
  if (collapseSpace(textIn(data['headline'])) !== heading)
    report(`has a NewsArticle called "${textIn(data['headline'])}", but the page is called "${heading}"`);
  if (textIn(data['inLanguage']) !== facts.lang)
    report(`has a NewsArticle in "${textIn(data['inLanguage'])}", but the page has "${facts.lang}"`);
  for (const [name, meta] of [
    ['datePublished', 'article:published_time'],
    ['dateModified', 'article:modified_time'],
  ] as const) {
    const [date, said] = [textIn(data[name]), metaOf(facts, meta) ?? ''];
    if (!isDate(date))
      report(`has a NewsArticle with "${date}" as ${name}, expected a date and time (RFC 3339)`);
    else if (Date.parse(date) !== Date.parse(said))
      report(`has a NewsArticle of ${date} (${name}), but the page has ${said}`);
  }
  for (const role of ['author', 'publisher']) {
    const people = [data[role]].flat();
    if (people.some((person) => !isThing(person) || isEmpty(person['name'])))
      report(`has a NewsArticle with a ${role} without a name`);
  }
}

/** Addresses with their property, or that of the image itself. Found by key, since texts may mention addresses. */
function addressesIn(value: unknown, key = '', property = ''): (readonly [property: string, url: string])[] {
  if (typeof value === 'string') {
    return /^(?:url|item|logo|image|mainEntityOfPage|contentUrl|embedUrl)$/.test(key)
      ? [[property, value]]
      : [];
  }
  if (Array.isArray(value)) return value.flatMap((item) => addressesIn(item, key, property));
  if (!isThing(value)) return [];
  return Object.entries(value).flatMap(([name, inner]) => addressesIn(inner, name, property || name));
}

function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return (
    value === undefined ||
    value === null ||
    value === '' ||
    (isThing(value) && Object.keys(value).length === 0)
  );
}
