import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A draft, and the whole brief that it becomes. */
export interface DraftFixture {
  readonly name: string;
  readonly file: string;
  readonly text: string;
  readonly brief: string;
}

const folder = fileURLToPath(new URL('../../fixtures/drafts/', import.meta.url));

/**
 * The drafts in `tests/fixtures/drafts`. A file has parts below lines of `%%% NAME`; those whose name ends in "brief"
 * are outcomes, and `%%% FILE -> NAME` says which one a draft becomes, if not the first.
 */
export function draftFixtures(): DraftFixture[] {
  return readdirSync(folder).flatMap((language) => {
    const [, ...parts] = readFileSync(folder + language, 'utf8').split(/^%%% /m);
    const read = parts.map((part) => {
      const end = part.indexOf('\n');
      const [file = '', outcome = 'brief'] = part.slice(0, end).split(' -> ');
      return { file, outcome, text: part.slice(end + 1) };
    });
    const briefs = new Map(
      read.filter(({ file }) => file.endsWith('brief')).map(({ file, text }) => [file, text]),
    );
    return read
      .filter(({ file }) => !briefs.has(file))
      .map(({ file, outcome, text }) => ({
        name: `${language.slice(0, -4)}: ${file}`,
        file,
        text,
        brief: briefs.get(outcome) ?? `no brief "${outcome}"`,
      }));
  });
}
