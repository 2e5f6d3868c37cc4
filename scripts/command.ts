import { visibleLines } from '../src/diagnostics/visible.ts';
import { settleAtExit } from './settled-exit.ts';

/** What a command finds around it. A test gives it another project, and reads what it prints. */
export interface Io {
  /** The project's folder. */
  readonly root: string;
  /** Where the paths that a writer gives start. */
  readonly start: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly output: NodeJS.WritableStream & { readonly isTTY?: boolean };
  readonly console: Printer;
}

/** Prints texts of which any part may come from a brief, a file or a server; a report with colours goes to `output`. */
export interface Printer {
  readonly log: (text: string) => void;
  readonly error: (text: string) => void;
}

/** Whatever a command prints, no control character of a text reaches the terminal. */
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

/** A command by its arguments; it gives its exit code, and throws nothing. */
export type Command = (given: readonly string[], io: Io) => Promise<number>;

interface Parts<Arguments> {
  readonly usage: string;
  /** The arguments, or what is wrong with them as text. */
  readonly read: (given: readonly string[]) => Arguments | string;
  readonly act: (given: Arguments) => Promise<number>;
}

/**
 * Makes a command: wrong usage is said with the usage and ends with exit code 2, `--help` prints the usage, and an error is said
 * without a stack.
 */
export function commandOf<Arguments extends { readonly help: boolean }>(
  prepare: (io: Io) => Parts<Arguments> | Promise<Parts<Arguments>>,
): Command {
  return async (given, io) => {
    const console = safely(io.console);
    try {
      const { usage, read, act } = await prepare({ ...io, console });
      const options = readOrExplain(() => read(given));
      if (typeof options === 'string') {
        console.error(`${options}\n\n${usage}`);
        return 2;
      }
      if (!options.help) return await act(options);
      console.log(usage);
      return 0;
    } catch (error) {
      console.error(error instanceof Error ? error.message : String(error));
      return 1;
    }
  };
}

function readOrExplain<Arguments>(read: () => Arguments | string): Arguments | string {
  try {
    return read();
  } catch (error) {
    // Only the first sentence of Node's is about the option.
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

/** Runs a command that only a process of its own can be. */
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

/** npm changes to the project's folder, and says where the writer stands. */
export function writersFolder(script: string): string {
  return (process.env['npm_lifecycle_event'] === script && process.env['INIT_CWD']) || process.cwd();
}
