import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { briefsFolder, settingsFile } from '../brief/briefs-folder.ts';
import { absolutePath } from '../markdown/source-paths.ts';
import type { Publication } from '../brief/publication.ts';
import { findingsOf } from '../check/field-findings.ts';
import { errorOfReport, formatReport } from '../check/report.ts';
import { diagnosticOf, sortDiagnostics, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { quote } from '../diagnostics/quote.ts';
import { publicationSchema } from '../languages/schemas.ts';
import { findingsOfColours } from './own-colours.ts';
import { parseSettings, type SettingsSource } from './settings-source.ts';
import { readableSettings } from './setting-blocks.ts';
import { validSettings, type ValidSettings } from './valid-settings.ts';

/** Where earlier versions had the settings, as code. */
export const formerSettingsFile = 'src/site.ts';

/** Valid settings, or all problems with what is right beside them. */
export type CheckedSettings =
  | { readonly publication: Publication }
  | { readonly diagnostics: readonly Diagnostic[]; readonly valid?: ValidSettings | undefined };

/** Reads and checks the settings. */
export function checkSettings(root: string): CheckedSettings {
  const text = readText(root);
  if (text === undefined) return { diagnostics: [missingSettings(root)] };
  const { source, broken, findings } = readableSettings(text);
  const parsed = publicationSchema.safeParse(source.values);
  const issues = parsed.error?.issues.filter(({ path: [name] }) => !broken.has(String(name))) ?? [];
  const all = [
    ...findings,
    // Values that cannot be parsed are not checked further.
    ...(source.values === undefined ? [] : findingsOf(issues, source, publicationSchema)),
    ...findingsOfColours(source),
  ];
  if (all.length === 0 && parsed.success) return { publication: parsed.data };
  const diagnostics = sortDiagnostics(all.map((finding) => diagnosticOf(settingsFile, finding)));
  return { diagnostics, valid: validSettings(source.values, broken) };
}

/** Reads the settings. Throws with a report of all problems. */
export async function readSettings(root: string): Promise<Publication> {
  const checked = checkSettings(root);
  if ('publication' in checked) return checked.publication;
  throw errorOfReport(`The settings have errors.\n\n${await formatReport(root, checked)}\n`);
}

/** The source of valid settings; undefined if a program passes a publication without a file. */
export function readSettingsSource(root: string): SettingsSource | undefined {
  const text = readText(root);
  return text === undefined ? undefined : parseSettings(text);
}

function readText(root: string): string | undefined {
  const path = absolutePath(root, settingsFile);
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

function missingSettings(root: string): Diagnostic {
  return diagnosticOf(settingsFile, {
    code: 'settings-code',
    range: { start: 0, end: 0 },
    message: `Expected the settings in ${absolutePath(root, settingsFile)}, which does not exist`,
    note: { text: wayToSettings(root) },
  });
}

function wayToSettings(root: string): string {
  if (existsSync(join(root, formerSettingsFile)))
    return `run \`npm run check -- --fix\`, which converts them from ${formerSettingsFile}`;
  const folder = absolutePath(root, briefsFolder);
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const misnamed = names.find((name) => /^[_.]?(?:site|settings|config)\.(?:ya?ml|json|toml)$/i.test(name));
  if (misnamed !== undefined)
    return `did you mean ${quote(`${briefsFolder}/${misnamed}`)}? Rename it to ${quote(settingsFile)}`;
  // Somebody who has installed the package, and has no publication yet.
  if (!process.env['BRIEFS_DIR'] && !['scripts', briefsFolder].some((part) => existsSync(join(root, part))))
    return 'to make a publication in this folder, run `npx fourfold init`';
  return `it belongs to the folder of briefs: restore it from your repository (git restore ${settingsFile}), check that BRIEFS_DIR is the right folder, and fetch a submodule with \`git submodule update --init\``;
}
