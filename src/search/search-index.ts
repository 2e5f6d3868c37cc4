import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, posix } from 'node:path';
import { close, createIndex, type IndexFile } from 'pagefind';
import writeFileAtomic from 'write-file-atomic';
import { addressesOf } from '../brief/addresses.ts';
import type { Body, Listing } from '../brief/brief.ts';
import { formatDay } from '../brief/dates.ts';
import { escapeAttribute, escapeText } from '../brief/escape.ts';
import type { Publication } from '../brief/publication.ts';
import { offeredWords, pagefindLanguage, shortestOffered } from './search-files.ts';
import { searchWords, textToIndex } from './search-words.ts';
import { topicName } from '../brief/topics.ts';
import { cacheFolder } from '../store/cache.ts';
import type { Output } from '../store/output.ts';
import type { SearchIndex } from './search-plan.ts';
import { isIntact, traceOf, type Trace } from '../store/fingerprint.ts';

/** Functions that a build provides. */
export interface SearchSources {
  /** The body of a brief by the key of its compilation. */
  readonly readBody: (key: string) => Body;
  /** Called after each index. */
  readonly onProgress: (done: number, total: number) => void;
}

/**
 * Makes the indexes that are missing from the cache and returns their number. One at a time, because each uses all
 * threads of the Pagefind process, and to limit memory.
 */
export async function makeSearch(
  root: string,
  indexes: readonly SearchIndex[],
  publication: Publication,
  { readBody, onProgress }: SearchSources,
): Promise<number> {
  // Pagefind loads at least one chunk for each word and year: for 1,000 briefs about 17 KB with its default of 20,000,
  // and 5 KB with this.
  process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] = '5000';
  let [made, done] = [0, 0];
  try {
    for (const index of indexes) {
      if (!isWhole(root, index)) {
        await makeIndex(root, index, publication, readBody);
        made += 1;
      }
      done += 1;
      onProgress(done, indexes.length);
    }
  } finally {
    if (made > 0) await close();
  }
  return made;
}

/** Links the indexes from the cache into the output, with one shared copy of the browser code. */
export function writeSearch(root: string, indexes: readonly SearchIndex[], output: Output): void {
  for (const [at, index] of indexes.entries()) {
    for (const [path, trace] of Object.entries(readManifest(root, index)?.files ?? {})) {
      const isProgram = path === program;
      if (isProgram && at > 0) continue;
      const place = posix.join(searchFolder, isProgram ? program : posix.join(index.folder, path));
      if (output.lay(place, join(cachedPath(root, index), path), trace)) continue;
      throw new Error(`${place} was damaged during the build. Build again.`);
    }
  }
}

const searchFolder = 'pagefind';
/** Loaded first by the browser. */
const program = 'pagefind.js';

async function makeIndex(
  root: string,
  search: SearchIndex,
  publication: Publication,
  readBody: SearchSources['readBody'],
): Promise<void> {
  const { index } = checked(
    await createIndex({ forceLanguage: pagefindLanguage(search.lang), keepIndexUrl: true }),
  );
  if (!index) throw new Error('Pagefind made no index and reported no error.');
  for (const { listing, key } of search.briefs) {
    const content = pageToSearch(listing, readBody(key), search.lang, publication);
    checked(await index.addHTMLFile({ url: addressesOf(publication).brief(listing.slug), content }));
  }
  const answer = checked(await index.getFiles());
  // Pagefind uses the system's path separator.
  const files = answer.files.map((file) => ({ ...file, path: file.path.replaceAll('\\', '/') }));
  await index.deleteIndex();
  const words = wordsToOffer(
    search.briefs.map(({ listing }) => listing),
    search.lang,
    publication,
  );
  const offered = { path: offeredWords, content: Buffer.from(JSON.stringify(words)) };
  await store(root, search, [...neededOf(files), offered]);
}

/**
 * Words of titles, topics and authors to suggest when a query finds nothing. Short words are left out, because they are
 * similar by chance.
 */
function wordsToOffer(
  listings: readonly Listing[],
  lang: string,
  publication: Pick<Publication, 'authors' | 'topics'>,
): string[] {
  const texts = listings.flatMap(({ title, topics, authors }) => [
    title,
    ...topics.map((topic) => topicName(publication, topic)),
    ...authors.map((id) => publication.authors[id]?.name ?? id),
  ]);
  const words = texts
    .flatMap((text) => searchWords(text, lang))
    .flatMap(({ shown }) => shown.match(/[\p{L}\p{M}\p{N}]+/gu)?.at(-1) ?? []);
  return [...new Set(words)].filter((word) => word.length >= shortestOffered).sort();
}

/**
 * A brief as a page for Pagefind. Sections are identified by ids, since their headings occur in every brief and would
 * match every query for their words.
 */
export function pageToSearch(
  listing: Listing,
  body: Body,
  lang: string,
  publication: Pick<Publication, 'authors' | 'timeZone' | 'topics'>,
): string {
  const date = new Date(listing.date).toISOString();
  const facts: SearchFacts = {
    date,
    day: formatDay(listing.date, listing.lang, publication.timeZone),
    topic: listing.topics[0] ?? '',
    lang: listing.lang,
  };
  const paragraphs = (text: string): string =>
    text.split('\n').map((line) => `<p>${escapeText(textToIndex(line, lang))}</p>`).join(''); // prettier-ignore
  return [
    `<html lang="${escapeAttribute(lang)}"><body>`,
    // Pagefind also searches metadata: "energy" would find every brief of language "en". An id is not searched, but loses
    // its spaces.
    `<data id="${encodeURIComponent(JSON.stringify(facts))}"></data>`,
    `<i data-pagefind-sort="date[data-date]" data-date="${date}"></i>`,
    ...listing.topics.map(
      (topic) => `<i data-pagefind-filter="topic[data-topic]" data-topic="${escapeAttribute(topic)}"></i>`,
    ),
    `<h1>${escapeText(textToIndex(listing.title, lang))}</h1>`,
    `<section id="story">${paragraphs(listing.summary)}`,
    ...listing.figures.map(({ value, label }) => paragraphs(`${value} ${label}`)),
    // Topic names find all briefs of the topic.
    ...listing.topics.map((topic) => paragraphs(topicName(publication, topic))),
    ...listing.authors.map((id) => paragraphs(publication.authors[id]?.name ?? id)),
    '</section>',
    ...body.sections.map(({ id, text }) => `<section id="${id}">${paragraphs(text)}</section>`),
    // Ranked below the brief's own text.
    '<section id="sources" data-pagefind-weight="0.5">',
    ...listing.sources.map(({ title, publisher = '' }) => paragraphs(`${title} ${publisher}`)),
    '</section>',
    '</body></html>',
  ].join('');
}

/** Facts shown with a result. */
export interface SearchFacts {
  /** ISO 8601 in UTC. */
  readonly date: string;
  /** The date in the brief's language. */
  readonly day: string;
  /** Slug of the first topic. */
  readonly topic: string;
  /** BCP 47. */
  readonly lang: string;
}

/** The files that the search loads, without Pagefind's own interfaces. */
function neededOf(files: readonly IndexFile[]): readonly IndexFile[] {
  // Languages without a stemmer use the WebAssembly file `unknown`, which always exists.
  const wasm = files.filter(({ path }) => path.endsWith('.pagefind'));
  const own = wasm.filter(({ path }) => !path.includes('.unknown.'));
  const used = own.length > 0 ? own : wasm;
  return files.filter(
    (file) =>
      /\.pf_\w+$/.test(file.path) ||
      ['pagefind-entry.json', program].includes(file.path) ||
      used.includes(file),
  );
}

/** Pagefind returns errors in a list instead of throwing. */
function checked<Answer extends { readonly errors: readonly string[] }>(answer: Answer): Answer {
  if (answer.errors.length > 0) throw new Error(`Pagefind: ${answer.errors.join('; ')}`);
  return answer;
}

/** Record of an index in the cache. */
interface Manifest {
  /** Its files by path in its folder. */
  readonly files: Readonly<Record<string, Trace>>;
}

/** Folder of an index, relative to the cache; named after its key, so that parallel builds do not conflict. */
export function searchPath({ key }: Pick<SearchIndex, 'key'>): string {
  return `search/${key}`;
}

function cachedPath(root: string, index: SearchIndex): string {
  return join(root, cacheFolder, searchPath(index));
}

function manifestPath(root: string, index: SearchIndex): string {
  return `${cachedPath(root, index)}.json`;
}

/** Writes to a temporary folder and renames it; the manifest is written last. */
async function store(root: string, index: SearchIndex, files: readonly IndexFile[]): Promise<void> {
  const path = cachedPath(root, index);
  const draft = `${path}.${process.pid}`;
  for (const part of new Set(files.map((file) => dirname(file.path)))) {
    await mkdir(join(draft, part), { recursive: true });
  }
  for (const file of files) await writeFile(join(draft, file.path), file.content);
  const traces = files.map((file) => [file.path, traceOf(join(draft, file.path))] as const);
  if (existsSync(path) && !areIntact(path, traces)) await rm(path, { recursive: true, force: true });
  try {
    await rename(draft, path);
  } catch (error) {
    // Another build has just made the same index.
    if (!areIntact(path, traces)) throw error;
    await rm(draft, { recursive: true, force: true });
  }
  const manifest: Manifest = { files: Object.fromEntries(traces) };
  await writeFileAtomic(manifestPath(root, index), JSON.stringify(manifest), { fsync: false });
}

function isWhole(root: string, index: SearchIndex): boolean {
  const manifest = readManifest(root, index);
  return manifest !== undefined && areIntact(cachedPath(root, index), Object.entries(manifest.files));
}

function areIntact(folder: string, traces: readonly (readonly [string, Trace])[]): boolean {
  return traces.every(([path, trace]) => isIntact(join(folder, path), trace));
}

function readManifest(root: string, index: SearchIndex): Manifest | undefined {
  try {
    const manifest = JSON.parse(readFileSync(manifestPath(root, index), 'utf8')) as Partial<Manifest>;
    return manifest.files && { files: manifest.files };
  } catch {
    return undefined;
  }
}
