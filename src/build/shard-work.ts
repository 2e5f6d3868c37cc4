import type { Moment } from '../brief/moment.ts';
import type { Publication } from '../brief/publication.ts';
import { cardSettings } from '../cards/card.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { openCache } from '../store/cache.ts';
import { openFileDigests } from '../store/file-memory.ts';
import { momentOfBuild } from './build-moment.ts';
import { formatJobsOf, linkJobsOf, publicationJobsOf } from './card-jobs.ts';
import { openImageStates, readRecord, type CompileRecord } from './compiled-brief.ts';
import { openCheckKeys } from './compile-files.ts';
import { findBriefs, readBrief } from './find-briefs.ts';
import { loadShare } from './load.ts';
import { findComponents } from './own-components.ts';
import { shareOf, type Shard } from './shard.ts';
import type { SnapshotBrief } from './snapshot.ts';
import { listStandingFiles } from './standing-pages.ts';
import { openJobKeys, type Job } from './worker-pool.ts';

/** What a shard works on. */
interface ShardWork {
  readonly now: Moment;
  readonly shard: Shard;
  /** Its briefs. */
  readonly files: readonly string[];
  /** The standing pages, if it makes them. */
  readonly pages: readonly string[];
  /** Files of the newest public briefs of the site, which have cards in all formats. */
  readonly newest: ReadonlySet<string>;
  readonly problems: readonly Diagnostic[];
}

export async function findWork(root: string, publication: Publication, shard: Shard): Promise<ShardWork> {
  const now = momentOfBuild(process.env, publication.timeZone);
  const { files, problems } = await findBriefs(root);
  const { newest: count } = cardSettings(publication);
  const { files: own, newest } = shareOf(shard, files, { root, publication, now, newest: count });
  return {
    now,
    shard,
    files: own.map(({ file }) => file),
    pages: isFirst(shard) ? (await listStandingFiles(root)).files : [],
    newest,
    problems,
  };
}

/** There are few standing pages, and one card of the publication in its own language: one shard makes them all. */
function isFirst({ index }: Shard): boolean {
  return index === 1;
}

/** The cards of a shard's briefs. */
export function jobsOfWork(
  root: string,
  publication: Publication,
  { shard, newest }: Pick<ShardWork, 'shard' | 'newest'>,
  briefs: readonly SnapshotBrief[],
): Job[] {
  const formats = formatJobsOf(
    root,
    briefs.filter(({ listing }) => newest.has(listing.file)),
    publication,
  );
  // Those of other languages are made by each shard that has briefs in them, since none knows all languages.
  const general = publicationJobsOf(briefs, publication).slice(isFirst(shard) ? 0 : 1);
  return [...general, ...linkJobsOf(briefs, publication), ...formats];
}

/**
 * Paths below the cache's folder of what a shard would use and does not have. What an entry refers to is known when it is there:
 * ask again after fetching these, until nothing new is asked for.
 */
export async function listMissing(root: string, publication: Publication, shard: Shard): Promise<string[]> {
  const work = await findWork(root, publication, shard);
  const cache = openCache(root);
  const { names } = await findComponents(root);
  const keyOf = openCheckKeys(root, publication, names);
  const states = openImageStates(root, openFileDigests(root));
  const missing: string[] = [];
  const complete = [...work.files, ...work.pages].filter((file) => {
    const read = readBrief(root, file);
    if (!('text' in read)) return false;
    const key = keyOf(file, read.text);
    const check = cache.read<CompileRecord>('checks', key)?.value;
    missing.push(
      ...cache.missing('checks', key),
      ...(check && 'brief' in check ? cache.missing('briefs', check.brief) : []),
    );
    return readRecord(cache, key, states) !== undefined;
  });
  // Compiles nothing, since all of these are in the cache.
  const { briefs, images } = await loadShare(
    { root, publication, now: work.now, audience: 'public' },
    complete,
  );
  const keys = { cards: openJobKeys(root, 'cards'), pictures: openJobKeys(root, 'pictures') };
  return [
    ...missing,
    ...jobsOfWork(root, publication, work, briefs).flatMap((job) => cache.missing('cards', keys.cards(job))),
    ...images.flatMap((job) => cache.missing('pictures', keys.pictures(job))),
  ];
}
