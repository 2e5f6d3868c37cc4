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
  readonly console: Console;
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
    try {
      const { usage, read, act } = await prepare(io);
      const options = readOrExplain(() => read(given));
      if (typeof options === 'string') {
        io.console.error(`${options}\n\n${usage}`);
        return 2;
      }
      if (!options.help) return await act(options);
      io.console.log(usage);
      return 0;
    } catch (error) {
      io.console.error(error instanceof Error ? error.message : error);
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
