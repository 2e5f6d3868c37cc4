import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import writeFileAtomic from 'write-file-atomic';
import { settingsFile } from '../src/brief/briefs-folder.ts';
import { absolutePath } from '../src/markdown/source-paths.ts';
import { formerSettingsFile } from '../src/settings/settings.ts';
import { writeSettings, type SettingValue } from '../src/settings/settings-source.ts';

/**
 * Writes the settings that an earlier version had as code into their file, unless that is there; says what it did, and
 * undefined if there was nothing to do. The code is run to read it, as every build did, so its comments are lost; the file
 * itself stays.
 *
 * @throws if the code raises an error, or has no settings
 */
export async function migrateSettings(root: string, dryRun: boolean): Promise<string | undefined> {
  const former = join(root, formerSettingsFile);
  const place = absolutePath(root, settingsFile);
  if (existsSync(place) || !existsSync(former)) return undefined;
  const { site } = (await import(pathToFileURL(former).href)) as { readonly site?: unknown };
  if (typeof site !== 'object' || site === null)
    throw new Error(`${formerSettingsFile} has no \`export const site = { … }\` to read the settings from.`);
  const text = writeSettings(site as Readonly<Record<string, SettingValue>>);
  if (dryRun) return `Would write ${settingsFile} from ${formerSettingsFile}:\n\n${text}`;
  await writeFileAtomic(place, text);
  const comments = hasComments(readFileSync(former, 'utf8')) ? ' Its comments are not taken over.' : '';
  return `Written: ${settingsFile}, from ${formerSettingsFile}, which is no longer read: delete it.${comments}`;
}

function hasComments(code: string): boolean {
  return /(?:^|\s)\/[/*]/.test(code);
}
