import { hasCards } from './check-cards.ts';
import type { Fault } from './fault.ts';
import type { Page } from './check-page.ts';
import { metaOf } from './page-facts.ts';
import type { SiteFolder } from './site-folder.ts';

/** Structured data parses, has what search engines ask of its kind, and leads to what is there. */
export function checkStructuredData(
  site: SiteFolder,
  { address, file, facts }: Page,
  note: (from: string, to: string) => void,
): Fault[] {
  const faults: Fault[] = [];
  const say = (reason: string): void => {
    faults.push({ address: address.pathname, kind: 'data', reason });
  };
  const kinds = new Set<string>();
  for (const text of facts.jsonLd) {
    const data = parse(text);
    if (!isThing(data)) {
      say('has structured data (JSON-LD) that is no JSON object');
      continue;
    }
    if (data['@context'] !== 'https://schema.org')
      say('has structured data without the context https://schema.org');
    const kind = String(data['@type']);
    kinds.add(kind);
    for (const property of wanted[kind] ?? []) {
      if (isEmpty(data[property]) && (property !== 'image' || hasCards(site)))
        say(`has a ${kind} without ${property}`);
    }
    if (kind === 'BreadcrumbList') checkCrumbs(data, say);
    for (const url of addressesIn(data)) {
      const target = URL.parse(url);
      const found = target ? site.find(target) : { nothing: 'is no address' };
      if ('nothing' in found) say(`names ${url} in its ${kind}, which ${found.nothing}`);
      if ('file' in found) note(file, found.file);
    }
  }
  // An embed says the same as its page, and leaves this to it.
  const isArticle =
    metaOf(facts, 'og:type') === 'article' && metaOf(facts, 'article:published_time') !== undefined;
  if (isArticle && !kinds.has('NewsArticle')) say('is an article without structured data (NewsArticle)');
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

type Thing = Readonly<Record<string, unknown>>;

function checkCrumbs({ itemListElement }: Thing, say: (reason: string) => void): void {
  const crumbs = Array.isArray(itemListElement) ? itemListElement.filter(isThing) : [];
  const isOrdered = crumbs.every(({ position, name }, at) => position === at + 1 && !isEmpty(name));
  if (!isOrdered) say('has breadcrumbs that are not numbered from 1, each with a name');
}

/** Addresses by their key: a text that speaks of one is no address. */
function addressesIn(value: unknown, key = ''): string[] {
  if (typeof value === 'string') {
    return /^(?:url|item|logo|image|mainEntityOfPage|contentUrl|embedUrl)$/.test(key) ? [value] : [];
  }
  if (Array.isArray(value)) return value.flatMap((item) => addressesIn(item, key));
  return isThing(value) ? Object.entries(value).flatMap(([name, inner]) => addressesIn(inner, name)) : [];
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
