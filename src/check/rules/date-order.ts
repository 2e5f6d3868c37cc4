import type { Moment } from '../../brief/moment.ts';
import { rangeOfField } from '../../markdown/field-places.ts';
import { compareMoments } from '../../brief/moment.ts';
import type { Rule } from './rule.ts';

/** Updates, corrections, withdrawal and expiry are not dated before publication. */
export const dateOrder: Rule = function* ({ draft, fields }) {
  const { frontMatter } = draft;
  const { date } = fields;
  if (!frontMatter || date === undefined) return;
  const later = [
    { path: ['updated'], moment: fields.updated },
    { path: ['expires'], moment: fields.expires },
    { path: ['withdrawn', 'date'], moment: fields.withdrawn?.date },
    ...(fields.corrections ?? []).map((correction, at) => ({
      path: ['corrections', at, 'date'],
      moment: correction.date,
    })),
  ];
  for (const { path, moment } of later) {
    if (moment === undefined) continue;
    const order = compareMoments(moment, date);
    const isExpiry = path[0] === 'expires';
    if (isExpiry ? order > 0 : order >= 0 || isDayOf(moment, date)) continue;
    yield {
      code: 'date-order',
      range: rangeOfField(frontMatter, path),
      message: isExpiry
        ? `Unexpected "expires" when the brief is published, or before, expected it after ${date}`
        : `Unexpected "${String(path[0])}" before the brief's own date, expected it on or after ${date}`,
      note: {
        text: '"date" is at {place}',
        at: { file: draft.file, range: rangeOfField(frontMatter, ['date']) },
      },
    };
  }
};

/** A date without a time is read as 00:00, so an afternoon correction on the day of publication is allowed. */
function isDayOf(moment: Moment, date: Moment): boolean {
  return moment.slice(11, 19) === '00:00:00' && moment.slice(0, 10) === date.slice(0, 10);
}
