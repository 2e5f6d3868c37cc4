import { parseArgs } from 'node:util';
import { changes, type Change, type Extent } from './bench-project.ts';

export const usage = `Usage: npm run bench -- [options]

Builds generated briefs in a temporary folder with its own cache, and measures the builds: from nothing, with nothing changed,
and after changes. CPU counts all threads and processes. Wall time and memory depend on what else the machine is doing.

Options:
  --count 100,1000    How many briefs. From 100,000 on, only pages are built. Default: 100,1000
  --all               Build 100, 1,000, 10,000 and 100,000.
  --pages-only        Build no cards and no search.
  --link-cards        Build one card for each brief and no search, which is what other tools are compared with.
  --changes cold,…    Which builds to report: cold, nothing, text, title, added, template. Default: all
  --peers             Give other tools the same work: Astro with its own loader and astro-og-canvas, with remark and with its
                      default processor, and Eleventy, which draws no cards (installed in a temporary folder), and Hugo
                      if it is installed. They draw link cards if we do. Zola is missing because it accepts only its own
                      fields in front matter.
  --out FILE          Where to write the figures as JSON; a Markdown table goes beside it.
                      Default: .cache/bench/build.json
  --keep              Keep the temporary folders, and print their paths.
  --help              Print this text.

Exit code: 0 measured, 1 a build failed, 2 wrong usage.`;

/** The builds of a benchmark in order; each starts from the result of the one before. */
export const kinds = ['cold', 'nothing', ...(Object.keys(changes) as Change[])] as const;
export type Kind = (typeof kinds)[number];

export interface BenchOptions {
  readonly help: boolean;
  /** In ascending order, without duplicates. */
  readonly counts: readonly { readonly count: number; readonly extent: Extent }[];
  /** In the order of `kinds`. */
  readonly wanted: readonly Kind[];
  readonly peers: boolean;
  readonly out: string | undefined;
  readonly keep: boolean;
}

/** Above this number, the cards alone would take hours. */
const pagesAloneFrom = 100_000;

/** The options, or an error message. */
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
  // Other tools draw one card for each brief, so ours must too for a fair comparison.
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
