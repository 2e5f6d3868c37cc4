import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Publication } from '../src/brief/publication.ts';
import { checkSettings } from '../src/settings/settings.ts';
import { editSettings, type SettingValue } from '../src/settings/settings-source.ts';
import { settingsFile } from '../src/brief/briefs-folder.ts';

/** Changes settings of a project; undefined ones are removed. Returns the original file. */
export function changeSettings(root: string, changes: Readonly<Record<string, SettingValue>>): string {
  const path = join(root, settingsFile);
  const before = readFileSync(path, 'utf8');
  writeFileSync(path, editSettings(before, Object.entries(changes)));
  return before;
}

/** The shipped settings. */
export function shippedSettings(): Publication {
  const checked = checkSettings(fileURLToPath(new URL('..', import.meta.url)));
  if ('publication' in checked) return checked.publication;
  throw new Error(checked.diagnostics.map(({ message }) => message).join('\n'));
}
