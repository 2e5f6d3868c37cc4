import type { Finding } from '../../diagnostics/diagnostic.ts';
import type { Draft } from '../../markdown/draft.ts';
import type { Publication } from '../../brief/publication.ts';
import type { FrontMatterFields } from '../../brief/front-matter.ts';

/** A rule over one brief. Never throws. */
export type Rule = (subject: Subject) => Iterable<Finding>;

export interface Subject {
  readonly draft: Draft;
  /** The valid fields; invalid ones are missing and already reported. */
  readonly fields: Partial<FrontMatterFields>;
  readonly publication: Publication;
}
