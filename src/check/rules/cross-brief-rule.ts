import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Moment } from '../../brief/moment.ts';
import type { Facts, PageFacts } from '../cross-brief-facts.ts';
import type { Publication } from '../../brief/publication.ts';
import type { SitePaths } from '../../brief/site-paths.ts';

/** A rule over all briefs together. */
export type CrossBriefRule = (snapshot: CrossBriefFacts) => Iterable<Diagnostic>;

export interface CrossBriefFacts {
  /** Facts of every readable brief, sorted by file, drafts last. For a brief with errors, its valid fields. */
  readonly briefs: readonly Facts[];
  /** Links of standing pages, which are always public. */
  readonly pages: readonly PageFacts[];
  readonly publication: Publication;
  readonly now: Moment;
  /** Slugs of all files, including broken briefs, so that links to them are not reported. */
  readonly slugs: ReadonlySet<string>;
  /** Paths of the publisher's own pages and files. */
  readonly own: SitePaths;
}
