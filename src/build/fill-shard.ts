import type { Publication } from '../brief/publication.ts';
import { diagnosticsOfCards } from './card-diagnostics.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { loadShare } from './load.ts';
import { findWork, jobsOfWork } from './shard-work.ts';
import type { Shard } from './shard.ts';
import { openWorkerPool, pathsOf, type Job, type JobKind } from './worker-pool.ts';

/** What a shard made, and its problems. */
export interface FilledShard {
  readonly briefs: number;
  readonly compiled: number;
  readonly cards: number;
  readonly drawn: number;
  readonly diagnostics: readonly Diagnostic[];
  /** Paths below the cache's folder of everything that the shard made or found there. */
  readonly used: readonly string[];
}

/**
 * Compiles a shard's share of the briefs and makes their cards and images, into the cache only. A build with the caches of all
 * shards only has to render pages.
 */
export async function fillShard(root: string, publication: Publication, shard: Shard): Promise<FilledShard> {
  const work = await findWork(root, publication, shard);
  const { briefs, images, keys, compiled, diagnostics } = await loadShare(
    { root, publication, now: work.now, audience: 'public' },
    [...work.files, ...work.pages],
  );
  const cards = jobsOfWork(root, publication, work, briefs);
  const drawn = await make(root, 'cards', cards);
  const prepared = await make(root, 'pictures', images);
  return {
    briefs: work.files.length,
    compiled,
    cards: cards.length,
    drawn: drawn.made,
    diagnostics: [...work.problems, ...diagnostics, ...diagnosticsOfCards(root, publication, drawn.problems)],
    used: [...keys, ...[drawn, prepared].flatMap(pathsOf)],
  };
}

async function make(root: string, kind: JobKind, jobs: readonly Job[]) {
  const pool = openWorkerPool(root, kind, jobs.length);
  try {
    return await pool.run(jobs);
  } finally {
    await pool.close();
  }
}
