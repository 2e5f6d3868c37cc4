import { addressesOf } from '../brief/addresses.ts';
import { isStanding } from '../brief/briefs-folder.ts';
import type { Listing } from '../brief/brief.ts';
import type { Publication } from '../brief/publication.ts';
import { compilePage, compileWith, type PrepareImage } from '../check/compile.ts';
import { renderBrief } from '../markdown/render-brief.ts';
import { digestOf, openCache } from '../store/cache.ts';
import { openFileDigests } from '../store/file-memory.ts';
import {
  openImageStates,
  readListing,
  writeBrief,
  writeRecord,
  type CompileRecord,
} from './compiled-brief.ts';
import { openImages, type ImageJob } from './images.ts';

/** What is the same for all files of a batch. */
export interface CompileSettings {
  readonly root: string;
  readonly publication: Publication;
  /** Names of the publication's own components. */
  readonly components: readonly string[];
  /** Digests of the code and settings that render every brief, and of the code that reads every image. */
  readonly makers: { readonly briefs: string; readonly facts: string };
}

/** A brief or standing page to compile; `key` is a digest of the inputs of its check, except for its images. */
export interface CompileTask {
  readonly file: string;
  readonly text: string;
  readonly key: string;
}

/** The result of a task. */
export interface Compiling {
  readonly record: CompileRecord;
  /** Whether it is a brief that had to be rendered: otherwise it was only checked, or is a standing page. */
  readonly isNew: boolean;
}

/**
 * Checks briefs and standing pages, renders those that are not in the cache, and writes them to it. Returns everything but the
 * bodies of briefs.
 */
export async function compileBatch(
  tasks: readonly CompileTask[],
  { root, publication, components, makers }: CompileSettings,
): Promise<Compiling[]> {
  const cache = openCache(root);
  const addresses = addressesOf(publication);
  const images = openImages(root, addresses, makers.facts);
  const stateOf = openImageStates(root, openFileDigests(root));
  const results: Compiling[] = [];
  for (const { file, text, key } of tasks) {
    const jobs = new Map<string, ImageJob>();
    let isNew = !isStanding(file);
    const own = file.endsWith('.mdx') ? components : [];
    const prepare: PrepareImage = async (path) => {
      const prepared = await images.prepare(path);
      if ('jobs' in prepared) for (const job of prepared.jobs) jobs.set(job.file, job);
      return prepared;
    };
    const compileBrief = async () => {
      const { compiled, ...checked } = await compileWith(
        { file, text },
        publication,
        own,
        prepare,
        (draft, inputs): { brief: string; listing: Listing } => {
          const made = JSON.stringify([inputs.fields, [...inputs.images], own]);
          const brief = digestOf(makers.briefs, file, text, made);
          const known = readListing(cache, brief);
          isNew = known === undefined;
          return { brief, listing: known ?? writeBrief(cache, brief, renderBrief(draft, inputs, addresses)) };
        },
      );
      return { ...checked, ...compiled };
    };
    const checked = isStanding(file)
      ? await compilePage({ file, text }, publication, own, prepare)
      : await compileBrief();
    const record = {
      ...checked,
      images: checked.images.map((path) => ({ path, state: stateOf(path) })),
      jobs: [...jobs.values()],
    };
    writeRecord(cache, key, record);
    results.push({ record, isNew });
  }
  return results;
}
