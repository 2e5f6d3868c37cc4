import { openCodeGraph } from '../store/code-graph.ts';

/** The module from which all code that makes a kind of artifact is reached: a worker, or what makes it in the build itself. */
const makers = {
  briefs: 'src/build/compile-batch.ts',
  cards: 'src/cards/worker.ts',
  pictures: 'src/build/image-worker.ts',
  search: 'src/search/search-index.ts',
} as const;

export type Maker = keyof typeof makers;

/** Digest of a maker's code and packages: part of the key of all that it makes. */
export function digestOfMaker(root: string, maker: Maker): string {
  return openCodeGraph(root).digestOf(makers[maker]);
}
