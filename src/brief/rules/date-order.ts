import { rangeOfField } from '../field-findings.ts';
import { compareMoments } from '../moment.ts';
import type { Rule } from './rule.ts';

/** Nothing happens to a brief before it was published: no update, no correction, no withdrawal, no expiry. */
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
    if (moment === undefined || compareMoments(moment, date) >= 0) continue;
    yield {
      code: 'date-order',
      range: rangeOfField(frontMatter, path),
      message: `Unexpected "${String(path[0])}" before the brief's own date, expected it on or after ${date}`,
      note: {
        text: '"date" is at {place}; a date without a time means 00:00',
        at: { file: draft.file, range: rangeOfField(frontMatter, ['date']) },
      },
    };
  }
};
