import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { sortDiagnostics } from '../diagnostics/diagnostic.ts';
import { dayIn } from '../brief/dates.ts';
import type { Publication } from '../brief/publication.ts';
import { cachePath, digestOf } from '../store/cache.ts';
import type { Snapshot } from './snapshot.ts';
import { assertBriefsFolder } from './find-briefs.ts';
import { fingerprintOf, fingerprintOfRecords, fingerprintOfSources } from '../store/folder.ts';
import { loadSnapshot, type LoadOptions } from './load.ts';
import { checkPublicFolder, rememberedIconProblem } from './public-folder.ts';
import { momentOfBuild } from './build-moment.ts';
import type { Output } from '../store/output.ts';
import { digestOfCode } from './page-keys.ts';
import { readAdded } from './added-files.ts';
import type { Made } from './summary.ts';

/** The build that finished last. */
interface LastBuild {
  /** Digest of its inputs. */
  readonly inputs: string;
  /** Digest of the names, sizes and times of its files in `dist/`. */
  readonly output: string;
  /** Digest of the record of their content. */
  readonly record: string;
  readonly made: Made;
  readonly kept?: readonly string[];
}

/** A snapshot to build, with a digest of all its inputs. */
export interface BuildSnapshot extends Snapshot {
  readonly inputs: string;
  /** Digest of everything the site shows of its briefs, and of the files that pages read. */
  readonly shown: () => string;
  /** Slugs of briefs with errors that the site shows as they were published. */
  readonly kept?: readonly string[];
}

/** Loads what a build publishes. */
export async function loadBuildSnapshot(
  root: string,
  publication: Publication,
  more: Pick<LoadOptions, 'replaced' | 'baseline'> = {},
): Promise<BuildSnapshot> {
  assertBriefsFolder(root);
  // Before anything else is read, so that the next build notices what changes meanwhile.
  const files = digestOfFiles(root);
  const now = momentOfBuild(process.env, publication.timeZone);
  const loaded = await loadSnapshot({
    root,
    publication,
    now,
    audience: publication.preview ? 'editors' : 'public',
    ...more,
  });
  const snapshot = {
    ...loaded,
    diagnostics: sortDiagnostics([
      ...loaded.diagnostics,
      ...(await checkPublicFolder(root, rememberedIconProblem)),
    ]),
  };
  const { now: moment, counts, ...said } = snapshot;
  // The list of expected events changes daily, the news sitemap every minute.
  const day = publication.newsSitemap ? moment : dayIn(moment, publication.timeZone);
  // The key of a rendered brief stands for all that lists show of it.
  const briefs = said.briefs.map(({ listing, ...brief }) => brief);
  return {
    ...snapshot,
    inputs: digestOf(files, JSON.stringify(publication), JSON.stringify({ ...said, briefs }), day),
    shown: () => digestOf(digestOfShown(snapshot), day, readAdded(root, 'robots.txt')),
  };
}

/** Brief by brief: no string could hold the lists of all. */
function digestOfShown({ briefs, notices }: Snapshot): string {
  const shown = briefs.map(({ key, ...brief }) => digestOf(JSON.stringify(brief)));
  return digestOf(shown.join('\n'), JSON.stringify(notices));
}

/** What the last build made, if this one would make the same: no input has changed, and nobody has changed `dist/`. */
export function findSameBuild(root: string, { inputs }: BuildSnapshot): Made | undefined {
  const last = readLast(root);
  if (last?.inputs !== inputs || readRecord(root, last) === undefined) return undefined;
  return last.output === fingerprintOf(join(root, 'dist')) ? nothingMade(last.made) : undefined;
}

/** Forgets the last build before `dist/` is replaced. */
export function forgetBuild(root: string): void {
  rmSync(pathOf(root), { force: true });
}

/** Records a build that has just replaced the last one. */
export async function recordBuild(
  root: string,
  { inputs, kept }: Pick<BuildSnapshot, 'inputs' | 'kept'>,
  output: Output,
  made: Made,
  isCopied = false,
): Promise<void> {
  const digests = Array.from(output.records(), ([path, { sha256 }]) => [path, sha256] as const);
  const record = JSON.stringify(Object.fromEntries(digests));
  await writeFileAtomic(recordPathOf(root), record, { fsync: false });
  const last: LastBuild = {
    inputs,
    // A copy has times of its own.
    output: isCopied ? fingerprintOf(join(root, 'dist')) : fingerprintOfRecords(output.records()),
    record: digestOf(record),
    made,
    ...(kept && { kept }),
  };
  await writeFileAtomic(pathOf(root), JSON.stringify(last), { fsync: false });
}

/** Slugs of briefs with errors that the last build showed as they were published. */
export function readKept(root: string): readonly string[] {
  return readLast(root)?.kept ?? [];
}

/**
 * SHA-256 of each file that the last build wrote to `dist/`, by path; undefined if there was none, or if the record is damaged.
 * The record is not in `dist/`, so changing a file there does not change it.
 */
export function readBuiltFiles(root: string): ReadonlyMap<string, string> | undefined {
  const last = readLast(root);
  const record = last && readRecord(root, last);
  if (record === undefined) return undefined;
  return new Map(Object.entries(JSON.parse(record) as Record<string, string>));
}

function readRecord(root: string, last: LastBuild): string | undefined {
  try {
    const record = readFileSync(recordPathOf(root), 'utf8');
    return digestOf(record) === last.record ? record : undefined;
  } catch {
    return undefined;
  }
}

function nothingMade(made: Made): Made {
  const { cards, images, indexes } = made;
  const none = { made: 0 };
  return {
    ...made,
    isSame: true,
    isBundled: false,
    rendered: 0,
    cards: { ...cards, ...none },
    images: { ...images, ...none },
    indexes: { ...indexes, ...none },
  };
}

/** Inputs that are not in the snapshot. */
function digestOfFiles(root: string): string {
  return digestOf(digestOfCode(root), fingerprintOfSources(join(root, 'public')));
}

function readLast(root: string): LastBuild | undefined {
  try {
    return JSON.parse(readFileSync(pathOf(root), 'utf8')) as LastBuild;
  } catch {
    return undefined;
  }
}

function pathOf(root: string): string {
  return cachePath(root, 'last-build.json');
}

function recordPathOf(root: string): string {
  return cachePath(root, 'built-files.json');
}
