import { cpSync, mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('../..', import.meta.url));

/** A copy of what the scripts need, in a folder of its own without briefs. */
export function copyScripts(): string {
  const root = mkdtempSync(join(tmpdir(), 'fourfold-scripts-'));
  for (const part of ['package.json', 'package-lock.json', 'src', 'scripts', 'public'])
    cpSync(join(here, part), join(root, part), { recursive: true });
  symlinkSync(join(here, 'node_modules'), join(root, 'node_modules'));
  return root;
}
