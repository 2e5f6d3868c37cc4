import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { settingsFile } from '../brief/briefs-folder.ts';
import { absolutePath } from '../markdown/source-paths.ts';
import type { Publication } from '../brief/publication.ts';
import { findingsOf } from '../check/field-findings.ts';
import { errorOfReport, formatReport } from '../check/report.ts';
import { diagnosticOf, sortDiagnostics, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { publicationSchema } from './settings-schema.ts';
import { parseSettings, type SettingsSource } from './settings-source.ts';

/** Where earlier versions had the settings, as code. */
export const formerSettingsFile = 'src/site.ts';

/** The settings if nothing is wrong with them, or all that is. */
export type CheckedSettings =
  { readonly publication: Publication } | { readonly diagnostics: readonly Diagnostic[] };

/** Reads the settings as they are now, and checks them as briefs are checked. */
export function checkSettings(root: string): CheckedSettings {
  const text = readText(root);
  if (text === undefined) return { diagnostics: [missingSettings(root)] };
  const source = parseSettings(text);
  const parsed = publicationSchema.safeParse(source.values);
  if (source.findings.length === 0 && parsed.success) return { publication: parsed.data };
  // Of values that could not be read, nothing more can be said.
  const findings =
    source.values === undefined || parsed.success
      ? source.findings
      : [...source.findings, ...findingsOf(parsed.error, source, publicationSchema)];
  return { diagnostics: sortDiagnostics(findings.map((finding) => diagnosticOf(settingsFile, finding))) };
}

/** The settings; throws with a report of all that is wrong with them. */
export async function readSettings(root: string): Promise<Publication> {
  const checked = checkSettings(root);
  if ('publication' in checked) return checked.publication;
  throw errorOfReport(`The settings have errors.\n\n${await formatReport(root, checked)}\n`);
}

/** The file that good settings stand in; a publication may be made by a program, with none. */
export function readSettingsSource(root: string): SettingsSource | undefined {
  const text = readText(root);
  return text === undefined ? undefined : parseSettings(text);
}

function readText(root: string): string | undefined {
  const path = absolutePath(root, settingsFile);
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

function missingSettings(root: string): Diagnostic {
  const hasFormer = existsSync(join(root, formerSettingsFile));
  return diagnosticOf(settingsFile, {
    code: 'settings-code',
    range: { start: 0, end: 0 },
    message: `Expected the settings in ${absolutePath(root, settingsFile)}, which is not there`,
    note: {
      text: hasFormer
        ? `run \`npm run check -- --fix\`, which writes them there from ${formerSettingsFile}`
        : `it lies with the briefs: take it from your repository (git restore ${settingsFile}), see that BRIEFS_DIR names the right folder, and fetch a submodule with \`git submodule update --init\``,
    },
  });
}
