import { diagnosticOf } from '../../diagnostics/diagnostic.ts';
import { minuteOf } from '../../brief/dates.ts';
import { compareMoments } from '../../brief/moment.ts';
import type { CrossBriefRule } from './cross-brief-rule.ts';

/** When the original is updated or corrected, the translation must follow. */
export const translationStale: CrossBriefRule = function* ({ briefs }) {
  const bySlug = new Map(briefs.map((brief) => [brief.slug, brief]));
  for (const { file, references, date, changed } of briefs) {
    const asOf = changed?.moment ?? date;
    for (const { name, range, how } of references) {
      const original = how === 'translation' ? bySlug.get(name) : undefined;
      if (asOf === undefined || !original?.changed || compareMoments(original.changed.moment, asOf) <= 0)
        continue;
      yield diagnosticOf(file, {
        code: 'translation-stale',
        range,
        message: `Unexpected translation of ${minuteOf(asOf)}, expected one as new as its original, which changed on ${minuteOf(original.changed.moment)}`,
        note: {
          text: 'the change is at {place}; translate it, then set `updated` here',
          at: { file: original.file, range: original.changed.range },
        },
      });
    }
  }
};
