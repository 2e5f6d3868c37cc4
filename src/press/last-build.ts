import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { dayIn } from '../brief/dates.ts';
import type { Publication } from '../brief/publication.ts';
import { cacheFolder, digestOf } from './cache.ts';
import type { Edition } from './edition.ts';
import { placeOfBriefs } from '../brief/briefs-folder.ts';
import { refuseWrongFolder } from './find-briefs.ts';
import { fingerprintOf, fingerprintOfSources } from './folder.ts';
import { loadEdition } from './load.ts';
import { momentOfBuild } from './now.ts';
import { digestOfCode } from './recipes.ts';
import type { Made } from './summary.ts';

/** The build that finished last. */
interface LastBuild {
  /** Digest of all that it was made from. */
  readonly inputs: string;
  /** Digest of the names, sizes and times of all that it left in `dist/`. */
  readonly output: string;
  readonly made: Made;
}

/** An edition to build, and the digest of all that it and its pages are made from. */
export interface BuildEdition extends Edition {
  readonly inputs: string;
}

/** Loads what a build publishes. */
export async function loadBuildEdition(root: string, publication: Publication): Promise<BuildEdition> {
  refuseWrongFolder(root);
  // Before anything is read: what changes meanwhile is seen by the next build.
  const files = await digestOfFiles(root);
  const now = momentOfBuild(process.env, publication.timeZone);
  const edition = await loadEdition({ root, publication, now, audience: 'public' });
  const { now: moment, counts, ...shown } = edition;
  // What is upcoming changes with the day, and the sitemap of news with the minute.
  const day = publication.newsSitemap ? moment : dayIn(moment, publication.timeZone);
  return { ...edition, inputs: digestOf(files, JSON.stringify(publication), JSON.stringify(shown), day) };
}

/**
 * What the last build made, if this one would make the very same: nothing that it is made from has changed, nor has
 * anybody touched `dist/`.
 */
export function findSameBuild(root: string, { inputs }: BuildEdition): Made | undefined {
  const last = readLast(root);
  if (last?.inputs !== inputs) return undefined;
  return last.output === fingerprintOf(join(root, 'dist')) ? nothingMade(last.made) : undefined;
}

/** Remembers a build that has just taken the place of the one before. */
export async function recordBuild(root: string, { inputs }: BuildEdition, made: Made): Promise<void> {
  const last: LastBuild = { inputs, output: fingerprintOf(join(root, 'dist')), made };
  await writeFileAtomic(pathOf(root), JSON.stringify(last), { fsync: false });
}

function nothingMade(made: Made): Made {
  const { cards, pictures, indexes } = made;
  const none = { made: 0 };
  return {
    ...made,
    rendered: 0,
    cards: { ...cards, ...none },
    pictures: { ...pictures, ...none },
    indexes: { ...indexes, ...none },
  };
}

/** Standing pages are code, and may read whatever lies beside them; so of the briefs' folder all files count. */
async function digestOfFiles(root: string): Promise<string> {
  return digestOf(
    await digestOfCode(root),
    fingerprintOfSources(placeOfBriefs(root)),
    fingerprintOfSources(join(root, 'public')),
  );
}

function readLast(root: string): LastBuild | undefined {
  try {
    return JSON.parse(readFileSync(pathOf(root), 'utf8')) as LastBuild;
  } catch {
    return undefined;
  }
}

function pathOf(root: string): string {
  return join(root, cacheFolder, 'last-build.json');
}
