import { diagnosticOf } from '../../diagnostics/diagnostic.ts';
import { minuteOf } from '../../brief/dates.ts';
import { compareMoments } from '../../brief/moment.ts';
import { visibilityIfKnown } from '../../brief/visibility.ts';
import type { EditionRule } from './edition-rule.ts';

/** An update or a correction is dated when it was made: readers would be told today of a change of tomorrow. */
export const dateFuture: EditionRule = function* ({ briefs, now }) {
  for (const brief of briefs) {
    const { file, changed } = brief;
    if (!changed || visibilityIfKnown(brief, now) !== 'public' || compareMoments(changed.moment, now) <= 0)
      continue;
    yield diagnosticOf(file, {
      code: 'date-future',
      range: changed.range,
      message: `Unexpected change on ${minuteOf(changed.moment)}, expected none later than now, ${minuteOf(now)}`,
      note: { text: 'readers are told of it today: only `date` holds a text back' },
    });
  }
};
