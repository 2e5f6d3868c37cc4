import { diagnosticOf } from '../../diagnostics/diagnostic.ts';
import { minuteOf } from '../../brief/dates.ts';
import { compareMoments } from '../../brief/moment.ts';
import { visibilityIfKnown } from '../../brief/visibility.ts';
import type { CrossBriefRule } from './cross-brief-rule.ts';

/** Updates and corrections are not dated in the future, since readers see them now. */
export const dateFuture: CrossBriefRule = function* ({ briefs, now }) {
  for (const brief of briefs) {
    const { file, changed } = brief;
    if (!changed || visibilityIfKnown(brief, now) !== 'public' || compareMoments(changed.moment, now) <= 0)
      continue;
    yield diagnosticOf(file, {
      code: 'date-future',
      range: changed.range,
      message: `Unexpected change on ${minuteOf(changed.moment)}, expected none later than now, ${minuteOf(now)}`,
      note: { text: 'readers see it today: only `date` delays publication' },
    });
  }
};
