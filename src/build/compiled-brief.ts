import { statSync } from 'node:fs';
import { absolutePath } from '../markdown/source-paths.ts';
import type { Body, Listing } from '../brief/brief.ts';
import type { CompiledPage } from '../check/compile.ts';
import type { Facts, PageFacts } from '../check/cross-brief-facts.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Compiled } from '../markdown/render-brief.ts';
import { digestOf, type Cache } from '../store/cache.ts';
import type { FileDigests } from '../store/file-memory.ts';
import { findImage, maxImageBytes } from './source-image.ts';
import type { ImageJob } from './images.ts';

/** The result of a check. It is an artifact of its own, because the messages of rules are in it but not in what is published. */
interface CheckRecord {
  readonly diagnostics: readonly Diagnostic[];
  readonly images: readonly ImageState[];
  /** The files to make of its images. */
  readonly jobs: readonly ImageJob[];
}

/** A checked brief, with what lists show of it if it has no errors. */
export interface BriefRecord extends CheckRecord {
  readonly facts: Facts;
  /** Key of the rendered brief; missing if there were errors. */
  readonly brief?: string;
  readonly listing?: Listing;
}

/** A checked standing page, with its content if it has no errors. */
export interface PageRecord extends CheckRecord {
  readonly facts: PageFacts;
  readonly page?: CompiledPage | undefined;
}

export type CompileRecord = BriefRecord | PageRecord;

/** An image as it was when the brief was compiled. */
export interface ImageState {
  /** As the brief spells it, relative to the project root. */
  readonly path: string;
  /** Name and digest of the file, or why it cannot be read. */
  readonly state: string;
}

/** Returns the state of an image. Each image is read only once, however many briefs show it. */
export type ImageStates = (path: string) => string;

/** Writes a brief as it is published: what lists show is the entry's value, and the body its text. */
export function writeBrief(cache: Cache, key: string, { listing, body }: Compiled): Listing {
  const text = JSON.stringify(body);
  const value: Listing = { ...listing, digest: digestOf(text) };
  cache.write('briefs', key, { value, text });
  return value;
}

/** What lists show of a brief; undefined if it was never rendered, or if the entry is damaged. */
export function readListing(cache: Cache, key: string): Listing | undefined {
  return cache.read<Listing>('briefs', key)?.value;
}

/** The text of a brief. */
export function readBody(cache: Cache, key: string): Body {
  const entry = cache.read('briefs', key);
  if (!entry) throw new Error('A compiled brief is missing from the cache. Build again.');
  return JSON.parse(entry.text) as Body;
}

/** Writes the result of a check. */
export function writeRecord(cache: Cache, key: string, record: CompileRecord): void {
  cache.write('checks', key, { value: { ...record, listing: undefined } });
}

/** The result of a check; undefined if there is none, if its brief is missing, or if an image in it has changed. */
export function readRecord(cache: Cache, key: string, states: ImageStates): CompileRecord | undefined {
  const record = cache.read<CompileRecord>('checks', key)?.value;
  if (!record || !hasImages(record, states)) return undefined;
  if (!('brief' in record)) return record;
  const listing = readListing(cache, record.brief);
  return listing && { ...record, listing };
}

/** Whether all its images are as they were when it was compiled. */
export function hasImages({ images }: CompileRecord, states: ImageStates): boolean {
  return images.every(({ path, state }) => states(path) === state);
}

/** Opens the states of images. */
export function openImageStates(root: string, digests: FileDigests): ImageStates {
  const known = new Map<string, string>();
  return (path) => {
    const state = known.get(path) ?? readState(root, path, digests);
    known.set(path, state);
    return state;
  };
}

function readState(root: string, path: string, digests: FileDigests): string {
  const found = findImage(root, path);
  if ('problem' in found) return found.problem;
  const place = absolutePath(root, found.file);
  const is = statSync(place, { throwIfNoEntry: false });
  // A link may lead to a pipe or a device, which never ends. A file that is too large is rejected by its size.
  if (!is?.isFile()) return `${found.file} is not a file`;
  if (is.size > maxImageBytes) return `${found.file} ${is.size} bytes`;
  try {
    return `${found.file} ${digests.of(found.file, place)}`;
  } catch {
    return `${found.file} cannot be read`;
  }
}
