import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Moment } from '../../brief/brief.ts';
import type { Facts, PageFacts } from '../cross-brief-facts.ts';
import type { Publication } from '../../brief/publication.ts';
import type { SitePaths } from '../../brief/site-paths.ts';

/** One rule over all briefs together: yields what they disagree about. */
export type EditionRule = (edition: EditionFacts) => Iterable<Diagnostic>;

export interface EditionFacts {
  /** Facts of every brief that could be read, sorted by file, drafts last; of one with errors, what is known all the same. */
  readonly briefs: readonly Facts[];
  /** Links of the publisher's own pages, which are public at any time. */
  readonly pages: readonly PageFacts[];
  readonly publication: Publication;
  readonly now: Moment;
  /** Slugs of all files, also of those whose brief is broken: a link to one of these is no dead link. */
  readonly slugs: ReadonlySet<string>;
  /** Addresses of the publisher's own pages and files. */
  readonly own: SitePaths;
}
