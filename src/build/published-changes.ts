import { briefsFolder } from '../brief/briefs-folder.ts';
import type { Moment } from '../brief/moment.ts';
import type { Publication } from '../brief/publication.ts';
import type { ListedBrief as ListedOnSite } from '../brief/site-paths.ts';
import { slugOf } from '../brief/slug.ts';
import { visibilityIfKnown, visibilityOf } from '../brief/visibility.ts';
import { check } from '../check/check.ts';
import { factsOf, listedFrom, type Facts } from '../check/cross-brief-facts.ts';
import type { Code } from '../diagnostics/codes.ts';
import { diagnosticOf, type Diagnostic, type Range } from '../diagnostics/diagnostic.ts';
import { quote } from '../diagnostics/quote.ts';
import { parse } from '../markdown/parse.ts';
import type { Baseline, ListedBrief, PublishedVersion, SourceBaseline } from './baseline.ts';
import { findEndedLists } from './ended-lists.ts';
import { readBrief } from './find-briefs.ts';

/** A brief that stands on the site. */
interface PublishedBrief extends ListedBrief {
  /** The slugs that it had before, oldest first, as far as they are known. */
  readonly aliases: readonly string[];
  /** Its file, relative to the project root, if the sources are known. */
  readonly file?: string;
  readonly sections: readonly string[];
  /** As lists know it, if they have it and the sources are known. */
  readonly listed?: ListedOnSite | undefined;
}

/** The briefs as they are now. */
export interface PresentBriefs {
  readonly root: string;
  readonly publication: Publication;
  readonly now: Moment;
  readonly components: readonly string[];
  /** Drafts last. */
  readonly briefs: readonly Facts[];
  /** Slugs of all files, including those that cannot be read. */
  readonly slugs: ReadonlySet<string>;
  /** Files with errors, whose other fields may be unknown. */
  readonly broken: ReadonlySet<string>;
  /** The paths that the publisher’s own redirects take. */
  readonly redirected: readonly string[];
}

/**
 * Reports published briefs that the next build would unpublish, whose address it would drop, or whose identity in feeds it would
 * change.
 */
export function findPublishedChanges(present: PresentBriefs, baseline: Baseline): Diagnostic[] {
  const published =
    baseline.kind === 'site'
      ? baseline.briefs.map(ofSite)
      : baseline.changed().flatMap((file) => lastPublished(present, baseline, slugOf(file)) ?? []);
  const known = new Set(published.map(({ slug }) => slug));
  // Of sources, only the changed files were read.
  const isNew = ({ slug }: Facts): boolean =>
    !known.has(slug) &&
    (baseline.kind === 'site' || baseline.versions(slug)[Symbol.iterator]().next().done === true);
  const unique = new Map(published.map((brief) => [brief.slug, brief]));
  return [
    ...[...unique.values()].flatMap((brief) => changeOf(present, baseline, brief, isNew) ?? []),
    ...endedLists(present, [...unique.values()]),
  ];
}

function endedLists(
  { briefs, broken, publication, now, redirected }: PresentBriefs,
  published: readonly PublishedBrief[],
): Diagnostic[] {
  const before = published.flatMap(({ listed, slug, file = '' }) => {
    const heir = briefs.find((each) => each.slug === slug);
    return listed ? [{ listed, file: heir?.file ?? file, heir }] : [];
  });
  // A brief with errors may have other lists than it seems, and one that is unpublished is an error itself.
  const kept = new Map(
    before.flatMap(({ listed, heir }) => {
      const visibility = heir && visibilityIfKnown(heir, now);
      const isKept = heir && (broken.has(heir.file) || visibility === 'draft' || visibility === 'embargoed');
      return isKept ? [[listed.slug, listed] as const] : [];
    }),
  );
  const present = briefs
    .filter((brief) => kept.has(brief.slug) || visibilityIfKnown(brief, now) === 'public')
    .map((brief) => kept.get(brief.slug) ?? listedFrom(brief, publication.lang));
  return findEndedLists(before, present, publication, redirected);
}

function ofSite(brief: ListedBrief): PublishedBrief {
  const { slug, firstSlug } = brief;
  return { ...brief, aliases: slug === firstSlug ? [] : [firstSlug], sections: [] };
}

/** The newest version without errors; undefined if it is not public, or if there is none. */
function lastPublished(
  present: PresentBriefs,
  { versions }: SourceBaseline,
  slug: string,
): PublishedBrief | undefined {
  for (const version of versions(slug)) {
    const read = readVersion(version, present);
    if (!read) continue;
    const { facts, title } = read;
    const aliases = facts.aliases.map(({ name }) => name);
    const sections = facts.likeness?.sections ?? [];
    const listed = read.isListed ? listedFrom(facts, present.publication.lang) : undefined;
    return read.isPublic
      ? { slug, firstSlug: aliases[0] ?? slug, title, aliases, file: version.file, sections, listed }
      : undefined;
  }
  return undefined;
}

/** A version without errors of its own; undefined if it has some. */
export function readVersion(
  version: PublishedVersion,
  { publication, now, components }: Pick<PresentBriefs, 'publication' | 'now' | 'components'>,
):
  | { readonly facts: Facts; readonly title: string; readonly isPublic: boolean; readonly isListed: boolean }
  | undefined {
  const bytes = version.text();
  if (!bytes) return undefined;
  const draft = parse(version.file, new TextDecoder().decode(bytes), publication, components);
  const { fields } = check(draft, publication);
  if (!fields) return undefined;
  const visibility = visibilityOf(fields, now);
  return {
    facts: factsOf(draft, fields),
    title: fields.title,
    isPublic: visibility === 'public' || visibility === 'withdrawn',
    isListed: visibility === 'public',
  };
}

function changeOf(
  present: PresentBriefs,
  baseline: Baseline,
  brief: PublishedBrief,
  isNew: (brief: Facts) => boolean,
): Diagnostic | undefined {
  const { briefs, slugs, now, broken } = present;
  const { slug, firstSlug } = brief;
  const heir =
    briefs.find((each) => each.slug === slug) ??
    briefs.find(({ aliases }) => aliases.some(({ name }) => name === slug));
  if (!heir) return slugs.has(slug) ? undefined : goneOf(present, baseline, brief, isNew);
  const visibility = visibilityIfKnown(heir, now);
  if (visibility === 'draft' || visibility === 'embargoed') return unpublishedOf(present, heir, visibility);
  const identity = heir.aliases[0]?.name ?? heir.slug;
  if (broken.has(heir.file) || identity === firstSlug) return undefined;
  const written = heir.aliases.map(({ name }) => name).filter((name) => name !== firstSlug);
  return problemIn(present, heir.file, /^aliases:.*$/m, {
    code: 'identity-changed',
    message: `Unexpected first slug ${quote(identity)}, expected ${quote(firstSlug)}, by which feeds know this brief`,
    note: `feed readers would show it again as a new one: write \`${aliasesLine([firstSlug, ...written])}\``,
  });
}

function unpublishedOf(
  present: PresentBriefs,
  { file, date = '' }: Facts,
  visibility: 'draft' | 'embargoed',
): Diagnostic {
  const [line, what, advice] =
    visibility === 'draft'
      ? [
          /^status:.*$/m,
          'a draft',
          'remove the line `status: draft`, and keep an unfinished revision on a branch',
        ]
      : [/^date:.*$/m, `embargoed until ${date}`, 'give it a date that has passed'];
  return problemIn(present, file, line, {
    code: 'brief-unpublished',
    message: `Unexpected brief that is ${what}, expected one that stays public, since it is published already`,
    note: `it would disappear from the site: ${advice}; to take it back, set \`status: withdrawn\` and \`withdrawn: { date: …, reason: … }\``,
  });
}

/** A published brief without a file, and the one that has its text now, if there is one. */
function goneOf(
  present: PresentBriefs,
  baseline: Baseline,
  { slug, title, file, aliases, sections }: PublishedBrief,
  isNew: (brief: Facts) => boolean,
): Diagnostic {
  const renamed = present.briefs.find(
    (each) => each.status !== 'draft' && isLike(each, title, sections) && isNew(each),
  );
  if (renamed) {
    const written = renamed.aliases.map(({ name }) => name).filter((name) => !aliases.includes(name));
    const line = aliasesLine([...aliases, slug, ...written]);
    return problemIn(present, renamed.file, /^aliases:.*$/m, {
      code: 'brief-gone',
      message: `Unexpected new name of the brief ${quote(slug)}, which is published, expected its old name among its aliases`,
      note: `its address would lead nowhere, and feed readers would show it again as a new one: ${written.length > 0 ? 'write' : 'add a line'} \`${line}\``,
    });
  }
  const former = file ?? `${briefsFolder}/${slug}.md`;
  const advice = baseline.kind === 'sources' ? `restore the file (${baseline.restore(former)})` : 'restore its file'; // prettier-ignore
  return problemIn(present, former, undefined, {
    code: 'brief-gone',
    message: `Expected the brief ${quote(slug)}, which is published, but its file is gone`,
    note: `its address would lead nowhere: ${advice}, and to take it back set \`status: withdrawn\`; if it has a new name, add \`${aliasesLine([...aliases, slug])}\` to that brief`,
  });
}

/** Whether a brief has the title, or two of the four sections. */
function isLike({ likeness }: Facts, title: string, sections: readonly string[]): boolean {
  if (!likeness) return false;
  const same = likeness.sections.filter((section, at) => section === sections[at]).length;
  return likeness.title.name === title || same >= 2;
}

function aliasesLine(names: readonly string[]): string {
  return `aliases: [${names.join(', ')}]`;
}

/** Points at a line of the file, or at the file. */
function problemIn(
  { root }: PresentBriefs,
  file: string,
  line: RegExp | undefined,
  { code, message, note }: { readonly code: Code; readonly message: string; readonly note: string },
): Diagnostic {
  return diagnosticOf(file, { code, range: rangeOf(root, file, line), message, note: { text: note } });
}

function rangeOf(root: string, file: string, line: RegExp | undefined): Range {
  const read = line ? readBrief(root, file) : { gone: true as const };
  const found = line && 'text' in read ? line.exec(read.text) : null;
  return found ? { start: found.index, end: found.index + found[0].length } : { start: 0, end: 0 };
}
