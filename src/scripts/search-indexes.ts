import type { Fragment } from './search-excerpt.ts';

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
  /** Newest first; `tag` changes with the index, so that a browser keeps what it has of one that did not. */
  readonly briefs: number;
  readonly years: readonly { readonly year: string; readonly folder: string; readonly tag: string }[];
}

export interface Query {
  readonly words: string;
  readonly topic: string;
  readonly year: string;
  readonly lang: string;
}

export interface Found {
  readonly count: number;
  /** Names of languages in which nothing was looked for, since none was chosen. */
  readonly notSearched: readonly string[];
  /** The next best; of a query without words the next newest. */
  readonly next: (count: number) => Promise<Fragment[]>;
}

/** What a query may load, in bytes. */
const budget = 300_000;

/** Searches all years of the languages that a query may be in. What fails is thrown, and is loaded anew the next time. */
export function openSearch({ base, languages }: SearchSettings): (query: Query) => Promise<Found> {
  const opened = new Map<string, Promise<Pagefind>>();
  const failures = watchFailures(base);
  let attempts = 0;
  const open = (language: SearchLanguage): Promise<Pagefind> => {
    const known = opened.get(language.lang);
    if (known) return known;
    attempts += 1;
    const opening = load(base, language, attempts);
    opened.set(language.lang, opening);
    return opening;
  };
  return async (query) => {
    const asked = languagesOf(query, languages);
    const chosen = withinBudget(asked);
    const failedBefore = failures();
    const guarded = async <Result>(work: Promise<Result>): Promise<Result> => {
      try {
        const result = await work;
        if (failures() > failedBefore) throw new Error('a part of the index did not come');
        return result;
      } catch (error) {
        for (const { lang } of chosen) opened.delete(lang);
        throw error;
      }
    };
    const answers = await guarded(
      Promise.all(chosen.map(async (language) => ask(await open(language), language, query))),
    );
    const take = query.words === '' ? newest(answers) : best(answers);
    return {
      count: answers.reduce((total, results) => total + results.length, 0),
      notSearched: asked.slice(chosen.length).map(({ name }) => name),
      next: (count) => guarded(take(count)),
    };
  };
}

/** The chosen language; else those in whose script a letter of the query is written; else all. */
function languagesOf(
  { words, lang }: Query,
  languages: SearchSettings['languages'],
): SearchSettings['languages'] {
  if (lang !== '') return languages.filter((language) => language.lang === lang);
  const likely = languages.filter(({ scripts }) =>
    scripts.some((script) => new RegExp(`\\p{Script=${script}}`, 'u').test(words)),
  );
  return likely.length > 0 ? likely : languages;
}

/** The first, and what can be loaded beside it. */
function withinBudget(languages: SearchSettings['languages']): SearchSettings['languages'] {
  let left = budget;
  const isBeyond = (language: SearchLanguage): boolean => (left -= costOf(language)) < 0;
  const end = languages.findIndex((language, at) => isBeyond(language) && at > 0);
  return end < 0 ? languages : languages.slice(0, end);
}

/** Pagefind itself; 9 bytes for each brief; of each year a head and a piece of its index for each of two words. */
function costOf({ briefs, years }: SearchLanguage): number {
  return 108_000 + 9 * briefs + years.length * (200 + 2 * 5_000);
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
  readonly score: number;
  readonly data: () => Promise<Omit<Fragment, 'language'>>;
}

interface Hit {
  readonly score: number;
  readonly data: () => Promise<Fragment>;
}

/** A module has one WebAssembly, which knows one language: so each language has a module of its own. */
async function load(base: string, { lang, years }: SearchLanguage, attempt: number): Promise<Pagefind> {
  // A browser may remember that a module did not come.
  const module = (await import(/* @vite-ignore */ `${base}pagefind.js?${lang}-${attempt}`)) as {
    createInstance: (options: object) => Pagefind;
  };
  const optionsOf = ({ year, tag }: SearchLanguage['years'][number]): object => ({
    language: lang.toLowerCase(),
    baseUrl: '/',
    metaCacheTag: tag,
    mergeFilter: { year },
  });
  const [first, ...rest] = years;
  if (!first) throw new Error(`no year in ${lang}`);
  const pagefind = module.createInstance({
    ...optionsOf(first),
    basePath: `${base}${first.folder}/`,
    // The worker is 43 KB more, for work of some milliseconds.
    noWorker: true,
  });
  // Merging waits for the first index for ever, even if it never comes; a search says that it did not.
  await pagefind.search('');
  await Promise.all(rest.map((year) => pagefind.mergeIndex(`${base}${year.folder}/`, optionsOf(year))));
  return pagefind;
}

async function ask(
  pagefind: Pagefind,
  { lang }: SearchLanguage,
  { words, topic, year }: Query,
): Promise<readonly Hit[]> {
  const filters = { ...(topic !== '' && { topic }), ...(year !== '' && { year }) };
  const { results } =
    words === ''
      ? await pagefind.search(null, { filters, sort: { date: 'desc' } })
      : await pagefind.search(divided(words, lang), { filters });
  return results.map(({ score, data }) => ({
    score,
    data: async () => ({ ...(await data()), language: lang }),
  }));
}

/** Pagefind divides a query by the language of the page, not by that of the index. */
function divided(words: string, lang: string): string {
  if (!/^(?:zh|ja|th)\b/.test(lang)) return words;
  const segments = new Intl.Segmenter(lang, { granularity: 'word' }).segment(words);
  return Array.from(segments, ({ segment }) => segment).join(' ');
}

function best(answers: readonly (readonly Hit[])[]): Found['next'] {
  const results = answers.flat().sort((one, other) => other.score - one.score);
  return (count) => Promise.all(results.splice(0, count).map(({ data }) => data()));
}

/** Each language has its newest first; only who looks into the next of each knows which is newer. */
function newest(answers: readonly (readonly Hit[])[]): Found['next'] {
  const lines = answers.map((results) => ({ results: [...results], heads: [] as Fragment[] }));
  return async (count) => {
    const taken: Fragment[] = [];
    while (taken.length < count) {
      await Promise.all(
        lines.map(async ({ results, heads }) => {
          if (heads.length > 0) return;
          heads.push(...(await Promise.all(results.splice(0, count).map(({ data }) => data()))));
        }),
      );
      const [next] = lines
        .filter(({ heads }) => heads.length > 0)
        .sort((one, other) => (dateOf(one.heads) < dateOf(other.heads) ? 1 : -1));
      const head = next?.heads.shift();
      if (!head) break;
      taken.push(head);
    }
    return taken;
  };
}

function dateOf([head]: readonly Fragment[]): string {
  return head?.meta['date'] ?? '';
}

/** How many files below a folder did not come so far. Pagefind goes on without a part of an index, and says nothing. */
function watchFailures(base: string): () => number {
  let failures = 0;
  const note = (entries: PerformanceEntryList): void => {
    for (const entry of entries as PerformanceResourceTiming[]) {
      const { responseStatus: status, name } = entry;
      if (new URL(name).pathname.startsWith(base) && (status === 0 || status >= 400)) failures += 1;
    }
  };
  const observer = new PerformanceObserver((list) => {
    note(list.getEntries());
  });
  observer.observe({ type: 'resource' });
  return () => {
    note(observer.takeRecords());
    return failures;
  };
}
