import type { Listing, Moment } from '../brief/brief.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Visibility } from '../brief/visibility.ts';
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
  /** Entries of the cache for all briefs and pages that there are files of, shown or not: paths below its folder. */
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
  /** Of these, compiled now; of the others the cache had what is published. */
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
