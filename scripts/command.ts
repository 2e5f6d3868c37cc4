import { visibleJson, visibleLines } from '../src/diagnostics/visible.ts';
import { settleAtExit } from './settled-exit.ts';

/** The environment of a command. Tests replace it. */
export interface Io {
  /** The project's folder. */
  readonly root: string;
  /** The folder that paths given by the user are relative to. */
  readonly start: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly output: NodeJS.WritableStream & { readonly isTTY?: boolean };
  readonly console: Printer;
}

/** Prints texts that may contain parts of a brief, file or server response; coloured reports go to `output`. */
export interface Printer {
  readonly log: (text: string) => void;
  readonly error: (text: string) => void;
}

/** Removes control characters from everything that a command prints. */
function safely({ log, error }: Printer): Printer {
  return {
    log: (text) => {
      log(visibleLines(text));
    },
    error: (text) => {
      error(visibleLines(text));
    },
  };
}

/** Wrong usage that only shows when a command runs: exit code 2. */
export class UsageProblem extends Error {}

/** Runs a command and returns its exit code. Never throws. */
export type Command = (given: readonly string[], io: Io) => Promise<number>;

interface Parts<Arguments> {
  readonly usage: string;
  /** Returns the arguments or an error message. */
  readonly read: (given: readonly string[]) => Arguments | string;
  readonly act: (given: Arguments) => Promise<number>;
}

/**
 * Makes a command: wrong usage prints the usage with exit code 2, `--help` prints the usage, and errors print without a
 * stack trace. Where JSON is asked for, what went wrong is also printed as JSON.
 */
export function commandOf<Arguments extends { readonly help: boolean }>(
  prepare: (io: Io) => Parts<Arguments> | Promise<Parts<Arguments>>,
): Command {
  return async (given, io) => {
    const console = safely(io.console);
    const fail = (exitCode: number, message: string, usage = ''): number => {
      if (wantsJson(given)) console.log(visibleJson({ exitCode, error: message }, 2));
      console.error(message + usage);
      return exitCode;
    };
    try {
      const { usage, read, act } = await prepare({ ...io, console });
      const options = readOrExplain(() => read(given));
      if (typeof options === 'string') return fail(2, options, `\n\n${usage}`);
      if (!options.help) return await act(options);
      console.log(usage);
      return 0;
    } catch (error) {
      const exitCode = error instanceof UsageProblem ? 2 : 1;
      return fail(exitCode, error instanceof Error ? error.message : String(error));
    }
  };
}

/** Whether a program reads the output, even if the other arguments are wrong. */
function wantsJson(given: readonly string[]): boolean {
  return given.some(
    (each, at) =>
      each === '--json' || each === '--format=json' || (each === 'json' && given[at - 1] === '--format'),
  );
}

function readOrExplain<Arguments>(read: () => Arguments | string): Arguments | string {
  try {
    return read();
  } catch (error) {
    // Node's first sentence is about the option.
    return error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error);
  }
}

/** Runs a command as this process. */
export async function startCommand(name: string, command: Command): Promise<void> {
  settleAtExit();
  process.exitCode = await command(process.argv.slice(2), {
    root: process.cwd(),
    start: writersFolder(name),
    environment: process.env,
    input: process.stdin,
    output: process.stdout,
    console,
  });
}

/** Runs a command that needs its own process. */
export function runCommand<Arguments extends { readonly help: boolean }>(
  usage: string,
  read: () => Arguments | string,
  act: (given: Arguments) => Promise<number>,
): Promise<void> {
  return startCommand(
    '',
    commandOf(() => ({ usage, read, act })),
  );
}

/** npm changes to the project's folder but provides the original one. */
export function writersFolder(script: string): string {
  return (process.env['npm_lifecycle_event'] === script && process.env['INIT_CWD']) || process.cwd();
}
