import { languages } from '../languages/languages.ts';
import { textLabels } from '../languages/language.ts';
import { digestOf } from '../store/cache.ts';
import { openCodeGraph } from '../store/code-graph.ts';

/** What makes a kind of artifact, in the build itself or in worker threads. */
interface Maker {
  /** Modules from which all code that makes it is reached, workers included. */
  readonly entries: readonly string[];
  /**
   * Files by which the things that it makes differ, by the names of their kinds: each kind is made by its own, and a change of another's
   * leaves it as it is.
   */
  readonly variants?: Readonly<Record<string, readonly string[]>>;
  /** Digest of what the code takes from languages: their words are inputs, and their files no code. */
  readonly words?: () => string;
}

/** All kinds of artifact but pages, which have the code of their routes, and the bundle of that code. */
const makers = {
  /** Of a brief, what is wrong with it. */
  checks: { entries: ['src/build/compile-batch.ts', 'src/build/compile-thread.ts'], words: wordsOfTexts },
  /** A checked brief as it is published. */
  briefs: { entries: ['src/markdown/parse.ts', 'src/markdown/render-brief.ts'], words: wordsOfTexts },
  /** What is found of a picture's bytes. */
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
  pictures: { entries: ['src/build/image-worker.ts'] },
  search: { entries: ['src/search/search-index.ts'] },
} as const satisfies Readonly<Record<string, Maker>>;

/** The modules that make files in worker threads. */
export const workers = { cards: 'src/cards/worker.ts', pictures: 'src/build/image-worker.ts' } as const;

export type MakerName = keyof typeof makers;

/** Digest of a maker's code, packages and words: part of the key of all that it makes. */
export function digestOfMaker(root: string, name: MakerName, variant?: string): string {
  const { entries, variants = {}, words }: Maker = makers[name];
  const own = variant === undefined ? undefined : variants[variant];
  const others = new Set(own && Object.values(variants).flat());
  const common = openCodeGraph(root, (file) => isWords(file) || others.has(file)).digestOf(...entries);
  const code = own ? digestOf(common, digestOfEntries(root, own)) : common;
  return words ? digestOf(code, words()) : code;
}

/** Digest of all code that some modules reach. */
export function digestOfEntries(root: string, entries: readonly string[]): string {
  return openCodeGraph(root, isWords).digestOf(...entries);
}

/** The words of one language, as `src/languages/pt.ts` and `zh-hans.ts` hold them. */
export function isWords(file: string): boolean {
  return /^src\/languages\/[a-z]{2}(?:-[a-z]+)?\.ts$/.test(file);
}

function wordsOfTexts(): string {
  const shown = languages.map(({ labels, ...language }) => [
    language,
    textLabels.map((name) => [name, labels[name]]),
  ]);
  return digestOf(JSON.stringify(shown));
}
