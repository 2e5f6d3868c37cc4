import type { Source } from '../brief/brief.ts';
import { formatCalendarDate } from '../brief/dates.ts';
import type { Language } from './language.ts';

/** Details of a source after its title: publisher, date, access date. */
export function sourceDetails(
  { publisher, date, accessed }: Source,
  lang: string,
  { labels }: Pick<Language, 'labels'>,
): string[] {
  return [
    ...(publisher === undefined ? [] : [publisher]),
    ...(date === undefined ? [] : [formatCalendarDate(date, lang)]),
    ...(accessed === undefined
      ? []
      : [labels.accessed.replace('{date}', () => formatCalendarDate(accessed, lang))]),
  ];
}
