import { diagnosticOf } from '../../diagnostics/diagnostic.ts';
import { visibilityIfKnown } from '../../brief/visibility.ts';
import type { CrossBriefRule } from './cross-brief-rule.ts';

/** A public brief or page must not refer to a brief that is not public, since its slug could reveal its content. */
export const briefHidden: CrossBriefRule = function* ({ briefs, pages, now }) {
  // Of two briefs with one slug, the first is shown.
  const bySlug = new Map(briefs.toReversed().map((brief) => [brief.slug, brief]));
  const shown = briefs.filter((brief) => visibilityIfKnown(brief, now) === 'public');
  for (const { file, references, mentions = [] } of [...shown, ...pages]) {
    const unlinked = mentions.filter(
      ({ range }) =>
        !references.some((link) => link.range.start <= range.start && link.range.end >= range.end),
    );
    for (const { name, range, how } of [
      ...references,
      ...unlinked.map((each) => ({ ...each, how: 'words' })),
    ]) {
      const other = bySlug.get(name);
      const visibility = other && visibilityIfKnown(other, now);
      if (visibility === undefined || visibility === 'public') continue;
      // The address of a withdrawn brief is public.
      if (how === 'words' && visibility === 'withdrawn') continue;
      const why = {
        draft: 'a draft',
        embargoed: `embargoed until ${other?.date ?? ''}`,
        withdrawn: 'withdrawn',
      };
      yield diagnosticOf(file, {
        code: 'brief-hidden',
        range,
        message: `Unexpected reference to "${name}", expected a brief that is public`,
        note: {
          text: `"${name}" is ${why[visibility]}; remove the reference${visibility === 'withdrawn' ? '' : ' until it is published'}`,
        },
      });
    }
  }
};
