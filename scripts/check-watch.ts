import { watchFolder } from '../src/build/watch-folder.ts';

/**
 * Runs a check after every change in some folders, one at a time. Errors of a check are printed; only errors of the
 * watcher end it.
 */
export async function checkOnChange(
  folders: readonly string[],
  check: () => Promise<unknown>,
  say: (message: string) => void,
): Promise<never> {
  let waiting: NodeJS.Timeout | undefined;
  let isRunning = false;
  let isStale = false;
  const run = async (): Promise<void> => {
    if (isRunning) {
      isStale = true;
      return;
    }
    isRunning = true;
    do {
      isStale = false;
      say('Checking again.');
      await check().catch((error: unknown) => {
        say(error instanceof Error ? error.message : String(error));
      });
      say('Watching for changes.');
    } while (isStale as boolean);
    isRunning = false;
  };
  return new Promise((_, reject) => {
    const change = (): void => {
      clearTimeout(waiting);
      // Waits until the editor has finished writing.
      waiting = setTimeout(() => void run(), 100);
    };
    for (const folder of folders) watchFolder(folder, { change, fail: reject });
    say('Watching for changes.');
  });
}
