import { addressesOf } from '../brief/addresses.ts';
import { compile } from '../brief/compile.ts';
import type { Publication } from '../brief/publication.ts';
import { openCache } from './cache.ts';
import { writeRecord, type CompileRecord } from './compile-record.ts';
import { preparePicture, type PictureJob } from './pictures.ts';

/** What is the same for all briefs that are compiled together. */
export interface CompileSettings {
  readonly root: string;
  readonly publication: Publication;
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
  { root, publication }: CompileSettings,
): Promise<CompileRecord[]> {
  const cache = openCache(root);
  const addresses = addressesOf(publication);
  const records: CompileRecord[] = [];
  for (const { file, text, key } of tasks) {
    const jobs: PictureJob[] = [];
    const compilation = await compile({ file, text }, publication, async (path) => {
      const prepared = await preparePicture(root, path, addresses);
      if ('problem' in prepared) return prepared;
      jobs.push(...prepared.jobs);
      return prepared.picture;
    });
    records.push(writeRecord(cache, key, { ...compilation, jobs }, root));
  }
  return records;
}
