import { addressesOf } from '../brief/addresses.ts';
import { isStanding } from '../brief/briefs-folder.ts';
import { compile, compilePage, type PreparePicture } from '../check/compile.ts';
import type { Publication } from '../brief/publication.ts';
import { openCache } from '../store/cache.ts';
import {
  writePageRecord,
  writeRecord,
  type CompileRecord,
  type PageRecord,
  type PictureStates,
} from './compiled-brief.ts';
import { openPictures, type PictureJob } from './images.ts';

/** What is the same for all briefs that are compiled together. */
export interface CompileSettings {
  readonly root: string;
  readonly publication: Publication;
  /** Names of the publication's own components. */
  readonly components: readonly string[];
  /** Digest of the code that compiles. */
  readonly code: string;
}

/** One brief or standing page to compile; `key` is the digest of all that it is made from but its pictures. */
export interface CompileTask {
  readonly file: string;
  readonly text: string;
  readonly key: string;
}

/** Compiles some briefs and standing pages, keeps each in the cache, and hands back all but their texts. */
export async function compileBatch(
  tasks: readonly CompileTask[],
  { root, publication, components, code }: CompileSettings,
): Promise<(CompileRecord | PageRecord)[]> {
  const cache = openCache(root);
  const pictures = openPictures(root, addressesOf(publication), code);
  const states: PictureStates = new Map();
  const records: (CompileRecord | PageRecord)[] = [];
  for (const { file, text, key } of tasks) {
    const jobs = new Map<string, PictureJob>();
    const prepare: PreparePicture = async (path) => {
      const prepared = await pictures.prepare(path);
      if ('jobs' in prepared) for (const job of prepared.jobs) jobs.set(job.file, job);
      return prepared;
    };
    const keep = { cache, key, root, states };
    if (isStanding(file)) {
      const page = await compilePage({ file, text }, publication, components, prepare);
      records.push(writePageRecord(keep, page, [...jobs.values()]));
    } else {
      const brief = await compile({ file, text }, publication, components, prepare);
      records.push(writeRecord(keep, brief, [...jobs.values()]));
    }
  }
  return records;
}
