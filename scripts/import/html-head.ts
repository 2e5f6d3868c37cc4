import type { Element, Nodes, Root } from 'hast';
import { EXIT, SKIP, visit } from 'unist-util-visit';
import { parseMoment } from '../../src/brief/moment.ts';
import { findElement, findElements, propertyOf } from './html-parts.ts';
import type { Dropped, Head } from './document-source.ts';

/** Reads what the head of a page states. */
export function readHead(tree: Root, headings: ReadonlySet<Nodes>): Head & { readonly dropped: Dropped[] } {
  const meta = metaOf(tree);
  const titles = titlesOf(tree);
  const summary = meta('og:description') ?? meta('description');
  const html = findElement(tree, ({ tagName }) => tagName === 'html');
  return {
    title: meta('og:title') ?? withoutSite(titles[0] ?? '', meta('og:site_name')),
    summary,
    date: dateOf(tree, meta, headings),
    lang: (html && propertyOf(html, 'lang')) || meta('og:locale')?.replace('_', '-'),
    dropped: [
      ...titles.filter(Boolean).map((text) => ({ what: 'page title', text })),
      ...(summary ? [{ what: 'page description', text: summary }] : []),
    ],
  };
}

/** All `<title>` texts, except those inside drawings. */
function titlesOf(tree: Root): string[] {
  const titles: string[] = [];
  visit(tree, 'element', ({ tagName, children }) => {
    if (tagName === 'svg') return SKIP;
    const text = children.map((child) => (child.type === 'text' ? child.value : '')).join('');
    if (tagName === 'title') titles.push(text.replace(/\s+/g, ' ').trim());
    return undefined;
  });
  return titles;
}

/** The base address of relative links. */
export function baseOf(tree: Root): string | undefined {
  const base = findElement(tree, ({ tagName }) => tagName === 'base');
  const canonical = findElement(
    tree,
    (each) => each.tagName === 'link' && propertyOf(each, 'rel').split(' ').includes('canonical'),
  );
  const addresses = [
    base && propertyOf(base, 'href'),
    canonical && propertyOf(canonical, 'href'),
    metaOf(tree)('og:url'),
  ];
  return addresses.find(
    (address) => address !== undefined && /^https?:/.test(address) && URL.canParse(address),
  );
}

type Meta = (name: string) => string | undefined;

function metaOf(tree: Root): Meta {
  const values = new Map<string, string>();
  for (const element of findElements(tree, ({ tagName }) => tagName === 'meta')) {
    const name = (propertyOf(element, 'property') || propertyOf(element, 'name')).toLowerCase();
    const content = propertyOf(element, 'content').replace(/\s+/g, ' ').trim();
    if (content !== '' && !values.has(name)) values.set(name, content);
  }
  return (name) => values.get(name);
}

/** Removes the site name from "Title | Site", if the page states it. */
function withoutSite(title: string, site: string | undefined): string | undefined {
  if (site === undefined) return title || undefined;
  return title.replace(new RegExp(`\\s*[|–—-]\\s*${RegExp.escape(site)}$`, 'i'), '') || undefined;
}

function dateOf(tree: Root, meta: Meta, headings: ReadonlySet<Nodes>): string | undefined {
  const stated = [meta('article:published_time'), ...datesInData(tree), meta('date'), meta('dcterms.date')];
  return [...stated, timeBefore(tree, headings)].find((date) => date !== undefined && isDate(date));
}

function isDate(text: string): boolean {
  return parseMoment(text, 'UTC') !== undefined;
}

/** The first `<time>` before the text; those inside it are dates of events. */
function timeBefore(tree: Root, headings: ReadonlySet<Nodes>): string | undefined {
  let date: string | undefined;
  visit(tree, (node) => {
    if (headings.has(node)) return EXIT;
    if (node.type !== 'element' || node.tagName !== 'time') return undefined;
    const stated = propertyOf(node, 'dateTime').trim();
    if (!isDate(stated)) return undefined;
    date = stated;
    return EXIT;
  });
  return date;
}

/** `datePublished` in structured data (schema.org). */
function datesInData(tree: Root): string[] {
  return findElements(tree, isStructuredData).flatMap((element) => {
    const [text] = element.children;
    if (text?.type !== 'text') return [];
    try {
      return datesIn(JSON.parse(text.value));
    } catch {
      return [];
    }
  });
}

function isStructuredData(element: Element): boolean {
  return element.tagName === 'script' && propertyOf(element, 'type') === 'application/ld+json';
}

function datesIn(data: unknown): string[] {
  if (Array.isArray(data)) return data.flatMap(datesIn);
  if (typeof data !== 'object' || data === null) return [];
  const { datePublished, '@graph': graph } = data as Record<string, unknown>;
  return [...(typeof datePublished === 'string' ? [datePublished] : []), ...datesIn(graph)];
}
