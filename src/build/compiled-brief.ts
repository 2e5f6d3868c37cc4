import { readFileSync, statSync } from 'node:fs';
import { absolutePath } from '../markdown/source-paths.ts';
import type { Body, Listing } from '../brief/brief.ts';
import type { Compilation, CompiledPage, PageCompilation } from '../check/compile.ts';
import type { Facts, PageFacts } from '../check/cross-brief-facts.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { digestOf, type Cache } from '../store/cache.ts';
import { findPicture } from './picture-file.ts';
import { largestPicture, type PictureJob } from './images.ts';

interface KeptCompilation {
  readonly diagnostics: readonly Diagnostic[];
  readonly pictures: readonly PictureState[];
  /** What is to be made of the pictures. */
  readonly jobs: readonly PictureJob[];
}

/** What is kept of a compilation beside the brief's text; no listing if it had errors. */
export interface CompileRecord extends KeptCompilation {
  readonly listing?: Listing;
  readonly facts: Facts;
}

/** What is kept of a standing page; no page if it had errors. */
export interface PageRecord extends KeptCompilation {
  readonly page?: CompiledPage;
  readonly facts: PageFacts;
}

/** A picture as it was when the brief was compiled. */
export interface PictureState {
  /** As the brief spells it, relative to the project root. */
  readonly path: string;
  /** Name and digest of the file, or why there was none. */
  readonly state: string;
}

/** States of pictures that were looked at in one pass: a picture that many briefs show is read once. */
export type PictureStates = Map<string, string>;

// One entry holds the record on its first line and the body on its second: either both are whole or neither is.
export const briefKind = 'briefs';

/** Where a compilation is kept. */
interface Keeping {
  readonly cache: Cache;
  readonly key: string;
  readonly root: string;
  readonly states: PictureStates;
}

export function writeRecord(
  keeping: Keeping,
  { compiled, facts, diagnostics, pictures }: Compilation,
  jobs: readonly PictureJob[],
): CompileRecord {
  const body = compiled ? JSON.stringify(compiled.body) : '';
  const record: CompileRecord = {
    ...(compiled && { listing: { ...compiled.listing, digest: digestOf(body) } }),
    facts,
    diagnostics,
    pictures: statesOf(pictures, keeping),
    jobs,
  };
  keeping.cache.write(briefKind, keeping.key, `${JSON.stringify(record)}\n${body}`);
  return record;
}

export function writePageRecord(
  keeping: Keeping,
  { page, facts, diagnostics, pictures }: PageCompilation,
  jobs: readonly PictureJob[],
): PageRecord {
  const record = { ...(page && { page }), facts, diagnostics, pictures: statesOf(pictures, keeping), jobs };
  keeping.cache.write(briefKind, keeping.key, `${JSON.stringify(record)}\n`);
  return record;
}

function statesOf(pictures: readonly string[], { root, states }: Keeping): PictureState[] {
  return pictures.map((path) => ({ path, state: pictureState(root, path, states) }));
}

/** The record under a key, if there is one and every picture that it speaks of is still the same. */
export function readRecord(
  cache: Cache,
  key: string,
  root: string,
  states: PictureStates,
): CompileRecord | PageRecord | undefined {
  const text = cache.read(briefKind, key);
  if (text === undefined) return undefined;
  const record = JSON.parse(text.slice(0, text.indexOf('\n'))) as CompileRecord | PageRecord;
  for (const { path, state } of record.pictures) {
    if (pictureState(root, path, states) !== state) return undefined;
  }
  return record;
}

/** The text of a brief by the key of its compilation. */
export function readBody(cache: Cache, key: string): Body {
  const text = cache.read(briefKind, key);
  if (text === undefined)
    throw new Error('A compiled brief is gone from the cache; build again to make it anew.');
  return JSON.parse(text.slice(text.indexOf('\n') + 1)) as Body;
}

function pictureState(root: string, path: string, states: PictureStates): string {
  const state = states.get(path) ?? readState(root, path);
  states.set(path, state);
  return state;
}

function readState(root: string, path: string): string {
  const found = findPicture(root, path);
  if ('problem' in found) return found.problem;
  const place = absolutePath(root, found.file);
  const is = statSync(place, { throwIfNoEntry: false });
  // A pipe or a device, which a link may lead to, never ends; a file that is too large is not read for its name's sake.
  if (!is?.isFile()) return `${found.file} is no file`;
  if (is.size > largestPicture) return `${found.file} ${is.size} bytes`;
  try {
    return `${found.file} ${digestOf(readFileSync(place))}`;
  } catch {
    return `${found.file} cannot be read`;
  }
}
