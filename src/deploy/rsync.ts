import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
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
  writeFileSync(list, files.join('\n'));
  const how = never === 'existing' ? ['--ignore-existing'] : ['--checksum', '--delay-updates'];
  await run([...how, '--mkpath', '--chmod=D755,F644', `--files-from=${list}`, `${from}/`, `${to}/`]);
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
  writeFileSync(list, [...rules, ...files.map((file) => `/${literal(file)}`)].join('\n'));
  await run(['--recursive', '--delete', `--include-from=${list}`, '--exclude=*', `${source}/`, `${to}/`]);
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

/** Fetches one file; false if it is not there. */
export async function copyFile(from: string, to: string): Promise<boolean> {
  const { code, said } = await rsync([from, to]);
  if (code === 0) return true;
  if (/No such file or directory|link_stat/.test(said)) return false;
  throw failure(code, said);
}

async function run(options: readonly string[]): Promise<void> {
  const { code, said } = await rsync(options);
  if (code !== 0) throw failure(code, said);
}

async function rsync(options: readonly string[]): Promise<{ code: number | null; said: string }> {
  const child = spawn('rsync', options, { stdio: ['inherit', 'ignore', 'pipe'] });
  const ended = once(child, 'close').then(([code]) => code as number | null);
  const [code, said] = await Promise.all([ended, text(child.stderr)]).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      throw new Error(
        'rsync is not installed here. It has to be, version 3.2.3 or later, on the server too (apt install rsync, brew install rsync).',
      );
    }
    throw error;
  });
  return { code, said };
}

function failure(code: number | null, said: string): Error {
  return new Error(
    `rsync failed (exit code ${code ?? 'none'}). What is there is whole; run the deploy again.\n\n${said.trim()}`,
  );
}
