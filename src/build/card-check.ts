import type { Publication } from '../brief/publication.ts';
import { formatJobsOf, linkJobsOf, publicationJobsOf } from './card-jobs.ts';
import { diagnosticsOfCards } from './card-diagnostics.ts';
import { cardSettings } from '../cards/card.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SnapshotBrief } from './snapshot.ts';
import { openWorkerPool } from './worker-pool.ts';

/**
 * Draws cards into the cache, where builds find them, and reports their problems. Draws those that a build would draw now and all
 * cards of briefs that are not public yet, because on publication they will be among the newest.
 */
export async function checkCards(
  root: string,
  publication: Publication,
  briefs: readonly SnapshotBrief[],
  isAsked: (file: string) => boolean = () => true,
): Promise<Diagnostic[]> {
  const { newest } = cardSettings(publication);
  const asked = (some: readonly SnapshotBrief[]): SnapshotBrief[] =>
    some.filter(({ listing }) => isAsked(listing.file));
  const shown = briefs.filter(({ visibility }) => visibility === 'public').slice(0, newest);
  const hidden = briefs.filter(({ visibility }) => visibility !== 'public');
  const formats = [shown, hidden].flatMap((some) => formatJobsOf(root, asked(some), publication));
  const jobs = [
    ...publicationJobsOf(briefs, publication),
    ...linkJobsOf(asked(briefs), publication),
    ...formats,
  ];
  if (jobs.length === 0) return [];
  const pool = openWorkerPool(root, 'cards', jobs.length);
  try {
    const { problems } = await pool.run(jobs);
    return diagnosticsOfCards(root, publication, problems);
  } finally {
    await pool.close();
  }
}
