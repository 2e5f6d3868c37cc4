import { join } from 'node:path';
import { normalizePath, type Plugin } from 'vite';
import type { Publication } from '../brief/publication.ts';
import { settingsFile } from '../settings/settings.ts';

/**
 * Gives pages the settings as they were checked. While somebody edits the file, `dev` goes on with the last that were right: pages
 * that read the file itself would end in an error of Node's before the report says what is wrong.
 */
export function checkedSettings(root: string, publication: Publication): Plugin {
  const path = normalizePath(join(root, settingsFile));
  return {
    name: 'fourfold-checked-settings',
    apply: 'serve',
    load: (id) => (id === path ? `export const site = ${JSON.stringify(publication)};` : undefined),
  };
}
