import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

interface Transfer {
  readonly from: string;
  /** A folder, here or as `user@host:path`. */
  readonly to: string;
  /** By paths below both. */
  readonly files: readonly string[];
  /** A file for the list of these: a command line is too short for ten thousand. */
  readonly list: string;
  /** Leaves files alone that are there already, whatever is in them. */
  readonly never?: 'existing';
}

/**
 * Sends files that are not there or have another content; each is whole or not there, and all of one call change together
 * as nearly as a server allows. Times are left alone, so that what did not change is not fetched again by readers.
 */
export async function syncFiles({ from, to, files, list, never }: Transfer): Promise<void> {
  if (files.length === 0) return;
  // A line that began with # or ; would be a comment.
  writeFileSync(list, files.map((file) => `./${file}`).join('\0'));
  const how = never === 'existing' ? ['--ignore-existing'] : ['--checksum', '--delay-updates'];
  await run([...how, '--chmod=D755,F644', '--from0', `--files-from=${list}`, `${from}/`, `${to}/`]);
}

/** Removes files and folders from `to`, but for folders that hold something else; `stays` are folders in use. */
export async function removeFiles(to: string, { files, folders, stays, own }: Removal): Promise<void> {
  if (files.length === 0) return;
  // What is not in the source is removed, if a rule speaks of it: so the source has nothing but folders that stay.
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
  /** A folder for the work. */
  readonly own: string;
}

/** In a rule of rsync. */
function literal(path: string): string {
  return path.replace(/[\\*?[]/g, '\\$&');
}

/** Makes a folder and those above it, unless it is there or `dryRun` is set; whether it was there. */
export async function makeFolder(
  to: string,
  { own, dryRun }: { readonly own: string; readonly dryRun: boolean },
): Promise<boolean> {
  const empty = join(own, 'empty');
  mkdirSync(empty);
  const how = dryRun ? ['--dry-run'] : [];
  const changes = await run([...how, '--mkpath', '--dirs', '--itemize-changes', '--chmod=D755', `${empty}/`, `${to}/`]); // prettier-ignore
  // rsync(1), --itemize-changes: a directory (d) that is created here (c), and all that belongs to it with it (+).
  return !/^cd\+/m.test(changes);
}

/**
 * Fetches a file of a folder that is there, through a link, too; false if the folder does not have it. Only an end without an error says that:
 * rsync has no exit code of its own for a missing file, and messages are for people.
 */
export async function fetchFile(from: string, to: string): Promise<boolean> {
  await run(['--ignore-missing-args', '--copy-links', '--dirs', from, to]);
  return existsSync(to);
}

/** What rsync wrote to standard output. Throws if it fails, with what it said. */
async function run(options: readonly string[]): Promise<string> {
  const child = spawn('rsync', options, { stdio: ['inherit', 'pipe', 'pipe'] });
  const ended = once(child, 'close').then(([code]) => code as number | null);
  const [code, wrote, said] = await Promise.all([ended, text(child.stdout), text(child.stderr)]).catch(
    (error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
        throw new Error(
          'rsync is not installed here. It has to be, version 3.2.3 or later, on the server too (apt install rsync, brew install rsync).',
        );
      }
      throw error;
    },
  );
  if (code === 0) return wrote;
  throw new Error(
    `rsync failed (exit code ${code ?? 'none'}). Each file on the server is whole; run the deploy again.\n\n${said.trim()}`,
  );
}
