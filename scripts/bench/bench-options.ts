import { parseArgs } from 'node:util';
import { changes, type Change, type Extent } from './bench-project.ts';

export const usage = `Usage: npm run bench -- [options]

Builds made-up briefs in a temporary folder with a cache of its own, and measures what that takes: cold, with nothing
changed, and after changes. CPU counts all threads and processes; wall and memory depend on what else the machine does.

  --count 100,1000     how many briefs (100 and 1,000); from 100,000 on only pages are built
  --all                100, 1,000, 10,000 and 100,000
  --pages-only         no cards and no search
  --link-cards         one card for each brief and no search: what other tools are compared with
  --changes cold,…     which builds to tell of: cold, nothing, text, title, added, template (all)
  --peers              other tools at the same work, installed in a temporary folder: Astro with its own loader and
                       astro-og-canvas, and hugo where it is installed; we draw link cards or none, as they do
  --out <file>         where to write the figures as JSON, and beside it as Markdown (.cache/bench/build.json)
  --keep               leave the folders, and say where they are

Exit code: 0 measured, 1 a build failed, 2 wrong usage.`;

/** The builds of a bench in their order: each starts from what the one before has left. */
export const kinds = ['cold', 'nothing', ...(Object.keys(changes) as Change[])] as const;
export type Kind = (typeof kinds)[number];

export interface BenchOptions {
  readonly help: boolean;
  /** From small to large, none twice. */
  readonly counts: readonly { readonly count: number; readonly extent: Extent }[];
  /** In the order of `kinds`. */
  readonly wanted: readonly Kind[];
  readonly peers: boolean;
  readonly out: string | undefined;
  readonly keep: boolean;
}

/** From here on the cards alone would take hours. */
const pagesAloneFrom = 100_000;

/** The options that were given, or what is wrong with them. */
export function readBenchOptions(args: readonly string[]): BenchOptions | string {
  const { values } = parseArgs({
    args: [...args],
    options: {
      help: { type: 'boolean', short: 'h', default: false },
      count: { type: 'string' },
      all: { type: 'boolean', default: false },
      'pages-only': { type: 'boolean', default: false },
      'link-cards': { type: 'boolean', default: false },
      changes: { type: 'string' },
      peers: { type: 'boolean', default: false },
      out: { type: 'string' },
      keep: { type: 'boolean', default: false },
    },
  });
  const { help, peers, out, keep, all, count, 'pages-only': pagesOnly, 'link-cards': linkCards } = values;
  if (all && count !== undefined) return 'Expected --count or --all, not both.';
  if (pagesOnly && linkCards) return 'Expected --pages-only or --link-cards, not both.';
  if (out === '') return 'Expected --out with the name of a file.';
  const sizes = all ? ['100', '1000', '10000', '100000'] : (count ?? '100,1000').split(',');
  const wrongSize = sizes.find((size) => !/^[1-9]\d{0,6}$/.test(size.trim()));
  if (wrongSize !== undefined) {
    return `Expected --count with whole numbers up to 9,999,999, such as 100,1000, not "${wrongSize}".`;
  }
  const asked = values.changes?.split(',').map((kind) => kind.trim()) ?? kinds;
  const unknown = asked.find((kind) => !(kinds as readonly string[]).includes(kind));
  if (unknown !== undefined) return `Expected --changes of ${kinds.join(', ')}, not "${unknown}".`;
  // Others draw one card for a brief: against all of ours the same row would not be the same work.
  const extent = pagesOnly ? 'pages' : linkCards || peers ? 'link-cards' : 'all';
  return {
    help,
    counts: [...new Set(sizes.map(Number))]
      .sort((one, other) => one - other)
      .map((size) => ({ count: size, extent: size >= pagesAloneFrom ? 'pages' : extent })),
    wanted: kinds.filter((kind) => asked.includes(kind)),
    peers,
    out,
    keep,
  };
}
