import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findingsOf } from '../check/field-findings.ts';
import { publicationSchema } from './settings-schema.ts';
import type { Publication } from '../brief/publication.ts';
import { diagnosticOf, sortDiagnostics, type Diagnostic, type Finding } from '../diagnostics/diagnostic.ts';
import { lineStarts } from '../diagnostics/position.ts';
import type { SettingsSource } from './settings-source.ts';
import { conflictsIn, findingsOfConflicts } from '../markdown/conflicts.ts';
import { errorOfReport, formatReport } from '../check/report.ts';

/** The publication's settings, relative to the project root. */
export const settingsFile = 'src/site.ts';

/** The settings if nothing is wrong with them, or all that is. */
export type CheckedSettings =
  { readonly publication: Publication } | { readonly diagnostics: readonly Diagnostic[] };

/** Reads `src/site.ts` as it is now, and checks it as briefs are checked. */
export async function checkSettings(root: string): Promise<CheckedSettings> {
  const path = join(root, settingsFile);
  if (!existsSync(path))
    throw new Error(
      `Expected the settings in ${settingsFile}, which is not there: take it from your repository (git restore ${settingsFile})`,
    );
  const text = readFileSync(path, 'utf8');
  const conflicts = findingsOfConflicts(text, conflictsIn(text));
  if (conflicts.length > 0) {
    return { diagnostics: conflicts.map((finding) => diagnosticOf(settingsFile, finding)) };
  }
  const read = await readSite(path);
  const site = 'site' in read ? read.site : undefined;
  const parsed = publicationSchema.safeParse(site);
  if (parsed.success) return { publication: site as Publication };
  const { parseSettings } = await import('./settings-source.ts');
  const source = parseSettings(text, site);
  const findings =
    'site' in read ? findingsOf(parsed.error, source, publicationSchema) : findingsOfCode(read, source);
  return { diagnostics: sortDiagnostics(findings.map((finding) => diagnosticOf(settingsFile, finding))) };
}

/** The settings; throws with a report of all that is wrong with them. */
export async function readSettings(root: string): Promise<Publication> {
  const checked = await checkSettings(root);
  if ('publication' in checked) return checked.publication;
  throw errorOfReport(`The settings have errors.\n\n${await formatReport(root, checked)}\n`);
}

/** The file that good settings stand in; a publication may be made by a program, with none. */
export async function readSettingsSource(
  root: string,
  publication: Publication,
): Promise<SettingsSource | undefined> {
  if (!existsSync(join(root, settingsFile))) return undefined;
  const { parseSettings } = await import('./settings-source.ts');
  return parseSettings(readFileSync(join(root, settingsFile), 'utf8'), publication);
}

type ReadSite =
  | { readonly site: unknown }
  | {
      readonly problem: string;
      /** Where it came up, if that can be told: line and column, from 1. */
      readonly line: number;
      readonly column: number;
    };

async function readSite(path: string): Promise<ReadSite> {
  // A server that begins anew still has the module in memory as it was at first.
  // Vite, by which Astro reads its configuration again, takes the ending of the whole for the kind of file.
  const address = `${pathToFileURL(path).href}?${statSync(path).mtimeMs}.ts`;
  const begin = { line: 1, column: 1 };
  try {
    const module = (await import(/* @vite-ignore */ address)) as { readonly site?: unknown };
    if (module.site !== undefined) return { site: module.site };
    return { problem: 'Expected the settings as `export const site: Publication = { … }`', ...begin };
  } catch (error) {
    const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
    const [, line, column] = /site\.ts\?[\d.]+ts:(\d+):(\d+)/.exec(stack) ?? [];
    const place = line === undefined ? begin : { line: Number(line), column: Number(column) };
    return { problem: `Unexpected error in the settings: ${message}`, ...place };
  }
}

function findingsOfCode(
  { problem, line, column }: Exclude<ReadSite, { readonly site: unknown }>,
  { findings, text }: SettingsSource,
): readonly Finding[] {
  if (findings.length > 0) return findings;
  const start = (lineStarts(text)[line - 1] ?? 0) + column - 1;
  return [{ code: 'settings-code', range: { start, end: start + 1 }, message: problem }];
}
