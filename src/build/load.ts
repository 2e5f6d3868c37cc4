import type { Listing } from '../brief/brief.ts';
import { formatDay } from '../brief/dates.ts';
import { limits } from '../brief/front-matter.ts';
import { languageFor } from '../languages/languages.ts';
import type { Moment } from '../brief/moment.ts';
import { compareMoments } from '../brief/moment.ts';
import type { Publication } from '../brief/publication.ts';
import { inDraft } from '../check/unfinished.ts';
import { crossBriefRules } from '../check/rules/cross-brief-rules.ts';
import { slugDuplicates } from '../check/rules/slug-duplicate.ts';
import { slugOf } from '../brief/slug.ts';
import { isOutOfDate, visibilityOf } from '../brief/visibility.ts';
import { sortDiagnostics, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { entryPath } from '../store/cache.ts';
import { addressClashes } from './address-clashes.ts';
import type { Baseline } from './baseline.ts';
import { ownFiles, ownPaths } from './own-paths.ts';
import { openCardNames } from './card-names.ts';
import { compileFiles, type Loaded, type ReplacedTexts } from './compile-files.ts';
import type { CompileRecord, PageRecord } from './compiled-brief.ts';
import type { Audience, Snapshot, SnapshotBrief, Notice } from './snapshot.ts';
import type { ImageJob } from './images.ts';
import { findBriefs } from './find-briefs.ts';
import { findMisnamed } from './misnamed-files.ts';
import { reportProgress } from './progress.ts';
import { findStrayLocations } from './stray-images.ts';
import { findComponents } from './own-components.ts';
import { listStandingFiles } from './standing-pages.ts';
import { findSampleText } from './sample-text.ts';
import { factsOfSettings, locateInSettings } from '../settings/own-links.ts';
import { factsOfRedirects, readRedirects, redirectClashes } from './redirect-lines.ts';
import { findPrivateAddress } from '../settings/private-address.ts';

export interface LoadOptions {
  readonly root: string;
  readonly publication: Publication;
  /** The moment that decides what is public. */
  readonly now: Moment;
  readonly audience: Audience;
  /** Texts that take the place of files or are added; undefined leaves a file out. The files stay as they are. */
  readonly replaced?: ReplacedTexts | undefined;
  /** What was published, to report what would disappear. */
  readonly baseline?: Baseline | undefined;
}

/**
 * Reads every brief and standing page, compiles those that are not in the cache, checks them together, and decides what is shown.
 * Leaves out broken briefs and reports their problems; does not throw.
 */
export async function loadSnapshot(options: LoadOptions): Promise<Snapshot> {
  const { root, publication, now, replaced } = options;
  reportProgress({ phase: 'load', begins: true });
  const found = await findBriefs(root);
  const isIn = ({ file }: { readonly file: string }): boolean =>
    replaced?.has(file) !== true || replaced.get(file) !== undefined;
  const there = new Set(found.files.map(({ file }) => file));
  const added = [...(replaced ?? [])].flatMap(([file, text]) =>
    text === undefined || there.has(file) ? [] : [{ file, slug: slugOf(file) }],
  );
  const files = [...found.files.filter(isIn), ...added];
  const problems = found.problems.filter(({ file }) => replaced?.has(file) !== true);
  const standing = await listStandingFiles(root);
  const components = await findComponents(root);
  const { loaded, pages, compiled, diagnostics } = await compileFiles(options, components.names, [
    ...files.map(({ file }) => file),
    ...standing.files,
  ]);
  reportProgress({ phase: 'check', begins: true });
  const facts = loaded.map(({ record }) => record.facts);
  const drafts = draftsOf(loaded);
  const slugs = new Set(files.map(({ slug }) => slug));
  const samples = await findSampleText(root, publication);
  const shown = new Set(
    [...loaded, ...pages].flatMap(({ record }) => record.images.map(({ path }) => path.normalize('NFC'))),
  );
  const strays = await findStrayLocations(root, shown);
  const ownOnes = await ownFiles(root);
  const factsOfPages = pages.map(({ record }) => record.facts);
  const own = ownPaths(ownOnes, factsOfPages);
  const redirects = readRedirects(root);
  const linking = [...factsOfPages, factsOfSettings(publication), factsOfRedirects(redirects, publication)];
  const together = crossBriefRules.flatMap((rule) => [
    ...rule({ briefs: facts, pages: linking, publication, now, slugs, own }),
  ]);
  // Loads the parser, which most builds do without.
  const published = options.baseline
    ? (await import('./published-changes.ts')).findPublishedChanges(
        {
          root,
          publication,
          now,
          components: components.names,
          briefs: facts,
          slugs: new Set([...slugs, ...problems.map(({ file }) => slugOf(file))]),
          broken: new Set(
            loaded.flatMap(({ record }) => (record.brief === undefined ? [record.facts.file] : [])),
          ),
          redirected: redirects.map(({ from }) => from.name),
        },
        options.baseline,
      )
    : [];
  return {
    now,
    ...selectShown(loaded, pages, options),
    pages: pages.flatMap(({ record }) => record.page ?? []),
    keys: entriesOf([...loaded, ...pages]),
    diagnostics: sortDiagnostics([
      ...problems,
      ...standing.others,
      ...components.problems,
      ...samples,
      ...findPrivateAddress(root, publication),
      ...strays,
      ...findMisnamed(root, shown),
      ...ofDrafts(
        [
          ...diagnostics,
          ...locateInSettings(root, publication, together),
          ...slugDuplicates(draftsLast(files, drafts)),
        ],
        drafts,
      ),
      ...addressClashes({ publication, briefs: facts, now, own: ownOnes }),
      ...redirectClashes(redirects, publication, facts),
      ...published,
    ]),
    counts: { files: files.length, compiled, ...countHidden(loaded, now) },
  };
}

/** Reads and compiles some of the briefs and standing pages, without the rules that need all of them. */
export async function loadShare(
  options: LoadOptions,
  files: readonly string[],
): Promise<Pick<Snapshot, 'briefs' | 'images' | 'keys' | 'diagnostics'> & { readonly compiled: number }> {
  reportProgress({ phase: 'load', begins: true });
  const { names } = await findComponents(options.root);
  const { loaded, pages, compiled, diagnostics } = await compileFiles(options, names, files);
  const { briefs, images } = selectShown(loaded, pages, options);
  return {
    briefs,
    images,
    keys: entriesOf([...loaded, ...pages]),
    compiled,
    diagnostics: sortDiagnostics(ofDrafts(diagnostics, draftsOf(loaded))),
  };
}

/** The cache entries of some files. */
function entriesOf(loaded: readonly Loaded<CompileRecord>[]): string[] {
  return loaded.flatMap(({ key, record }) => [
    entryPath('checks', key),
    ...('brief' in record ? [entryPath('briefs', record.brief)] : []),
  ]);
}

/** The diagnostics as they count, marked where they are a draft's. */
function ofDrafts(diagnostics: readonly Diagnostic[], drafts: ReadonlySet<string>): Diagnostic[] {
  return diagnostics.map((diagnostic) =>
    drafts.has(diagnostic.file) ? { ...inDraft(diagnostic), isOfDraft: true } : diagnostic,
  );
}

function draftsOf(loaded: readonly Loaded[]): Set<string> {
  return new Set(loaded.flatMap(({ record: { facts } }) => (facts.status === 'draft' ? [facts.file] : [])));
}

/** Of two files with the same slug, the second is the error. */
function draftsLast<Item extends { readonly file: string }>(
  items: readonly Item[],
  drafts: ReadonlySet<string>,
): Item[] {
  return items.toSorted((one, other) => Number(drafts.has(one.file)) - Number(drafts.has(other.file)));
}

/** A brief of a preview that is not public: its card says so. Long titles give way to the mark. */
function withMark(listing: Listing, visibility: 'draft' | 'embargoed', { timeZone }: Publication): Listing {
  const { labels, locale, code } = languageFor(listing.lang);
  const day = formatDay(listing.date, locale ?? code, timeZone);
  const mark = visibility === 'draft' ? labels.draft : labels.embargoed.replace('{date}', day);
  const title = `${mark} · ${listing.cardTitle ?? listing.title}`;
  const cardTitle = title.length > limits.title ? `${title.slice(0, limits.title - 1).trimEnd().toWellFormed()}…` : title; // prettier-ignore
  return { ...listing, cardTitle };
}

function selectShown(
  loaded: readonly Loaded[],
  pages: readonly Loaded<PageRecord>[],
  { root, publication, now, audience }: LoadOptions,
): Pick<Snapshot, 'briefs' | 'notices' | 'images'> {
  const briefs: SnapshotBrief[] = [];
  const notices: Notice[] = [];
  const images = new Map<string, ImageJob>();
  const slugs = new Set<string>();
  const cardNames = openCardNames(root, publication);
  for (const { record } of loaded) {
    const { listing, brief: key } = record;
    // One address shows one brief; the second was reported.
    if (!listing || key === undefined || slugs.has(listing.slug)) continue;
    slugs.add(listing.slug);
    const visibility = visibilityOf(listing, now);
    if (visibility === 'withdrawn') {
      const { slug, lang, withdrawn } = listing;
      if (withdrawn) notices.push({ slug, lang, ...withdrawn });
    } else if (visibility === 'public' || audience === 'editors') {
      const seen = publication.preview && visibility !== 'public' ? withMark(listing, visibility, publication) : listing; // prettier-ignore
      const card = cardNames.of(seen, key);
      const shown = { listing: seen, visibility, outOfDate: isOutOfDate(listing, now), key };
      briefs.push(card === undefined ? shown : { ...shown, card });
      for (const job of record.jobs) images.set(job.file, job);
    }
  }
  for (const { record } of pages) for (const job of record.page ? record.jobs : []) images.set(job.file, job);
  cardNames.close();
  briefs.sort(
    (a, b) => compareMoments(b.listing.date, a.listing.date) || (a.listing.slug < b.listing.slug ? -1 : 1),
  );
  return { briefs, notices, images: [...images.values()] };
}

function countHidden(loaded: readonly Loaded[], now: Moment) {
  let drafts = 0;
  const embargoes: Moment[] = [];
  for (const { record } of loaded) {
    if (record.facts.status === 'draft') drafts += 1;
    else if (record.listing && visibilityOf(record.listing, now) === 'embargoed')
      embargoes.push(record.listing.date);
  }
  const [nextEmbargo] = embargoes.sort(compareMoments);
  return { drafts, embargoed: embargoes.length, ...(nextEmbargo === undefined ? {} : { nextEmbargo }) };
}
