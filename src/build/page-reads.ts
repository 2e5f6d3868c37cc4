import type { NamedStyles, Publication } from '../brief/publication.ts';
import { memoize } from '../brief/memoize.ts';
import { sitePathsOf } from '../brief/site-paths.ts';
import type { Language } from '../languages/language.ts';
import { accentStylesOf } from '../metadata/accent-styles.ts';
import type { Snapshot } from './snapshot.ts';
import { digestOf } from '../store/cache.ts';
import { openJobSizes, type JobKind } from './worker-pool.ts';

/**
 * What pages read other than their props: settings and labels by name, the sizes of files that workers made, the accents, and the
 * titles of standing pages. It is recorded, so that a page is rendered again only if something that it read has changed.
 */
export interface PageReads {
  readonly site: Publication;
  readonly languages: Readonly<Record<string, Language>>;
  /** Size of a link card or image in bytes; undefined if there is none. */
  readonly bytesOf: (kind: JobKind, file: string) => number | undefined;
  /** The stylesheet of the publication's accents; undefined if there are none. */
  readonly accents: () => NamedStyles | undefined;
  /** The standing pages, for pages that link to them. */
  readonly standingPages: () => readonly StandingPage[];
  /** Whether there is a list, feed or other page of the site's own at a path below its root, such as `es/topics/ai/`. */
  readonly hasPath: (path: string) => boolean;
  /** A value for several pages, made for the first of them: all are recorded to have read what it was made from. */
  readonly shared: <Value>(make: () => Value) => () => Value;
  /**
   * Loads the modules of pages. A module that reads something while it is loaded is an error: the read would be recorded for the
   * first page only.
   */
  readonly load: (run: () => Promise<void>) => Promise<void>;
  /** Renders a page, one at a time. Returns its result and the sorted names of everything it read. */
  readonly record: <Result>(run: () => Promise<Result>) => Promise<readonly [Result, readonly string[]]>;
  /** Digest of the current values of some names. */
  readonly digestOf: (names: readonly string[]) => string;
}

type StandingPage = Pick<Snapshot['pages'][number], 'slug' | 'title'>;

/** A group of names: `setting description`, `label en topics`, `bytes cards/a.png`. */
type Kind = 'setting' | 'label' | 'headings' | 'languages' | 'bytes' | 'standing' | 'path' | 'accents';

export function openPageReads(
  root: string,
  publication: Publication,
  languages: readonly Language[],
  shown: () => Pick<Snapshot, 'briefs' | 'pages'> | undefined,
): PageReads {
  const byCode = new Map(languages.map((language) => [language.code, language]));
  const sizeOf = { cards: openJobSizes(root, 'cards'), pictures: openJobSizes(root, 'pictures') };
  const bytesOf = (name: string): number | undefined => {
    const [kind = '', file = ''] = name.split('/');
    const job = kind === 'cards' ? { file, variant: 'link' } : { file };
    return sizeOf[kind as JobKind](job);
  };
  const accentStyles = accentStylesOf(publication);
  const standingPages = (): StandingPage[] =>
    (shown()?.pages ?? []).map(({ slug, title }) => ({ slug, title }));
  const pathsOf = memoize((briefs: Snapshot['briefs']) => {
    const listed = briefs.map(({ listing }) => ({ ...listing, corrections: listing.corrections.length }));
    return sitePathsOf(publication, listed, new Map());
  });
  const hasPath = (path: string): boolean => pathsOf(shown()?.briefs ?? none).has(path);
  const valueOf: Readonly<Record<Kind, (...parts: readonly string[]) => unknown>> = {
    setting: (name = '') => fieldOf(publication, name),
    label: (code = '', name = '') => fieldOf(byCode.get(code)?.labels ?? {}, name),
    headings: (code = '') => byCode.get(code)?.headings,
    languages: () => languages.map(({ labels, headings, ...others }) => others),
    bytes: (path = '') => bytesOf(path),
    standing: () => standingPages(),
    path: (path = '') => hasPath(path),
    accents: () => accentStyles,
  };
  const digests = new Map<string, string>();
  const digestOfName = (name: string): string => {
    const known = digests.get(name);
    if (known !== undefined) return known;
    const [kind, ...parts] = name.split(' ');
    const value: unknown = valueOf[kind as Kind](...parts) ?? null;
    const digest = digestOf(JSON.stringify(value));
    digests.set(name, digest);
    return digest;
  };
  // Thousands of pages read the same names, and share one list of them.
  const digestOfNames = memoize((given: readonly string[]) => digestOf(...given.map(digestOfName)));
  let names = new Set<string>();
  let isLoading = false;
  const note = (kind: Kind, ...parts: readonly string[]): void => {
    const name = [kind, ...parts].join(' ');
    if (isLoading && !always.includes(name)) throw new Error(`A module of pages reads the ${name} when it is loaded, not when a page is rendered`); // prettier-ignore
    names.add(name);
  };
  return {
    site: observed(publication, (name) => {
      note('setting', name);
    }),
    languages: Object.fromEntries(
      languages.map((language) => [language.code, observedLanguage(language, note)]),
    ),
    bytesOf: (kind, file) => {
      const path = `${kind}/${file}`;
      note('bytes', path);
      return bytesOf(path);
    },
    accents: () => {
      note('accents');
      return accentStyles;
    },
    standingPages: () => {
      note('standing');
      return standingPages();
    },
    hasPath: (path) => {
      note('path', path);
      return hasPath(path);
    },
    shared: (make) => {
      let made: { readonly value: ReturnType<typeof make>; readonly names: ReadonlySet<string> } | undefined;
      return () => {
        const before = names;
        if (!made) {
          names = new Set();
          try {
            made = { value: make(), names };
          } finally {
            names = before;
          }
        }
        names = before.union(made.names);
        return made.value;
      };
    },
    load: async (run) => {
      isLoading = true;
      await run().finally(() => {
        isLoading = false;
      });
    },
    record: async (run) => {
      names = new Set(always);
      const result = await run();
      return [result, [...names].sort()];
    },
    digestOf: digestOfNames,
  };
}

const none: Snapshot['briefs'] = [];

/** What every page reads: the address and the language, which addresses are made of, and the properties of languages that are not labels. */
const always = ['languages', 'setting address', 'setting lang'];

/** The name for all fields, when a page lists or spreads them. */
const everything = '*';

function fieldOf(subject: object, name: string): unknown {
  return name === everything ? subject : (subject as Readonly<Record<string, unknown>>)[name];
}

function observedLanguage(language: Language, note: (kind: Kind, ...parts: string[]) => void): Language {
  const { code, labels, headings } = language;
  return {
    ...language,
    labels: observed(labels, (name) => {
      note('label', code, name);
    }),
    headings: observed(headings, () => {
      note('headings', code);
    }),
  };
}

function observed<Subject extends object>(subject: Subject, note: (name: string) => void): Subject {
  return new Proxy(subject, {
    get: (target, name) => {
      if (typeof name === 'string') note(name);
      return Reflect.get(target, name) as unknown;
    },
    has: (target, name) => {
      if (typeof name === 'string') note(name);
      return Reflect.has(target, name);
    },
    ownKeys: (target) => {
      note(everything);
      return Reflect.ownKeys(target);
    },
    getOwnPropertyDescriptor: (target, name) => {
      if (typeof name === 'string') note(name);
      return Reflect.getOwnPropertyDescriptor(target, name);
    },
  });
}
