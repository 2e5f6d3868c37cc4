import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { errorOfReport } from '../src/check/report.ts';
import { cacheFolder } from '../src/store/cache.ts';

/**
 * Fetches what `listMissing` names from a store that rclone reaches (`store:bucket/fourfold`), and asks again, since an entry
 * names files.
 */
export async function fetchMissing(
  root: string,
  store: string,
  listMissing: () => Promise<readonly string[]>,
): Promise<void> {
  const asked = new Set<string>();
  for (;;) {
    // What the store does not have is made, and asked for once.
    const next = (await listMissing()).filter((path) => !asked.has(path));
    if (next.length === 0) return;
    for (const path of next) asked.add(path);
    await copy(store, join(root, cacheFolder), next);
  }
}

/** Sends some paths of the cache to the store, except those that it has. */
export async function sendMade(root: string, store: string, paths: readonly string[]): Promise<void> {
  // By size: the name of a file says what is in it, and one that was cut short is sent again.
  await copy(join(root, cacheFolder), store, paths, '--size-only');
}

async function copy(from: string, to: string, paths: readonly string[], ...more: string[]): Promise<void> {
  if (paths.length === 0) return;
  // Without a list of the whole store, which may have millions of files.
  const options = ['--files-from-raw', '-', '--no-traverse', '--transfers', '16', '--checkers', '16'];
  const child = spawn('rclone', ['copy', ...options, ...more, '--', from, to], {
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  const ended = once(child, 'close').then(([code]) => code as number | null);
  child.stdin.on('error', () => undefined).end(`${[...new Set(paths)].join('\n')}\n`);
  const [code, messages] = await Promise.all([ended, text(child.stderr)]).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      throw errorOfReport(
        'rclone is not installed. Install it here (apt install rclone, brew install rclone).',
      );
    throw error;
  });
  if (code === 0) return;
  throw errorOfReport(
    `rclone failed (exit code ${code ?? 'none'}). The cache and the store stay as they were, with some files more; build again.\n\n${messages.trim()}`,
  );
}
