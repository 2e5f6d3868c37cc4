import { offeredWords, pagefindLanguage } from '../../search/search-files.ts';
import { searchQuery } from '../../search/search-words.ts';
import { factsOf, isMeant, type Fragment } from './search-excerpt.ts';
import { nearestQuery } from './search-nearest.ts';

/** Settings of the search, all from the build, so that nothing must be fetched first. */
export interface SearchSettings {
  /** Folder of all indexes. */
  readonly base: string;
  /** The publication's own first, then by number of briefs. */
  readonly languages: readonly SearchLanguage[];
}

export interface SearchLanguage {
  readonly lang: string;
  readonly name: string;
  /** Unicode script names. */
  readonly scripts: readonly string[];
  /** Newest first. */
  readonly years: readonly { readonly year: string; readonly indexes: readonly SearchPart[] }[];
}

/** The index of a year or month. */
export interface SearchPart {
  readonly folder: string;
  /** Changes with the index, so that browsers cache unchanged ones. */
  readonly tag: string;
}

export interface Query {
  readonly words: string;
  readonly topic: string;
  readonly year: string;
  readonly lang: string;
}

export interface Found {
  /** Briefs found in the years searched. */
  readonly count: () => number;
  /** The years searched, newest first, and the remaining ones. */
  readonly years: () => { readonly searched: readonly string[]; readonly left: readonly string[] };
  /** Names of the languages searched, and of those not searched because none was selected. */
  readonly searchedIn: readonly string[];
  readonly notSearched: readonly string[];
  /** The query with similar words from titles, topics and authors, if that has results. */
  readonly nearest: () => Promise<string | undefined>;
  /** The next results by relevance, or by date for an empty query. */
  readonly next: (count: number) => Promise<Fragment[]>;
  /** Searches earlier years, up to the limit of a query. */
  readonly goBack: () => Promise<void>;
}

/** Bytes that a query may load, and the part reserved for results. */
const budget = 300_000;
const forResults = 30_000;
/** Each language loads 108 KB before the first result. */
const maxParallelLanguages = 2;
/** Including languages without results. */
const maxLanguages = 4;

/**
 * Searches the likely languages of a query, from the newest year back until the budget is used. Failures are thrown, and
 * retried by the next search.
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
    /** Addresses of the briefs shown, or of their originals, since a translation is no other result. */
    const originals = new Set<string>();
    let answers: readonly (readonly Hit[])[] = [];
    const guarded = async <Result>(work: () => Promise<Result>): Promise<Result> => {
      const { failures } = traffic();
      try {
        const result = await work();
        if (traffic().failures > failures) throw new Error('part of the index failed to load');
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
      count: () => answers.reduce((total, hits) => total + hits.length, 0) - (shown.size - originals.size),
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
          const fragments: Fragment[] = [];
          while (fragments.length < count) {
            const left = answers.map((hits) => hits.filter(({ id }) => !shown.has(id)));
            const missing = count - fragments.length;
            const taken = await (query.words === '' ? newest(left, missing) : best(left, missing));
            if (taken.length === 0) break;
            for (const { id, fragment } of taken) {
              shown.add(id);
              const original = factsOf(fragment).original ?? fragment.url;
              if (!originals.has(original)) fragments.push(fragment);
              originals.add(original);
            }
          }
          return fragments;
        }),
      goBack: () => guarded(goBack),
    };
  };
  return async (query) => {
    const asked = languagesOf(query, languages);
    const names = asked.map(({ name }) => name);
    let languagesTried = 0;
    const goOn = (): Promise<Searched> => {
      const next = asked.slice(languagesTried, languagesTried + maxParallelLanguages);
      languagesTried += next.length;
      return searchIn(query, next);
    };
    const first = await goOn();
    const tried = [first];
    // Searches further languages if there are no results.
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

/** The results of several languages. */
type Searched = Omit<Found, 'searchedIn' | 'notSearched'>;

/** No results in any year, so that no button suggests more. */
function foundNothing({ count, years }: Searched): boolean {
  return count() === 0 && years().left.length === 0;
}

/** The years in which a language has briefs, newest first. */
function yearsOf(languages: readonly SearchLanguage[]): string[] {
  const years = languages.flatMap((language) => language.years.map(({ year }) => year));
  return [...new Set(years)].sort().reverse();
}

/**
 * The likely languages of a query, most likely first: the selected one, or else the publication's own, those in the
 * script of the query, and all others, since names in Latin letters and numbers occur in every language. A query without
 * Latin letters only searches its own script.
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

/** The part of Pagefind's interface that is used. */
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

/** A language of the search with the indexes of some years; undefined if it has none of these years. */
type Opened = (years: readonly string[]) => Promise<Pagefind | undefined>;

/** Each module has one WebAssembly instance for one language, so each language needs its own module. */
function openLanguage(base: string, { lang, years }: SearchLanguage, attempt: number): Opened {
  const optionsOf = ({ folder, tag }: SearchPart): object => ({
    language: pagefindLanguage(lang),
    baseUrl: '/',
    metaCacheTag: tag,
    mergeFilter: { part: folder },
  });
  const begin = async (first: SearchPart): Promise<Pagefind> => {
    // A browser may cache that a module failed to load.
    const module = (await import(/* @vite-ignore */ `${base}pagefind.js?${lang}-${attempt}`)) as {
      createInstance: (options: object) => Pagefind;
    };
    const pagefind = module.createInstance({
      ...optionsOf(first),
      basePath: `${base}${first.folder}/`,
      // The worker takes 43 KB more for a few milliseconds of work.
      noWorker: true,
    });
    // Merging would wait forever for the first index if it fails to load; a search reports the failure.
    await pagefind.search('');
    return pagefind;
  };
  const merged = new Map<string, Promise<void>>();
  let loading: Promise<Pagefind> | undefined;
  return async (wanted) => {
    const parts = partsOf(years, wanted);
    const missing = parts.filter(({ folder }) => !merged.has(folder));
    if (!loading) {
      const first = missing.shift();
      if (!first) return undefined;
      merged.set(first.folder, Promise.resolve());
      loading = begin(first);
    }
    const pagefind = await loading;
    for (const part of missing) {
      // Continued typing may have requested it meanwhile.
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
    // One result suffices: what an index lacks, it lacks for all briefs.
    const [first] = hits;
    return first && isMeant(await first.data(), query) ? hits : [];
  });
  return (await Promise.all(answers)).flat();
}

interface LoadedHit {
  readonly id: string;
  readonly fragment: Fragment;
}

async function loadHit({ id, data }: Hit): Promise<LoadedHit> {
  return { id, fragment: await data() };
}

function best(answers: readonly (readonly Hit[])[], count: number): Promise<LoadedHit[]> {
  const hits = answers.flat().sort((one, other) => other.score - one.score);
  return Promise.all(hits.slice(0, count).map(loadHit));
}

/** Each language is sorted by date; results are compared across languages. */
async function newest(answers: readonly (readonly Hit[])[], count: number): Promise<LoadedHit[]> {
  const taken = await Promise.all(answers.flatMap((hits) => hits.slice(0, count).map(loadHit)));
  const dateOf = ({ fragment }: LoadedHit): string => factsOf(fragment).date;
  return taken.sort((one, other) => (dateOf(one) < dateOf(other) ? 1 : -1)).slice(0, count);
}

interface Traffic {
  /** Files that failed to load. Pagefind silently continues without part of an index. */
  failures: number;
  bytes: number;
  /** All bytes except Pagefind itself. */
  ofYears: number;
}

/** Counts the bytes and failures of a folder. */
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
