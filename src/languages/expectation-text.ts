import type { Expectation } from '../brief/brief.ts';
import { formatCalendarDate } from '../brief/dates.ts';
import type { Language } from './language.ts';

/** The text of an expectation: its day, what is expected, and the outcome if known. */
export function expectationText(
  { by, expect, outcome, note }: Expectation,
  lang: string,
  { labels }: Pick<Language, 'labels'>,
): { readonly day: string; readonly expect: string; readonly outcome: string } {
  return {
    day: labels.byDate.replace('{date}', () => formatCalendarDate(by, lang)),
    expect,
    outcome: outcome === undefined ? '' : [`${labels.outcomes[outcome]}.`, note].filter(Boolean).join(' '),
  };
}
