import type { Publication } from '../brief/publication.ts';
import { formatJobsOf, linkJobsOf, publicationJobsOf } from './card-jobs.ts';
import { diagnosticsOfCards } from './card-diagnostics.ts';
import { cardSettings } from '../cards/card.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { findBriefs } from './find-briefs.ts';
import { loadShare } from './load.ts';
import { listStandingFiles } from './standing-pages.ts';
import { momentOfBuild } from './build-moment.ts';
import { shareOf, type Shard } from './shard.ts';
import { openWorkerPool, type Job, type JobKind } from './worker-pool.ts';

/** What a shard made, and its problems. */
export interface FilledShard {
  readonly briefs: number;
  readonly compiled: number;
  readonly cards: number;
  readonly drawn: number;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Compiles a shard's share of the briefs and makes their cards and images, into the cache only. A build with the caches of all
 * shards only has to render pages.
 */
export async function fillShard(root: string, publication: Publication, shard: Shard): Promise<FilledShard> {
  const now = momentOfBuild(process.env, publication.timeZone);
  const { files, problems } = await findBriefs(root);
  // There are few standing pages, and one card of the publication's own: one shard makes them all.
  const isFirst = shard.index === 1;
  const pages = isFirst ? (await listStandingFiles(root)).files : [];
  const { newest: count } = cardSettings(publication);
  const { files: own, newest } = shareOf(shard, files, { root, publication, now, newest: count });
  const { briefs, images, compiled, diagnostics } = await loadShare(
    { root, publication, now, audience: 'public' },
    [...own.map(({ file }) => file), ...pages],
  );
  const formats = formatJobsOf(
    root,
    briefs.filter(({ listing }) => newest.has(listing.file)),
    publication,
  );
  const general = isFirst ? publicationJobsOf(publication) : [];
  const cards = [...general, ...linkJobsOf(briefs, publication), ...formats];
  const drawn = await make(root, 'cards', cards);
  await make(root, 'pictures', images);
  return {
    briefs: own.length,
    compiled,
    cards: cards.length,
    drawn: drawn.made,
    diagnostics: [...problems, ...diagnostics, ...diagnosticsOfCards(root, publication, drawn.problems)],
  };
}

async function make(root: string, kind: JobKind, jobs: readonly Job[]) {
  const pool = openWorkerPool(root, kind);
  try {
    return await pool.run(jobs);
  } finally {
    await pool.close();
  }
}
