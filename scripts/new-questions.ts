import { isCancel, multiselect, select, text, type CommonOptions } from '@clack/prompts';
import { languages } from '../src/brief/languages/languages.ts';
import type { AiUse, Publication } from '../src/brief/publication.ts';

/** What a writer said of a new brief. */
export interface Answers {
  readonly title: string;
  readonly lang: string;
  readonly topics: readonly string[];
  readonly ai: AiUse;
}

/** What was given on the command line and need not be asked. */
export interface Given {
  readonly lang: string | undefined;
  readonly topics: readonly string[];
}

/** Asks on a terminal for what a new brief begins with; undefined if the writer breaks off. */
export async function askForBrief(
  publication: Publication,
  given: Given,
  streams: Pick<CommonOptions, 'input' | 'output'> = {},
): Promise<Answers | undefined> {
  const title = await text({
    ...streams,
    message: 'What is the title?',
    validate: (answer) => (answer?.trim() ? undefined : 'A brief needs a title'),
  });
  if (isCancel(title)) return undefined;
  const lang = given.lang ?? (await askForLanguage(publication, streams));
  if (isCancel(lang)) return undefined;
  const topics = given.topics.length > 0 ? given.topics : await askForTopics(publication, streams);
  if (isCancel(topics)) return undefined;
  const ai = await select<AiUse>({
    ...streams,
    message: 'How far did a program write the text? Readers are told.',
    initialValue: publication.ai ?? 'generated',
    options: [
      { value: 'generated', label: 'AI-generated', hint: 'a program wrote it' },
      { value: 'assisted', label: 'AI-assisted', hint: 'a person wrote it with a program' },
      { value: 'none', label: 'No AI', hint: 'a person wrote it' },
    ],
  });
  return isCancel(ai) ? undefined : { title, lang, topics, ai };
}

function askForLanguage(publication: Publication, streams: Pick<CommonOptions, 'input' | 'output'>) {
  const names = new Intl.DisplayNames('en', { type: 'language' });
  return select({
    ...streams,
    message: 'In which language?',
    initialValue: publication.lang,
    options: languages.map(({ code }) => ({ value: code, label: names.of(code) ?? code, hint: code })),
  });
}

async function askForTopics(publication: Publication, streams: Pick<CommonOptions, 'input' | 'output'>) {
  const topics = Object.entries(publication.topics);
  if (topics.length === 0) return [];
  return multiselect({
    ...streams,
    message: 'Which topics? (space to choose, enter to go on)',
    required: false,
    options: topics.map(([slug, { name }]) => ({ value: slug, label: name, hint: slug })),
  });
}
