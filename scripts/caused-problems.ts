import type { Moment } from '../src/brief/moment.ts';
import type { Publication } from '../src/brief/publication.ts';
import { checkCards } from '../src/build/card-check.ts';
import { loadSnapshot } from '../src/build/load.ts';
import { errorsFirst, type Diagnostic } from '../src/diagnostics/diagnostic.ts';

/** The problems of a brief, and the errors of others that were not there before. */
export function causedBy(
  file: string,
  before: readonly Diagnostic[],
  after: readonly Diagnostic[],
): readonly Diagnostic[] {
  const keyOf = ({ file: other, code, message }: Diagnostic): string => [other, code, message].join('\n');
  const known = new Set(before.map(keyOf));
  return errorsFirst(
    after.filter((each) => each.file === file || (each.severity === 'error' && !known.has(keyOf(each)))),
  );
}

/**
 * The problems that texts would have, and cause in other briefs, if they were files of the publication, errors first. Draws the
 * cards of those that would be published.
 */
export async function checkTexts(
  texts: ReadonlyMap<string, string>,
  options: { readonly root: string; readonly publication: Publication; readonly now: Moment },
): Promise<ReadonlyMap<string, readonly Diagnostic[]>> {
  const { root, publication } = options;
  const load = { ...options, audience: 'editors' as const };
  const after = await loadSnapshot({ ...load, replaced: texts });
  const isOfOther = ({ file }: Diagnostic): boolean => !texts.has(file);
  const hasOtherErrors = after.diagnostics.some((each) => each.severity === 'error' && isOfOther(each));
  const before = hasOtherErrors ? (await loadSnapshot(load)).diagnostics : [];
  const drawn = after.briefs.filter(({ listing }) => texts.has(listing.file) && listing.status !== 'draft');
  const ofCards = drawn.length > 0 ? await checkCards(root, publication, drawn) : [];
  const found = [...after.diagnostics, ...ofCards.filter((each) => !isOfOther(each))];
  return new Map(
    Array.from(texts.keys(), (file) => {
      const near = found.filter((each) => each.file === file || isOfOther(each));
      return [file, causedBy(file, before, near)];
    }),
  );
}
