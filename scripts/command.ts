import './settled-exit.ts';

/**
 * Runs a command: wrong usage is said with the usage and ends with exit code 2, `--help` prints the usage, and an error is said
 * without a stack. The arguments are read by `read`, which returns what is wrong with them as text.
 */
export async function runCommand<Arguments extends { readonly help: boolean }>(
  usage: string,
  read: () => Arguments | string,
  act: (given: Arguments) => Promise<number>,
): Promise<void> {
  try {
    const given = readOrExplain(read);
    if (typeof given === 'string') {
      console.error(`${given}\n\n${usage}`);
      process.exitCode = 2;
    } else if (given.help) console.log(usage);
    else process.exitCode = await act(given);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}

function readOrExplain<Arguments>(read: () => Arguments | string): Arguments | string {
  try {
    return read();
  } catch (error) {
    // Only the first sentence of Node's is about the option.
    return error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error);
  }
}

/** Where the paths that a writer gives start: npm changes to the project's folder, and says where the writer stands. */
export function writersFolder(script: string): string {
  return (process.env['npm_lifecycle_event'] === script && process.env['INIT_CWD']) || process.cwd();
}
