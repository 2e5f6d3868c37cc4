import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

interface Transfer {
  readonly from: string;
  /** A folder, local or as `user@host:path`. */
  readonly to: string;
  /** By path in both folders. */
  readonly files: readonly string[];
  /** A file for the list, since a command line is too short for ten thousand paths. */
  readonly list: string;
  /** Skips existing files, whatever their content. */
  readonly never?: 'existing';
}

/**
 * Sends new and changed files. Each file is replaced atomically, and all of one call nearly at once. Modification times
 * of unchanged files stay, so that readers keep their caches.
 */
export async function syncFiles({ from, to, files, list, never }: Transfer): Promise<void> {
  if (files.length === 0) return;
  // A line that starts with # or ; would be a comment.
  writeFileSync(list, files.map((file) => `./${file}`).join('\0'));
  const how = never === 'existing' ? ['--ignore-existing'] : ['--checksum', '--delay-updates'];
  await run([...how, '--chmod=D755,F644', '--from0', `--files-from=${list}`, `${from}/`, `${to}/`]);
}

/** Removes files and folders from `to`, except folders with other content. `stays` are folders in use. */
export async function removeFiles(to: string, { files, folders, stays, own }: Removal): Promise<void> {
  if (files.length === 0) return;
  // Files missing from the source are removed if a rule matches, so the source has only the folders that stay.
  const source = join(own, 'stays');
  mkdirSync(source);
  for (const folder of stays) mkdirSync(join(source, folder), { recursive: true });
  const rules = [...stays, ...folders].map((folder) => `/${literal(folder)}/`);
  const list = join(own, 'rules');
  writeFileSync(list, [...rules, ...files.map((file) => `/${literal(file)}`)].join('\0'));
  await run(['--recursive', '--delete', '--from0', `--include-from=${list}`, '--exclude=*', `${source}/`, `${to}/`]); // prettier-ignore
}

export interface Removal {
  readonly files: readonly string[];
  readonly folders: readonly string[];
  readonly stays: readonly string[];
  /** A temporary folder. */
  readonly own: string;
}

/** Escapes a path for an rsync rule. */
function literal(path: string): string {
  return path.replace(/[\\*?[]/g, '\\$&');
}

/** Makes a folder and its parents unless `dryRun` is set; returns whether it existed. */
export async function makeFolder(
  to: string,
  { own, dryRun }: { readonly own: string; readonly dryRun: boolean },
): Promise<boolean> {
  const empty = join(own, 'empty');
  mkdirSync(empty);
  const how = dryRun ? ['--dry-run'] : [];
  const changes = await run([...how, '--mkpath', '--dirs', '--itemize-changes', '--chmod=D755', `${empty}/`, `${to}/`]); // prettier-ignore
  // rsync(1), --itemize-changes: a new directory is "cd" and "+".
  return !/^cd\+/m.test(changes);
}

/**
 * Fetches a file from an existing folder, also through a symbolic link; false if the folder does not have it. Success
 * without a file is the only reliable sign, since rsync has no exit code for missing files.
 */
export async function fetchFile(from: string, to: string): Promise<boolean> {
  await run(['--ignore-missing-args', '--copy-links', '--dirs', from, to]);
  return existsSync(to);
}

/** Runs rsync and returns its standard output. Throws with its messages if it fails. */
async function run(options: readonly string[]): Promise<string> {
  const child = spawn('rsync', options, { stdio: ['inherit', 'pipe', 'pipe'] });
  const ended = once(child, 'close').then(([code]) => code as number | null);
  const [code, wrote, said] = await Promise.all([ended, text(child.stdout), text(child.stderr)]).catch(
    (error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
        throw new Error(
          'rsync is not installed. Install version 3.2.3 or later here and on the server (apt install rsync, brew install rsync).',
        );
      }
      throw error;
    },
  );
  if (code === 0) return wrote;
  throw new Error(
    `rsync failed (exit code ${code ?? 'none'}). Every file on the server is complete; run the deploy again.\n\n${said.trim()}`,
  );
}
