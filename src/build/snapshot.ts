import { mkdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { Listing, Moment } from '../brief/brief.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Visibility } from '../brief/visibility.ts';
import { cacheFolder } from '../store/cache.ts';
import type { CompiledPage } from '../check/compile.ts';
import type { PictureJob } from './images.ts';

/** All that one build publishes, decided at one moment. */
export interface Edition {
  readonly now: Moment;
  /** Newest first. */
  readonly briefs: readonly EditionBrief[];
  /** Addresses at which only a notice is left. */
  readonly notices: readonly Notice[];
  /** The publisher's own pages, sorted by name. */
  readonly pages: readonly CompiledPage[];
  /** What is to be made of the pictures that briefs and pages show. */
  readonly pictures: readonly PictureJob[];
  readonly diagnostics: readonly Diagnostic[];
  /** Where the cache keeps all briefs and pages that there are files of, shown or not. */
  readonly keys: readonly string[];
  readonly counts: EditionCounts;
}

export interface EditionBrief {
  readonly listing: Listing;
  /** Anything but `public` is there for the newsroom alone, in `astro dev`. */
  readonly visibility: Exclude<Visibility, 'withdrawn'>;
  readonly outOfDate: boolean;
  /** Where the cache keeps the brief's text. */
  readonly key: string;
}

/** All that may still be said of a withdrawn brief. */
export interface Notice {
  readonly slug: string;
  readonly lang: string;
  readonly date: Moment;
  readonly reason: string;
}

export interface EditionCounts {
  /** Brief files found. */
  readonly files: number;
  /** Of these, compiled now; the others were in the cache. */
  readonly compiled: number;
  /** Briefs held back, by reason. */
  readonly drafts: number;
  readonly embargoed: number;
  /** When the next embargoed brief becomes public. */
  readonly nextEmbargo?: Moment;
}

/** Who the edition is for: `public` is what a build publishes; `newsroom` shows what is not yet public, marked. */
export type Audience = 'public' | 'newsroom';

/** The public ones of what is shown: what machines are told of. */
export function listedOf(briefs: readonly Pick<EditionBrief, 'listing' | 'visibility'>[]): Listing[] {
  return briefs.filter(({ visibility }) => visibility === 'public').map(({ listing }) => listing);
}

const fileOf = (root: string): string => join(root, cacheFolder, 'edition.json');

/** The edition that this process loaded last, by project root. */
interface Held {
  fourfoldEditions?: Map<string, Edition>;
}

/**
 * Leaves the edition for the other side of the build. Config and pages share no module, but they are one process, and what
 * ten thousand briefs say need not be written out and read again; the file is for other programs, and tells `dev` when.
 */
export async function writeEdition(root: string, edition: Edition): Promise<void> {
  const held = globalThis as Held;
  held.fourfoldEditions ??= new Map();
  held.fourfoldEditions.set(resolve(root), edition);
  await mkdir(join(root, cacheFolder), { recursive: true });
  await writeFileAtomic(fileOf(root), JSON.stringify({ now: edition.now }), { fsync: false });
}

/** The edition that this process has loaded already, if it has. */
export function heldEdition(root: string): Edition | undefined {
  return (globalThis as Held).fourfoldEditions?.get(resolve(root));
}

/** The edition that was loaded last. */
export function readEdition(root: string): Edition {
  const edition = heldEdition(root);
  if (!edition) throw new Error('No edition was loaded yet.');
  return edition;
}

/** When the edition was loaded last, in milliseconds; undefined before the first time. */
export async function editionTime(root: string): Promise<number | undefined> {
  return stat(fileOf(root)).then(
    ({ mtimeMs }) => mtimeMs,
    () => undefined,
  );
}
