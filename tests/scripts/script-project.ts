import { cpSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { settingsFile } from '../../src/brief/briefs-folder.ts';

const here = fileURLToPath(new URL('../..', import.meta.url));

/** A copy of everything the scripts need in a separate folder, with the shipped settings and no briefs. */
export function copyScripts(): string {
  const root = mkdtempSync(join(tmpdir(), 'fourfold-scripts-'));
  for (const part of [settingsFile, 'package.json', 'package-lock.json', 'src', 'scripts', 'public'])
    cpSync(join(here, part), join(root, part), { recursive: true });
  symlinkSync(join(here, 'node_modules'), join(root, 'node_modules'));
  return root;
}

/** Removes everything but the settings from the folder of briefs. */
export function removeBriefs(root: string): void {
  const folder = join(root, 'briefs');
  for (const name of readdirSync(folder))
    if (name !== '_site.yaml') rmSync(join(folder, name), { recursive: true });
}
