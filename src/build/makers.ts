import { languages } from '../languages/languages.ts';
import { textLabels } from '../languages/language.ts';
import { digestOf } from '../store/cache.ts';
import { openCodeGraph } from '../store/code-graph.ts';
import { home } from '../store/home.ts';

/** The code that makes a kind of artifact, in the build itself or in worker threads. */
interface Maker {
  /** Modules that import all its code, workers included. */
  readonly entries: readonly string[];
  /** Files that only one variant of its artifacts uses, by variant: a change in them leaves the others as they are. */
  readonly variants?: Readonly<Record<string, readonly string[]>>;
  /** Digest of the labels and headings that it uses: they are inputs, and their files are not code. */
  readonly words?: () => string;
}

/** All makers, except for pages, which use the code of their routes, and for the bundle of that code. */
const makers = {
  /** The problems of a brief. */
  checks: { entries: ['src/build/compile-batch.ts', 'src/build/compile-thread.ts'], words: wordsOfTexts },
  /** A rendered brief. */
  briefs: { entries: ['src/markdown/parse.ts', 'src/markdown/render-brief.ts'], words: wordsOfTexts },
  /** Facts about an image. */
  facts: { entries: ['src/build/images.ts'] },
  cards: {
    entries: ['src/cards/worker.ts'],
    variants: {
      link: ['src/cards/designs/link.ts'],
      tall: ['src/cards/designs/tall.ts'],
      // The first slide is a tall card.
      slide: ['src/cards/designs/slide.ts', 'src/cards/designs/tall.ts'],
    },
  },
  /** The names of link cards. */
  cardNames: { entries: ['src/cards/card.ts'], words: () => digestOf(JSON.stringify(languages)) },
  pictures: { entries: ['src/build/image-worker.ts'] },
  search: { entries: ['src/search/search-index.ts'] },
} as const satisfies Readonly<Record<string, Maker>>;

/** The modules that make files in worker threads. */
export const workers = { cards: 'src/cards/worker.ts', pictures: 'src/build/image-worker.ts' } as const;

/** The modules that a file may import by a computed name: without them here, such an import is an error. */
const computedImports: Readonly<Record<string, readonly string[]>> = {};

export type MakerName = keyof typeof makers;

/** Digest of a maker's code, packages and labels: part of the key of its artifacts. */
export function digestOfMaker(root: string, name: MakerName, variant?: string): string {
  const { entries, variants = {}, words }: Maker = makers[name];
  const own = variant === undefined ? undefined : variants[variant];
  const others = new Set(own && Object.values(variants).flat());
  const isData = (file: string): boolean => isWords(file) || others.has(file);
  const common = openCodeGraph(home, isData, computedImports, root).digestOf(...entries);
  const code = own ? digestOf(common, digestOfEntries(root, own)) : common;
  return words ? digestOf(code, words()) : code;
}

/** Digest of the code that modules import. */
export function digestOfEntries(root: string, entries: readonly string[]): string {
  return openCodeGraph(home, isWords, computedImports, root).digestOf(...entries);
}

/** Whether a file has the labels of one language, such as `src/languages/pt.ts` and `zh-hans.ts`. */
export function isWords(file: string): boolean {
  return /^src\/languages\/[a-z]{2}(?:-[a-z]+)?\.[jt]s$/.test(file);
}

function wordsOfTexts(): string {
  const shown = languages.map(({ labels, ...language }) => [
    language,
    textLabels.map((name) => [name, labels[name]]),
  ]);
  return digestOf(JSON.stringify(shown));
}
