import { lstat, readFile } from 'node:fs/promises';
import { absolutePath } from '../markdown/source-paths.ts';
import { stopsBuild, type Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SourceOf } from '../diagnostics/locate.ts';
import { formatHuman } from '../diagnostics/print.ts';

/** Formats the diagnostics of a snapshot for people, with lines from the files. */
export async function formatReport(
  root: string,
  { diagnostics }: { readonly diagnostics: readonly Diagnostic[] },
): Promise<string> {
  return formatHuman(diagnostics, await readSources(root, diagnostics));
}

/** An error whose message is sufficient; a stack trace would not help a writer. */
export function errorOfReport(message: string): Error {
  const error = new Error(message);
  error.stack = '';
  return error;
}

/** Throws if there are errors, so that nothing is built. */
export async function throwOnErrors(
  root: string,
  snapshot: { readonly diagnostics: readonly Diagnostic[] },
): Promise<void> {
  if (!stopsBuild(snapshot.diagnostics)) return;
  throw errorOfReport(
    `The briefs have errors; nothing was built.\n\n${await formatReport(root, snapshot)}\n`,
  );
}

/** The texts of all files with diagnostics. */
export async function readSources(root: string, diagnostics: readonly Diagnostic[]): Promise<SourceOf> {
  const files = new Set(diagnostics.flatMap(({ file, note }) => [file, ...(note?.at ? [note.at.file] : [])]));
  const sources = new Map<string, string>();
  for (const file of files) {
    // Skips files that are too large, and links that may lead to endless files.
    const path = absolutePath(root, file);
    const isShown = await lstat(path).then(
      (found) => found.isFile() && found.size <= 1_000_000,
      () => false,
    );
    const bytes = isShown ? await readFile(path).catch(() => undefined) : undefined;
    if (bytes) sources.set(file, new TextDecoder().decode(bytes));
  }
  return (file) => sources.get(file);
}
