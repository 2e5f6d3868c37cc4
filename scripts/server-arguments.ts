import { parseArgs } from 'node:util';
import type { Listening } from '../src/astro/start.ts';

/** Where a command's server listens. */
export interface ServerArguments {
  readonly help: boolean;
  readonly server: Listening;
}

/** Reads the options of a server. `--host` may stand alone, as in other tools. */
export function readServerArguments(given: readonly string[]): ServerArguments | string {
  const args = given.flatMap((word, at) =>
    word === '--host' && (given[at + 1] ?? '-').startsWith('-') ? ['--host', '*'] : [word],
  );
  const { values } = parseArgs({
    args,
    options: {
      help: { type: 'boolean', short: 'h', default: false },
      host: { type: 'string' },
      open: { type: 'boolean', default: false },
      port: { type: 'string' },
    },
  });
  const { help, open, host, port } = values;
  if (port !== undefined && !(/^\d+$/.test(port) && Number(port) <= 65_535))
    return `Expected --port with a number up to 65535, not "${port}".`;
  return {
    help,
    server: {
      open,
      ...(port === undefined ? {} : { port: Number(port) }),
      ...(host === undefined ? {} : { host: host === '*' || host }),
    },
  };
}
