import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import writeFileAtomic from 'write-file-atomic';
import { settingsFile } from '../src/brief/briefs-folder.ts';
import { absolutePath } from '../src/markdown/source-paths.ts';
import { formerSettingsFile } from '../src/settings/settings.ts';
import { writeSettings, type SettingValue } from '../src/settings/settings-source.ts';

/**
 * Converts settings that an earlier version had as code, unless the file already exists. Returns a message, or undefined
 * if there was nothing to do. The code is run to read it, as in every earlier build, so its comments are lost. The old
 * file stays. Throws if the code throws or exports no settings.
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
  const comments = hasComments(readFileSync(former, 'utf8')) ? ' Its comments are lost.' : '';
  return `Wrote ${settingsFile} from ${formerSettingsFile}, which is no longer used; delete it.${comments}`;
}

function hasComments(code: string): boolean {
  return /(?:^|\s)\/[/*]/.test(code);
}
