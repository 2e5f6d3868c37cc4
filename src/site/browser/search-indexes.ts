import { offeredWords, pagefindLanguage } from '../../search/search-files.ts';
import { searchQuery } from '../../search/search-words.ts';
import { factsOf, isMeant, type Fragment } from './search-excerpt.ts';
import { nearestQuery } from './search-nearest.ts';

/** What the page tells of the search: all from the build, so that nothing has to be asked for first. */
export interface SearchSettings {
  /** Folder of all indexes. */
  readonly base: string;
  /** The publication's own first, then by the number of their briefs. */
  readonly languages: readonly SearchLanguage[];
}

export interface SearchLanguage {
  readonly lang: string;
  readonly name: string;
  /** As Unicode names those of characters. */
  readonly scripts: readonly string[];
  /** Newest first. */
  readonly years: readonly { readonly year: string; readonly indexes: readonly SearchPart[] }[];
}

/** A year in one, or one of its months. */
export interface SearchPart {
  readonly folder: string;
  /** Changes with the index, so that a browser keeps what it has of one that did not. */
  readonly tag: string;
}

export interface Query {
  readonly words: string;
  readonly topic: string;
  readonly year: string;
  readonly lang: string;
}

export interface Found {
  /** Briefs found in the years that were searched. */
  readonly count: () => number;
  /** The years that were searched, newest first, and those that were not. */
  readonly years: () => { readonly searched: readonly string[]; readonly left: readonly string[] };
  /** Names of languages: those in which was looked, and those in which nothing was looked for, since none was chosen. */
  readonly searchedIn: readonly string[];
  readonly notSearched: readonly string[];
  /** The query with the nearest words that titles, topics and authors have, if that finds something. */
  readonly nearest: () => Promise<string | undefined>;
  /** The next best; of a query without words the next newest. */
  readonly next: (count: number) => Promise<Fragment[]>;
  /** Searches earlier years, as far as a query may load. */
  readonly goBack: () => Promise<void>;
}

/** Bytes that a query may load, and what of these is for the results themselves. */
const budget = 300_000;
const forResults = 30_000;
/** Each language loads 108 KB before it finds a word. */
const languagesAtOnce = 2;
/** Also where nothing was found. */
const maxLanguages = 4;

/**
 * Searches the languages that a query may be in, from the newest year as far back as the budget reaches. What fails is
 * thrown, and is loaded anew the next time.
 */
export function openSearch({ base, languages }: SearchSettings): (query: Query) => Promise<Found> {
  const opened = new Map<string, Opened>();
  const traffic = watchTraffic(base);
  let attempts = 0;
  const open = (language: SearchLanguage): Opened => {
    const known = opened.get(language.lang);
    if (known) return known;
    attempts += 1;
    const opening = openLanguage(base, language, attempts);
    opened.set(language.lang, opening);
    return opening;
  };
  const searchIn = async (query: Query, chosen: readonly SearchLanguage[]): Promise<Searched> => {
    const all = query.year === '' ? yearsOf(chosen) : [query.year];
    const searched: string[] = [];
    const shown = new Set<string>();
    let answers: readonly (readonly Hit[])[] = [];
    const guarded = async <Result>(work: () => Promise<Result>): Promise<Result> => {
      const { failures } = traffic();
      try {
        const result = await work();
        if (traffic().failures > failures) throw new Error('a part of the index did not come');
        return result;
      } catch (error) {
        for (const { lang } of chosen) opened.delete(lang);
        throw error;
      }
    };
    const goBack = async (): Promise<void> => {
      const before = traffic();
      for (let step = 1; searched.length < all.length && step > 0;) {
        const years = all.slice(0, searched.length + step);
        answers = await Promise.all(
          chosen.map(async (language) => ask(await open(language)(years), language, query, years)),
        );
        const now = traffic();
        const aYear = Math.max(1, (now.ofYears - before.ofYears) / (years.length - searched.length));
        const left = budget - forResults - (now.bytes - before.bytes);
        before.ofYears = now.ofYears;
        searched.push(...years.slice(searched.length));
        step = Math.min(2 * step, Math.floor(left / aYear));
      }
    };
    await guarded(goBack);
    return {
      count: () => answers.reduce((total, hits) => total + hits.length, 0),
      years: () => ({ searched, left: all.slice(searched.length) }),
      nearest: () =>
        guarded(async () => {
          for (const language of chosen) {
            const words = await offered(base, language, searched);
            const meant = nearestQuery(query.words, language.lang, words);
            if (meant === undefined) continue;
            const pagefind = await open(language)(searched);
            const hits = await ask(pagefind, language, { ...query, words: meant }, searched);
            if (hits.length > 0) return meant;
          }
          return undefined;
        }),
      next: (count) =>
        guarded(async () => {
          const left = answers.map((hits) => hits.filter(({ id }) => !shown.has(id)));
          const taken = await (query.words === '' ? newest(left, count) : best(left, count));
          for (const { id } of taken) shown.add(id);
          return taken.map(({ fragment }) => fragment);
        }),
      goBack: () => guarded(goBack),
    };
  };
  return async (query) => {
    const asked = languagesOf(query, languages);
    const names = asked.map(({ name }) => name);
    let languagesTried = 0;
    const goOn = (): Promise<Searched> => {
      const next = asked.slice(languagesTried, languagesTried + languagesAtOnce);
      languagesTried += next.length;
      return searchIn(query, next);
    };
    const first = await goOn();
    const tried = [first];
    // Rather another language than nothing.
    while (tried.every(foundNothing) && languagesTried < Math.min(asked.length, maxLanguages)) {
      tried.push(await goOn());
    }
    const answer = tried.find((one) => !foundNothing(one)) ?? first;
    return {
      ...answer,
      searchedIn: names.slice(0, languagesTried),
      notSearched: names.slice(languagesTried),
      nearest: async () => {
        for (const { nearest } of tried) {
          const meant = await nearest();
          if (meant !== undefined) return meant;
        }
        return undefined;
      },
    };
  };
}

/** What some of the languages have. */
type Searched = Omit<Found, 'searchedIn' | 'notSearched'>;

/** In all years, so that no button leads on. */
function foundNothing({ count, years }: Searched): boolean {
  return count() === 0 && years().left.length === 0;
}

/** The years in which a language has briefs, newest first. */
function yearsOf(languages: readonly SearchLanguage[]): string[] {
  const years = languages.flatMap((language) => language.years.map(({ year }) => year));
  return [...new Set(years)].sort().reverse();
}

/**
 * The languages that a query may be in, the likeliest first: the chosen one. Else, since names are written in Latin letters
 * and numbers in texts of any language, the publication's own, those in whose script the query is written, and all others;
 * of a query without a letter of Latin those of its script alone.
 */
export function languagesOf(
  { words, lang }: Query,
  languages: readonly SearchLanguage[],
): readonly SearchLanguage[] {
  if (lang !== '') return languages.filter((language) => language.lang === lang);
  const likely = languages.filter(({ scripts }) =>
    scripts.some((script) => new RegExp(`\\p{Script=${script}}`, 'u').test(words)),
  );
  const isAnywhere = likely.length === 0 || /\p{Script=Latin}/u.test(words.normalize('NFKC'));
  return isAnywhere ? [...new Set([...languages.slice(0, 1), ...likely, ...languages])] : likely;
}

async function offered(
  base: string,
  { years }: SearchLanguage,
  wanted: readonly string[],
): Promise<readonly string[]> {
  const lists = await Promise.all(
    partsOf(years, wanted).map(async ({ folder, tag }) => {
      const answer = await fetch(`${base}${folder}/${offeredWords}?${tag}`);
      return (await answer.json()) as string[];
    }),
  );
  return lists.flat();
}

/** What is used of Pagefind's own interface. */
interface Pagefind {
  readonly mergeIndex: (path: string, options: object) => Promise<void>;
  readonly search: (
    words: string | null,
    options?: object,
  ) => Promise<{ readonly results: readonly Result[] }>;
}

interface Result {
  readonly id: string;
  readonly score: number;
  readonly data: () => Promise<Omit<Fragment, 'language'>>;
}

interface Hit {
  readonly id: string;
  readonly score: number;
  readonly data: () => Promise<Fragment>;
}

/** A language of the search, once the indexes of some years are there; it has no such year: undefined. */
type Opened = (years: readonly string[]) => Promise<Pagefind | undefined>;

/** A module has one WebAssembly, which knows one language: so each language has a module of its own. */
function openLanguage(base: string, { lang, years }: SearchLanguage, attempt: number): Opened {
  const optionsOf = ({ folder, tag }: SearchPart): object => ({
    language: pagefindLanguage(lang),
    baseUrl: '/',
    metaCacheTag: tag,
    mergeFilter: { part: folder },
  });
  const begin = async (first: SearchPart): Promise<Pagefind> => {
    // A browser may remember that a module did not come.
    const module = (await import(/* @vite-ignore */ `${base}pagefind.js?${lang}-${attempt}`)) as {
      createInstance: (options: object) => Pagefind;
    };
    const pagefind = module.createInstance({
      ...optionsOf(first),
      basePath: `${base}${first.folder}/`,
      // The worker is 43 KB more, for work of some milliseconds.
      noWorker: true,
    });
    // Merging waits for the first index for ever, even if it never comes; a search says that it did not.
    await pagefind.search('');
    return pagefind;
  };
  const merged = new Map<string, Promise<void>>();
  let beginning: Promise<Pagefind> | undefined;
  return async (wanted) => {
    const parts = partsOf(years, wanted);
    const missing = parts.filter(({ folder }) => !merged.has(folder));
    if (!beginning) {
      const first = missing.shift();
      if (!first) return undefined;
      merged.set(first.folder, Promise.resolve());
      beginning = begin(first);
    }
    const pagefind = await beginning;
    for (const part of missing) {
      // Somebody who types on may have asked for it meanwhile.
      if (!merged.has(part.folder)) {
        merged.set(part.folder, pagefind.mergeIndex(`${base}${part.folder}/`, optionsOf(part)));
      }
    }
    await Promise.all(parts.flatMap(({ folder }) => merged.get(folder) ?? []));
    return pagefind;
  };
}

function partsOf(years: SearchLanguage['years'], wanted: readonly string[]): readonly SearchPart[] {
  return years.filter(({ year }) => wanted.includes(year)).flatMap(({ indexes }) => indexes);
}

async function ask(
  pagefind: Pagefind | undefined,
  { lang, years }: SearchLanguage,
  { words, topic }: Query,
  wanted: readonly string[],
): Promise<readonly Hit[]> {
  if (!pagefind) return [];
  const hit = ({ id, score, data }: Result): Hit => ({
    id,
    score,
    data: async () => ({ ...(await data()), language: lang }),
  });
  const filters = topic === '' ? {} : { topic };
  const parts = partsOf(years, wanted).map(({ folder }) => folder);
  if (words === '') {
    const options = { filters: { ...filters, part: { any: parts } }, sort: { date: 'desc' } };
    return (await pagefind.search(null, options)).results.map(hit);
  }
  const query = searchQuery(words, lang);
  if (query === '') return [];
  const answers = parts.map(async (part) => {
    const hits = (await pagefind.search(query, { filters: { ...filters, part } })).results.map(hit);
    // The first tells of all: what an index does not have it has for none of its briefs.
    const [first] = hits;
    return first && isMeant(await first.data(), query) ? hits : [];
  });
  return (await Promise.all(answers)).flat();
}

interface Taken {
  readonly id: string;
  readonly fragment: Fragment;
}

async function take({ id, data }: Hit): Promise<Taken> {
  return { id, fragment: await data() };
}

function best(answers: readonly (readonly Hit[])[], count: number): Promise<Taken[]> {
  const hits = answers.flat().sort((one, other) => other.score - one.score);
  return Promise.all(hits.slice(0, count).map(take));
}

/** Each language has its newest first; only who looks into them knows which is newer. */
async function newest(answers: readonly (readonly Hit[])[], count: number): Promise<Taken[]> {
  const taken = await Promise.all(answers.flatMap((hits) => hits.slice(0, count).map(take)));
  const dateOf = ({ fragment }: Taken): string => factsOf(fragment).date;
  return taken.sort((one, other) => (dateOf(one) < dateOf(other) ? 1 : -1)).slice(0, count);
}

interface Traffic {
  /** Files that did not come: Pagefind goes on without a part of an index, and says nothing. */
  failures: number;
  bytes: number;
  /** Of these, all but Pagefind itself. */
  ofYears: number;
}

/** What came from a folder so far, or did not. */
function watchTraffic(base: string): () => Traffic {
  const sum: Traffic = { failures: 0, bytes: 0, ofYears: 0 };
  const note = (entries: PerformanceEntryList): void => {
    for (const { name, responseStatus: status, transferSize } of entries as PerformanceResourceTiming[]) {
      if (!new URL(name).pathname.startsWith(base)) continue;
      if (status === 0 || status >= 400) sum.failures += 1;
      sum.bytes += transferSize;
      if (!/\.(?:js\?.*|pagefind)$/.test(name)) sum.ofYears += transferSize;
    }
  };
  const observer = new PerformanceObserver((list) => {
    note(list.getEntries());
  });
  observer.observe({ type: 'resource' });
  return () => {
    note(observer.takeRecords());
    return { ...sum };
  };
}
