import type { Listing, Teaser } from '../brief/brief.ts';
import type { Moment } from '../brief/moment.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Visibility } from '../brief/visibility.ts';
import type { CompiledPage } from '../check/compile.ts';
import type { ImageJob } from './images.ts';

/** Everything that a build publishes, as of one moment. */
export interface Snapshot {
  readonly now: Moment;
  /** Newest first. */
  readonly briefs: readonly SnapshotBrief[];
  /** Withdrawn briefs: their addresses show only a notice. */
  readonly notices: readonly Notice[];
  /** The standing pages, sorted by name. */
  readonly pages: readonly CompiledPage[];
  /** The files to make of images in briefs and pages. */
  readonly images: readonly ImageJob[];
  readonly diagnostics: readonly Diagnostic[];
  /** Cache entries of all brief and page files, shown or not: paths below the cache's folder. */
  readonly keys: readonly string[];
  readonly counts: SnapshotCounts;
}

export interface SnapshotBrief {
  readonly listing: Listing;
  /** Other values than `public` occur only in `astro dev`. */
  readonly visibility: Exclude<Visibility, 'withdrawn'>;
  readonly outOfDate: boolean;
  /** Key of the brief's body. */
  readonly key: string;
  /** File name of its link card, if the publication has cards. */
  readonly card?: string;
}

/** A brief in a list. */
export interface BriefInList extends Pick<SnapshotBrief, 'visibility'> {
  readonly listing: Teaser;
}

/** What may still be published of a withdrawn brief. */
export interface Notice {
  readonly slug: string;
  readonly lang: string;
  readonly date: Moment;
  readonly reason: string;
}

export interface SnapshotCounts {
  /** Brief files found. */
  readonly files: number;
  /** Of these, those that had to be rendered. */
  readonly compiled: number;
  /** Briefs that are not shown, by reason. */
  readonly drafts: number;
  readonly embargoed: number;
  /** When the next embargoed brief becomes public. */
  readonly nextEmbargo?: Moment;
}

/** Whom the snapshot is for: `public` is what a build publishes; `editors` also has what is not public yet, marked as such. */
export type Audience = 'public' | 'editors';

/** The public briefs, for machines. */
export function listedOf<Shown>(
  briefs: readonly (Pick<SnapshotBrief, 'visibility'> & { readonly listing: Shown })[],
): Shown[] {
  return briefs.filter(({ visibility }) => visibility === 'public').map(({ listing }) => listing);
}
