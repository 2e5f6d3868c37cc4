/** A brief in the index of a built site. */
export interface ListedBrief {
  readonly slug: string;
  /** Its identity in feeds. */
  readonly firstSlug: string;
  readonly title: string;
}

/** What stands on the site: the sources that it was built from, or the site itself. */
export type Baseline = SourceBaseline | SiteBaseline;

export interface SourceBaseline {
  readonly kind: 'sources';
  /** As messages call it, such as `the branch "origin/published"`. */
  readonly name: string;
  /** Brief files that are no longer there or say something else, relative to the project root. */
  readonly changed: () => readonly string[];
  /** The earlier versions of a brief, newest first. */
  readonly versions: (slug: string) => Iterable<PublishedVersion>;
  /** How to get a file back: a command, or what to copy. */
  readonly restore: (file: string) => string;
  /** What to type if earlier versions may be missing from this clone. */
  readonly deepen?: string;
}

export interface SiteBaseline {
  readonly kind: 'site';
  readonly name: string;
  readonly briefs: readonly ListedBrief[];
}

/** A version of a brief that was committed or copied. */
export interface PublishedVersion {
  /** As messages call it: `1a2b3c4d of 2026-11-30`. */
  readonly name: string;
  /** Relative to the project root. */
  readonly file: string;
  readonly text: () => Uint8Array | undefined;
  /** A file beside it, such as an image, as it was then. */
  readonly read: (file: string) => Uint8Array | undefined;
}

/** Why there is nothing to compare with. */
export class MissingBaseline extends Error {}
