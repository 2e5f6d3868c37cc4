import { diagnosticOf } from '../../diagnostics/diagnostic.ts';
import { dayIn } from '../../brief/dates.ts';
import type { CrossBriefRule } from './cross-brief-rule.ts';

/** When the day of an expectation is over, the brief states its outcome. */
export const watchOverdue: CrossBriefRule = function* ({ briefs, publication, now }) {
  const today = dayIn(now, publication.timeZone);
  for (const { file, status, open } of briefs) {
    if (status === undefined || status === 'withdrawn') continue;
    for (const { name: day, range } of open) {
      if (day >= today) continue;
      yield diagnosticOf(file, {
        code: 'watch-overdue',
        range,
        message: `Unexpected expectation by ${day} without an outcome, expected how it turned out`,
        note: {
          text: 'add `outcome: happened`, `missed` or `changed`, and explain it in a `note` or name the `brief` that does',
        },
      });
    }
  }
};
