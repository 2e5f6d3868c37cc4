import { stringify } from 'yaml';
import type { Moment } from '../brief/brief.ts';
import type { Language, Prompts } from './language.ts';
import { headingsFor, languageFor, languageOf, writtenHeading } from './languages.ts';
import type { AiUse, Publication } from '../brief/publication.ts';

/** What a template stands on beside the publication. */
export interface NewBrief {
  readonly title: string;
  /** BCP 47, a language that the site speaks. */
  readonly lang: string;
  readonly topics: readonly string[];
  /** With its time, since all briefs of a day alone would have one midnight, and some readers drop all but one of them. */
  readonly date: Moment;
  /** Undefined leaves the field empty, which is an error until the writer says it: nothing is labelled by default. */
  readonly ai?: AiUse | undefined;
}

/** Every placeholder begins with this sign (U+270E) in every language, so that one half rewritten is still known. */
export const placeholderMark = '✎';

/** Whether a text of a brief, plain or Markdown, still holds what a template put there. */
export function hasPlaceholder(text: string): boolean {
  return text.includes(placeholderMark);
}

/** The prompts of a language, each with its mark. */
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

/** The text of a new brief: the fields a writer needs and the four headings, with a placeholder for each text. */
export function template(brief: NewBrief, publication: Publication): string {
  const language = languageFor(brief.lang);
  const { summary, sections, source } = placeholdersFor(language);
  const isOwnLanguage = languageOf(publication.lang)?.code === language.code;
  const ai = brief.ai ?? publication.ai;
  const fields = [
    fieldLine('title', brief.title.toWellFormed().replace(/\s+/g, ' ').trim()),
    fieldLine('summary', summary),
    `date: ${brief.date}`,
    // Nothing unfinished is published, and nothing unfinished stops a colleague.
    'status: draft',
    ...(isOwnLanguage ? [] : [fieldLine('lang', brief.lang)]),
    brief.topics.length > 0
      ? `topics: [${brief.topics.join(', ')}]`
      : `topics: [] # ${Object.keys(publication.topics).join(', ')}`,
    // The label that readers see comes from here: a guess would be a lie either way.
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

/** One line of YAML, quoted where it has to be. */
export function fieldLine(name: string, value: string): string {
  return stringify({ [name]: value }, { lineWidth: 0 }).trimEnd();
}
