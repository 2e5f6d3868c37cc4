import { hash } from 'node:crypto';
import type { Code } from '../diagnostics/codes.ts';
import type { Range } from '../diagnostics/diagnostic.ts';
import { anchorsOf } from '../markdown/anchors.ts';
import { sectionIds, type FrontMatter } from '../brief/brief.ts';
import type { Moment } from '../brief/moment.ts';
import type { Draft } from '../markdown/draft.ts';
import { rangeOfField } from '../markdown/field-places.ts';
import { linksOf, sourceLinksOf } from '../markdown/link-uses.ts';
import { readLink } from '../markdown/links.ts';
import { compareMoments } from '../brief/moment.ts';
import type { ListedBrief } from '../brief/site-paths.ts';
import { unread } from '../markdown/parse-limits.ts';
import type { FrontMatterFields } from '../brief/front-matter.ts';
import { isDraft } from './unfinished.ts';

/**
 * Facts about a brief that cross-brief rules compare with other briefs. Plain data, stored with the compiled brief. For a
 * brief with errors, only the valid fields are set.
 */
export interface Facts {
  readonly file: string;
  readonly slug: string;
  readonly status?: FrontMatter['status'];
  readonly date?: FrontMatter['date'];
  readonly references: readonly Reference[];
  /** Briefs named by address without a link, by slug: in code, in a field, or on another host. */
  readonly mentions?: readonly Mention[];
  readonly aliases: readonly Mention[];
  /** Links within the site, from its root, that do not lead to a brief. */
  readonly siteLinks: readonly SiteLink[];
  readonly topics: readonly Mention[];
  readonly authors: readonly string[];
  readonly corrections: number;
  readonly thread?: Mention;
  /** BCP 47. */
  readonly lang?: string;
  /** The last change after publication, and its field. */
  readonly changed?: Change;
  /** Ids on the page that links may lead to; undefined if the text could not be parsed completely. */
  readonly anchors?: readonly string[];
  /** Expectations without an outcome, by day. */
  readonly open: readonly Mention[];
  /** Used to detect copies; set for a brief with all four sections. */
  readonly likeness?: Likeness;
}

/** The publisher's own redirects, which are added to the site's. */
export const redirectsFile = 'public/_redirects';

/** Facts about a standing page that cross-brief rules compare with briefs. */
export type PageFacts = Pick<Facts, 'file' | 'references' | 'mentions' | 'siteLinks' | 'anchors'>;

export interface Likeness {
  readonly title: Mention;
  /** Digests of the whole file, and of each section in order. */
  readonly whole: string;
  readonly sections: readonly string[];
}

export interface Change {
  readonly moment: Moment;
  readonly range: Range;
}

/** A name with its range in the brief. */
export interface Mention {
  readonly name: string;
  readonly range: Range;
}

/** A link to a page or file of the site: its path without that of the publication. */
export interface SiteLink extends Mention {
  /** What the file has in place of the first slash, if it is the whole address. */
  readonly root?: string;
  /** The brief whose address it should be. */
  readonly slug?: string;
}

/** Another brief that this one refers to, by slug. */
export interface Reference extends Mention {
  readonly how: 'link' | 'translation' | 'outcome' | 'source';
  /** The fragment of a link to the other brief's page. */
  readonly fragment?: string;
}

/** The fields that determine in which lists a brief is. */
export function listedFrom(
  { slug, lang, references, date = '', topics, thread, authors, corrections }: Facts,
  own: string,
): ListedBrief {
  const original = references.find(({ how }) => how === 'translation');
  return {
    slug,
    lang: lang ?? own,
    ...(original && { translationOf: original.name }),
    date,
    topics: topics.map(({ name }) => name),
    ...(thread && { thread: thread.name }),
    authors,
    corrections,
  };
}

/** By date; those without one are new. */
export function oldestFirst(briefs: readonly Facts[]): Facts[] {
  const latest = '9999-12-31T23:59:59+00:00';
  return briefs.toSorted((one, other) => compareMoments(one.date ?? latest, other.date ?? latest));
}

/** Collects the facts of a brief from its valid fields. */
export function factsOf(draft: Draft, fields: Partial<FrontMatterFields>): Facts {
  const changed = changeOf(draft, fields);
  return {
    file: draft.file,
    slug: draft.slug,
    ...(isDraft(draft, fields)
      ? { status: 'draft' }
      : fields.status === undefined
        ? {}
        : { status: fields.status }),
    ...(fields.date === undefined ? {} : { date: fields.date }),
    references: [...linkReferences(draft), ...fieldReferences(draft, fields)],
    ...mentionsIn(draft),
    aliases: (fields.aliases ?? []).map((name, at) => ({ name, range: fieldRange(draft, ['aliases', at]) })),
    siteLinks: siteLinksOf(draft, fields),
    authors: fields.authors ?? [],
    corrections: fields.corrections?.length ?? 0,
    topics: (fields.topics ?? []).map((name, at) => ({ name, range: fieldRange(draft, ['topics', at]) })),
    ...(fields.thread === undefined
      ? {}
      : { thread: { name: fields.thread, range: fieldRange(draft, ['thread']) } }),
    ...(fields.lang === undefined ? {} : { lang: fields.lang }),
    ...(changed && { changed }),
    ...(draft.findings.some(({ code }) => incomplete.has(code))
      ? {}
      : { anchors: [...anchorsOf(draft, fields)] }),
    open: (fields.watch ?? []).flatMap(({ by, outcome }, at) =>
      outcome === undefined ? [{ name: by, range: fieldRange(draft, ['watch', at, 'by']) }] : [],
    ),
    ...likenessOf(draft, fields),
  };
}

/** Collects the facts of a standing page. */
export function factsOfPage(draft: Draft): PageFacts {
  const { file, references, mentions, siteLinks, anchors } = factsOf(draft, {});
  return { file, references, siteLinks, ...(mentions && { mentions }), ...(anchors && { anchors }) };
}

function likenessOf(
  { source, outline, frontMatter }: Draft,
  { title }: Partial<FrontMatterFields>,
): Pick<Facts, 'likeness'> {
  if (title === undefined || !frontMatter || outline.length !== sectionIds.length) return {};
  const digest = (text: string): string =>
    hash('sha256', text.replace(/\s+/g, ' ').trim(), 'hex').slice(0, 12);
  return {
    likeness: {
      title: { name: title, range: rangeOfField(frontMatter, ['title']) },
      whole: digest(source),
      sections: outline.map(({ range }, at) =>
        digest(source.slice(range.end, outline[at + 1]?.range.start ?? source.length)),
      ),
    },
  };
}

/** Codes of texts that are not parsed completely. */
const incomplete: ReadonlySet<Code> = new Set([...unread, 'mdx-syntax']);

function linkReferences(draft: Draft): Reference[] {
  return linksOf(draft.tree).flatMap(({ url, range }) => {
    const link = readLink(url, draft);
    if (link.kind !== 'brief') return [];
    const { slug, fragment } = link;
    return [{ name: slug, range, how: 'link' as const, ...(fragment === '' ? {} : { fragment }) }];
  });
}

/**
 * Finds every address of a brief in the source, as readers and `verify` would. Comments in the front matter are not
 * published.
 */
function mentionsIn({ source, frontMatter }: Draft): Pick<Facts, 'mentions'> {
  const mentions = [...source.matchAll(/briefs\/([a-z\d]+(?:-[a-z\d]+)*)(?![\w-])/g)].flatMap(
    ({ 0: text, 1: name = '', index }) => {
      const before = source.slice(source.lastIndexOf('\n', index) + 1, index);
      const isRemark = frontMatter !== undefined && index < frontMatter.range.end && /(?:^|\s)#/.test(before);
      return isRemark ? [] : [{ name, range: { start: index, end: index + text.length } }];
    },
  );
  return mentions.length === 0 ? {} : { mentions };
}

function fieldReferences(draft: Draft, fields: Partial<FrontMatterFields>): Reference[] {
  const references: Reference[] = (fields.watch ?? []).flatMap(({ brief }, at) =>
    brief === undefined
      ? []
      : [{ name: brief, range: fieldRange(draft, ['watch', at, 'brief']), how: 'outcome' as const }],
  );
  for (const { url, range } of sourceLinksOf(draft, fields)) {
    const link = readLink(url, draft);
    if (link.kind === 'brief') references.push({ name: link.slug, range, how: 'source' });
  }
  if (fields.translationOf !== undefined) {
    const range = fieldRange(draft, ['translationOf']);
    references.push({ name: fields.translationOf, range, how: 'translation' });
  }
  return references;
}

function siteLinksOf(draft: Draft, fields: Partial<FrontMatterFields>): Mention[] {
  return [...linksOf(draft.tree), ...sourceLinksOf(draft, fields)].flatMap(({ url, range }) => {
    const link = readLink(url, draft);
    return link.kind === 'site' ? [{ name: link.path, range }] : [];
  });
}

/** The latest of the update and the corrections. */
function changeOf(
  draft: Draft,
  { updated, corrections = [] }: Partial<FrontMatterFields>,
): Change | undefined {
  const changes = [
    ...(updated === undefined ? [] : [{ moment: updated, range: fieldRange(draft, ['updated']) }]),
    ...corrections.map(({ date }, at) => ({
      moment: date,
      range: fieldRange(draft, ['corrections', at, 'date']),
    })),
  ];
  return changes.toSorted((a, b) => compareMoments(b.moment, a.moment))[0];
}

function fieldRange(draft: Draft, path: readonly PropertyKey[]): Range {
  return draft.frontMatter ? rangeOfField(draft.frontMatter, path) : { start: 0, end: 1 };
}
