import { addressesOf } from '../brief/addresses.ts';
import { compile } from '../check/compile.ts';
import type { Publication } from '../brief/publication.ts';
import { openCache } from '../store/cache.ts';
import { writeRecord, type CompileRecord, type PictureStates } from './compiled-brief.ts';
import { openPictures, type PictureJob } from './images.ts';

/** What is the same for all briefs that are compiled together. */
export interface CompileSettings {
  readonly root: string;
  readonly publication: Publication;
  /** Digest of the code that compiles. */
  readonly code: string;
}

/** One brief to compile; `key` is the digest of all that it is made from but its pictures. */
export interface CompileTask {
  readonly file: string;
  readonly text: string;
  readonly key: string;
}

/** Compiles some briefs, keeps each in the cache, and hands back all but their texts. */
export async function compileBatch(
  tasks: readonly CompileTask[],
  { root, publication, code }: CompileSettings,
): Promise<CompileRecord[]> {
  const cache = openCache(root);
  const pictures = openPictures(root, addressesOf(publication), code);
  const states: PictureStates = new Map();
  const records: CompileRecord[] = [];
  for (const { file, text, key } of tasks) {
    const jobs = new Map<string, PictureJob>();
    const compilation = await compile({ file, text }, publication, async (path) => {
      const prepared = await pictures.prepare(path);
      if ('jobs' in prepared) for (const job of prepared.jobs) jobs.set(job.file, job);
      return prepared;
    });
    records.push(writeRecord(cache, key, { ...compilation, jobs: [...jobs.values()] }, root, states));
  }
  return records;
}
