import type { Finding } from '../../diagnostics/diagnostic.ts';
import type { Draft } from '../../markdown/draft.ts';
import type { Publication } from '../../brief/publication.ts';
import type { FrontMatterFields } from '../../markdown/schema.ts';

/** One rule over one brief: yields what it finds, and never throws. */
export type Rule = (subject: Subject) => Iterable<Finding>;

export interface Subject {
  readonly draft: Draft;
  /** The fields that have the right form; one that has not is missing here and was reported already. */
  readonly fields: Partial<FrontMatterFields>;
  readonly publication: Publication;
}
