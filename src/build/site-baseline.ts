import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { MissingBaseline, type ListedBrief } from './baseline.ts';

/** The index of all briefs, relative to the site's root. */
export const siteIndex = 'briefs/index.json';

/** Pages of the index that are read at most; each has hundreds of briefs. */
const maxPages = 1000;
/** Milliseconds to wait for each page of the index. */
const timeout = 15_000;

const indexSchema = z.object({
  next: z.string().optional(),
  briefs: z.array(z.object({ id: z.string(), url: z.string(), title: z.string() })),
});

/** The briefs of a built site in a folder. */
export function readSiteFolder(folder: string): Promise<ListedBrief[]> {
  return readIndex((path) => readFile(join(folder, path), 'utf8'), folder);
}

/** The briefs of a deployed site. */
export function readDeployedSite(address: string): Promise<ListedBrief[]> {
  const home = address.endsWith('/') ? address : `${address}/`;
  return readIndex(async (path) => {
    const url = new URL(path, home);
    const answer = await fetch(url, { signal: AbortSignal.timeout(timeout) });
    if (!answer.ok) throw new Error(`${url.href} is answered with ${answer.status}`);
    return answer.text();
  }, address);
}

async function readIndex(read: (path: string) => Promise<string>, place: string): Promise<ListedBrief[]> {
  const briefs: ListedBrief[] = [];
  let path: string | undefined = siteIndex;
  for (let page = 0; path !== undefined && page < maxPages; page += 1) {
    const index: z.infer<typeof indexSchema> = await readPage(read, path, place);
    for (const { id, url, title } of index.briefs) {
      const slug = /\/briefs\/([^/]+)\/$/.exec(url)?.[1];
      if (slug !== undefined) briefs.push({ slug, firstSlug: id.slice(id.lastIndexOf(':') + 1), title });
    }
    // By name: a deployed site may be looked at under another address than its own.
    const next = index.next === undefined ? undefined : /\/(briefs\/index-\d+\.json)$/.exec(index.next)?.[1];
    if (index.next !== undefined && next === undefined)
      throw unreadable(place, path, 'its next page has another name');
    path = next;
  }
  return briefs;
}

async function readPage(
  read: (path: string) => Promise<string>,
  path: string,
  place: string,
): Promise<z.infer<typeof indexSchema>> {
  try {
    return indexSchema.parse(JSON.parse(await read(path)));
  } catch (error) {
    throw unreadable(place, path, reasonOf(error));
  }
}

function unreadable(place: string, path: string, reason: string): MissingBaseline {
  return new MissingBaseline(`The list of briefs at ${place} cannot be read (${path}: ${reason}).`);
}

function reasonOf(error: unknown): string {
  if (error instanceof z.ZodError || error instanceof SyntaxError) return 'it is no index of briefs';
  if (!(error instanceof Error)) return String(error);
  // `fetch` says only "fetch failed".
  return error.cause instanceof Error ? error.cause.message : error.message;
}
