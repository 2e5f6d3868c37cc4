import { parseArgs } from 'node:util';

/** Reads `--count` and flags of a benchmark script. Ends the process after an error or `--help`. */
export function readCount<Flag extends string>(
  usage: string,
  count: number,
  flags: readonly Flag[],
): { readonly count: number } & Readonly<Record<Flag, boolean>> {
  const flag = { type: 'boolean', default: false } as const;
  const options = Object.fromEntries([...flags, 'help'].map((name) => [name, flag]));
  try {
    const { values } = parseArgs({
      options: { ...options, count: { type: 'string', default: String(count) } },
    });
    const flagsGiven = values as Readonly<Record<Flag | 'help', boolean>>;
    if (flagsGiven.help) {
      console.log(usage);
      process.exit(0);
    }
    const given = Number(values.count);
    if (!Number.isInteger(given) || given < 1)
      throw new Error(`Unexpected --count "${values.count}", expected a number`);
    return { ...flagsGiven, count: given };
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
    process.exit(2);
  }
}
