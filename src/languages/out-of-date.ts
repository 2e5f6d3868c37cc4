import type { Moment } from '../brief/moment.ts';
import { formatDay } from '../brief/dates.ts';
import type { Publication } from '../brief/publication.ts';
import type { Language } from './language.ts';

/** The notice that a brief is out of date, for page, feed, Markdown and data. */
export function outOfDateText(
  { expires, lang }: { readonly expires?: Moment; readonly lang: string },
  { labels }: Language,
  { timeZone }: Pick<Publication, 'timeZone'>,
): string | undefined {
  return expires === undefined
    ? undefined
    : labels.outOfDate.replace('{date}', () => formatDay(expires, lang, timeZone));
}
