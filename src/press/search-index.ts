import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { close, createIndex, type IndexFile } from 'pagefind';
import writeFileAtomic from 'write-file-atomic';
import { addressesOf } from '../brief/addresses.ts';
import type { Body, Listing } from '../brief/brief.ts';
import { formatDay } from '../brief/dates.ts';
import { escapeAttribute, escapeText } from '../brief/escape.ts';
import type { Publication } from '../brief/publication.ts';
import { topicName } from '../brief/topics.ts';
import { cacheFolder, openCache } from './cache.ts';
import { readBody } from './compile-record.ts';
import type { Output } from './output.ts';
import { tell } from './progress.ts';
import type { SearchIndex } from './search-plan.ts';
import { isIntact, traceOf, type Trace } from './trace.ts';

/**
 * Makes the indexes that the cache does not have, and says how many. One after another: each takes all threads of
 * Pagefind's own process, and the memory of one is enough.
 */
export async function makeSearch(
  root: string,
  indexes: readonly SearchIndex[],
  publication: Publication,
): Promise<number> {
  await dropStrays(root, indexes);
  // Pagefind loads at least one chunk for each word and year: of 1,000 briefs some 17 KB with its own 20,000, 5 KB with
  // this.
  process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] = '5000';
  let [made, done] = [0, 0];
  try {
    for (const index of indexes) {
      if ((await wholeFiles(root, index)) === undefined) {
        await makeIndex(root, index, publication);
        made += 1;
      }
      done += 1;
      tell({ phase: 'search', done, total: indexes.length });
    }
  } finally {
    if (made > 0) await close();
  }
  return made;
}

/** Lays the indexes from the cache into the output. What runs in the browser is the same for all and lies beside them. */
export async function laySearch(
  root: string,
  indexes: readonly SearchIndex[],
  output: Output,
): Promise<void> {
  for (const [at, { folder }] of indexes.entries()) {
    const { files = {} } = (await readReceipt(receiptPath(root, folder))) ?? {};
    for (const [path, trace] of Object.entries(files)) {
      const isProgram = path === program;
      if (isProgram && at > 0) continue;
      const place = isProgram ? program : join(folder, path);
      if (output.lay(join(searchFolder, place), join(cachedPath(root, folder), path), trace)) continue;
      throw new Error(`${folder}/${path} was damaged while the site was built; build again to make it anew.`);
    }
  }
}

const searchFolder = 'pagefind';
/** What the browser loads first. */
const program = 'pagefind.js';

async function makeIndex(root: string, search: SearchIndex, publication: Publication): Promise<void> {
  const { index } = heard(
    await createIndex({ forceLanguage: search.lang.toLowerCase(), keepIndexUrl: true }),
  );
  if (!index) throw new Error('Pagefind made no index and gave no reason.');
  const cache = openCache(root);
  for (const { listing, key } of search.briefs) {
    const content = pageToSearch(listing, readBody(cache, key), search.lang, publication);
    heard(await index.addHTMLFile({ url: addressesOf(publication).brief(listing.slug), content }));
  }
  const { files } = heard(await index.getFiles());
  await index.deleteIndex();
  await keep(root, search, neededOf(files));
}

/**
 * A brief as Pagefind reads it. Sections are found by their ids: their headings stand in every brief, so who searches for
 * a word of theirs does not look for all briefs.
 */
export function pageToSearch(
  listing: Listing,
  body: Body,
  lang: string,
  publication: Pick<Publication, 'timeZone' | 'topics'>,
): string {
  const date = new Date(listing.date).toISOString();
  const facts: SearchFacts = {
    date,
    day: formatDay(listing.date, listing.lang, publication.timeZone),
    topic: listing.topics[0] ?? '',
    lang: listing.lang,
  };
  const paragraphs = (text: string): string =>
    text.split('\n').map((line) => `<p>${escapeText(line)}</p>`).join(''); // prettier-ignore
  return [
    `<html lang="${escapeAttribute(lang)}"><body>`,
    // What Pagefind calls metadata is searched, too: "energy" would find every brief of language "en". An id is not, but it loses its spaces.
    `<data id="${encodeURIComponent(JSON.stringify(facts))}"></data>`,
    `<i data-pagefind-sort="date[data-date]" data-date="${date}"></i>`,
    ...listing.topics.map(
      (topic) => `<i data-pagefind-filter="topic[data-topic]" data-topic="${escapeAttribute(topic)}"></i>`,
    ),
    `<h1>${escapeText(listing.title)}</h1>`,
    `<section id="story">${paragraphs(listing.summary)}`,
    ...listing.figures.map(({ value, label }) => paragraphs(`${value} ${label}`)),
    // Who asks for a topic by its name wants its briefs, whatever their words.
    ...listing.topics.map((topic) => paragraphs(topicName(publication, topic))),
    '</section>',
    ...body.sections.map(({ id, text }) => `<section id="${id}">${paragraphs(text)}</section>`),
    '</body></html>',
  ].join('');
}

/** What a result shows of a brief beside its text. */
export interface SearchFacts {
  /** ISO 8601 in UTC. */
  readonly date: string;
  /** As the brief's readers write it. */
  readonly day: string;
  /** Slug of the first topic. */
  readonly topic: string;
  /** BCP 47, as the brief names it. */
  readonly lang: string;
}

/** Of what Pagefind makes, what its search loads; its own interfaces are not used. */
function neededOf(files: readonly IndexFile[]): readonly IndexFile[] {
  // A language without a stemmer uses the WebAssembly called `unknown`, which is there in any case.
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

/** What Pagefind could not do it says in a list, and goes on. */
function heard<Answer extends { readonly errors: readonly string[] }>(answer: Answer): Answer {
  if (answer.errors.length > 0) throw new Error(`Pagefind: ${answer.errors.join('; ')}`);
  return answer;
}

/** What is known of an index in the cache. */
interface Receipt {
  readonly key: string;
  /** Its files, by their paths in its folder. */
  readonly files: Readonly<Record<string, Trace>>;
}

function cachedPath(root: string, folder = ''): string {
  return join(root, cacheFolder, 'search', folder);
}

function receiptPath(root: string, folder: string): string {
  return `${cachedPath(root, folder)}.json`;
}

/** The last index of a year takes the place of the one before; its receipt is written when all files are there. */
async function keep(root: string, { folder, key }: SearchIndex, files: readonly IndexFile[]): Promise<void> {
  const path = cachedPath(root, folder);
  await rm(receiptPath(root, folder), { force: true });
  await rm(path, { recursive: true, force: true });
  for (const part of new Set(files.map((file) => dirname(file.path)))) {
    await mkdir(join(path, part), { recursive: true });
  }
  for (const file of files) await writeFile(join(path, file.path), file.content);
  const traces = files.map((file) => [file.path, traceOf(join(path, file.path))] as const);
  const receipt: Receipt = { key, files: Object.fromEntries(traces) };
  await writeFileAtomic(receiptPath(root, folder), JSON.stringify(receipt), { fsync: false });
}

/** The files of an index; undefined if it is not there as it should be. */
async function wholeFiles(root: string, { folder, key }: SearchIndex): Promise<Receipt['files'] | undefined> {
  const receipt = await readReceipt(receiptPath(root, folder));
  if (receipt?.key !== key) return undefined;
  const isWhole = Object.entries(receipt.files).every(([path, trace]) =>
    isIntact(join(cachedPath(root, folder), path), trace),
  );
  return isWhole ? receipt.files : undefined;
}

async function readReceipt(path: string): Promise<Receipt | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Receipt;
  } catch {
    return undefined;
  }
}

/** A year or a language that is no longer there leaves nothing behind. */
async function dropStrays(root: string, indexes: readonly SearchIndex[]): Promise<void> {
  const wanted = new Set(indexes.flatMap(({ folder }) => [folder, `${folder}.json`]));
  const found = await readdir(cachedPath(root)).catch(() => []);
  const strays = found.filter((name) => !wanted.has(name));
  for (const name of strays) await rm(cachedPath(root, name), { recursive: true, force: true });
}
