import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import type { IndexFile } from 'pagefind';
import { addressesOf } from '../brief/addresses.ts';
import type { Body, Listing } from '../brief/brief.ts';
import { formatDay } from '../brief/dates.ts';
import { escapeAttribute, escapeText } from '../brief/escape.ts';
import type { Publication } from '../brief/publication.ts';
import { offeredWords, pagefindLanguage, shortestOffered } from './search-files.ts';
import { searchWords, textToIndex } from './search-words.ts';
import { topicName } from '../brief/topics.ts';
import { cachePath, draftOf, openCache } from '../store/cache.ts';
import type { Output } from '../store/output.ts';
import type { SearchIndex } from './search-plan.ts';

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
  const cache = openCache(root);
  let [made, done] = [0, 0];
  try {
    for (const index of indexes) {
      if (!cache.read('search', index.key)) {
        await makeIndex(root, index, publication, readBody);
        made += 1;
      }
      done += 1;
      onProgress(done, indexes.length);
    }
  } finally {
    if (made > 0) await (await import('pagefind')).close();
  }
  return made;
}

/** Links the indexes from the cache into the output, with one shared copy of the browser code. */
export function writeSearch(root: string, indexes: readonly SearchIndex[], output: Output): void {
  const cache = openCache(root);
  for (const [at, index] of indexes.entries()) {
    for (const [path, file] of Object.entries(cache.read('search', index.key)?.files ?? {})) {
      const isProgram = path === program;
      if (isProgram && at > 0) continue;
      const place = posix.join(searchFolder, isProgram ? program : posix.join(index.folder, path));
      if (output.link(place, cache.pathOf(file), file)) continue;
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
  const { createIndex } = await import('pagefind');
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
  store(root, search, [...neededOf(files), offered]);
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
  const texts = listings.flatMap(({ title, topics, authors, lang: own }) => [
    title,
    ...topics.map((topic) => topicName(publication, topic, own)),
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
  publication: Pick<Publication, 'address' | 'authors' | 'lang' | 'timeZone' | 'topics'>,
): string {
  const date = new Date(listing.date).toISOString();
  const facts: SearchFacts = {
    date,
    day: formatDay(listing.date, listing.lang, publication.timeZone),
    topic: listing.topics[0] ?? '',
    lang: listing.lang,
    ...(listing.translationOf !== undefined && {
      original: addressesOf(publication).brief(listing.translationOf),
    }),
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
    ...listing.topics.map((topic) => paragraphs(topicName(publication, topic, listing.lang))),
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
  /** Address of the brief of which it is a translation. */
  readonly original?: string;
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

function store(root: string, { key }: SearchIndex, files: readonly IndexFile[]): void {
  const cache = openCache(root);
  const draft = draftOf(join(cachePath(root, 'drafts'), 'search'));
  mkdirSync(dirname(draft), { recursive: true });
  const records = files.map(({ path, content }) => {
    writeFileSync(draft, content);
    return [path, cache.put(draft, 'move')] as const;
  });
  cache.write('search', key, { files: Object.fromEntries(records) });
}
