import { stringify } from 'yaml';
import type { Moment } from '../brief/moment.ts';
import type { Language, Prompts } from './language.ts';
import { headingsFor, languageFor, languageOf, writtenHeading } from './languages.ts';
import type { AiUse, Publication } from '../brief/publication.ts';

/** The fields of a new brief. */
export interface NewBrief {
  readonly title: string;
  /** BCP 47, a supported language. */
  readonly lang: string;
  readonly topics: readonly string[];
  /**
   * With a time: with only a day, all briefs of a day would have the same date, and some feed readers would drop all but
   * one.
   */
  readonly date: Moment;
  /** Undefined leaves the field empty, which is an error until the writer fills it in: nothing is labelled by default. */
  readonly ai?: AiUse | undefined;
}

/** U+270E starts every placeholder in every language, so that a partly edited one is still recognised. */
export const placeholderMark = '✎';

/** The prompts of a language, each with the placeholder mark. */
export function placeholdersFor({ prompts }: Pick<Language, 'prompts'>): Prompts {
  const { summary, sections, source } = prompts;
  const mark = (text: string): string => `${placeholderMark} ${text}`;
  const [now, why, next, beyond] = sections;
  return {
    summary: mark(summary),
    sections: [mark(now), mark(why), mark(next), mark(beyond)],
    source: mark(source),
  };
}

/** The text of a new brief: required fields and the four headings, with placeholders. */
export function template(brief: NewBrief, publication: Publication): string {
  const language = languageFor(brief.lang);
  const { summary, sections, source } = placeholdersFor(language);
  const isOwnLanguage = languageOf(publication.lang)?.code === language.code;
  const ai = brief.ai ?? publication.ai;
  const known = Object.keys(publication.topics).join(', ');
  const fields = [
    fieldLine('title', brief.title.toWellFormed().replace(/\s+/g, ' ').trim()),
    fieldLine('summary', summary),
    `date: ${brief.date}`,
    // A draft is not published, and its errors do not stop other briefs.
    'status: draft',
    ...(isOwnLanguage ? [] : [fieldLine('lang', brief.lang)]),
    brief.topics.length > 0
      ? `topics: [${brief.topics.join(', ')}]`
      : `topics: []${known === '' ? '' : ` # ${known}`}`,
    // Readers see this label, so it must not be guessed.
    ai === undefined ? 'ai: # none, assisted or generated' : `ai: ${ai}`,
    'sources:',
    `  - ${fieldLine('title', source)}`,
    '    url: https://',
  ];
  const texts = headingsFor(language, publication).map(
    (heading, at) => `## ${writtenHeading(heading)}\n\n${sections[at] ?? ''}\n`,
  );
  return `---\n${fields.join('\n')}\n---\n\n${texts.join('\n')}`;
}

/** A field as one line of YAML, quoted if needed. */
export function fieldLine(name: string, value: string): string {
  return stringify({ [name]: value }, { lineWidth: 0 }).trimEnd();
}
