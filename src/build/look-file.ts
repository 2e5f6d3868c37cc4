import { lstatSync, readFileSync } from 'node:fs';
import type { Finding } from '../diagnostics/diagnostic.ts';
import { absolutePath } from '../markdown/source-paths.ts';
import { nameOfKind, problemOfKind } from './file-kind.ts';

/** A part of the look, or what is wrong with the file that it comes from. */
export type LookPart<Part> = { readonly part: Part } | { readonly findings: readonly Finding[] };

/** The bytes of a file, or why it is not read; undefined if there is none. */
export function readLookFile(root: string, file: string, maxBytes: number): LookPart<Buffer> | undefined {
  const place = absolutePath(root, file);
  const found = lstatSync(place, { throwIfNoEntry: false });
  if (!found) return undefined;
  const problem = (message: string, advice: string): LookPart<Buffer> => ({
    findings: [findingAt(wholeFile, message, advice)],
  });
  // What a link leads to would be published.
  if (found.isSymbolicLink())
    return problem('Unexpected symbolic link, expected a file', 'put what it leads to here');
  if (!found.isFile())
    return problem(`Unexpected ${nameOfKind(found)}, expected a file`, 'rename or remove it');
  const unreadable = problemOfKind(place, found);
  if (unreadable) return problem(unreadable.message, unreadable.note);
  if (found.size > maxBytes)
    return problem(
      `Unexpected file of ${found.size} bytes, expected at most ${maxBytes}`,
      'every reader loads it: leave out what the site does not use',
    );
  return { part: readFileSync(place) };
}

/** The text of a file of the look without a byte order mark, or where it is not UTF-8. */
export function textOf(bytes: Uint8Array): string | Finding {
  const text = new TextDecoder().decode(bytes);
  const start = text.indexOf('\ufffd');
  if (start < 0) return text;
  return findingAt(
    { start, end: start + 1 },
    'Unexpected byte, expected UTF-8',
    'save the file as UTF-8; most editors offer it as “Save with encoding”',
  );
}

/** A problem with a file of the look, at a place in its text. */
export function findingAt(
  { start, end }: { readonly start: number; readonly end: number },
  message: string,
  advice: string,
): Finding {
  return { code: 'look-file', range: { start, end }, message, note: { text: advice } };
}

/** Where problems are shown that have no place in the text. */
export const wholeFile = { start: 0, end: 0 };
