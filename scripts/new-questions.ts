import { isCancel, select, text, type CommonOptions } from '@clack/prompts';
import { languages } from '../src/languages/languages.ts';
import type { AiUse, Publication } from '../src/brief/publication.ts';
import { everyWord, wordsIn } from '../src/brief/words.ts';
import { slugFromTitle } from '../src/brief/slug-from-title.ts';
import { isReservedSlug, maxSlugLength, problemOfSlug, slugPattern } from '../src/brief/slug.ts';

/** A writer's answers about a new brief. */
export interface Answers {
  readonly title: string;
  readonly lang: string;
  readonly topics: readonly string[];
  /** Undefined if the writer decides later; nothing is published until then. */
  readonly ai: AiUse | undefined;
}

/** Given on the command line. */
export interface Given {
  readonly lang: string | undefined;
  readonly topics: readonly string[];
}

/** Asks on a terminal for the start of a new brief; undefined if the writer cancels. */
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
  // Pressing Enter must not label a text, so only the publication's default is preselected.
  const ai = await select<AiUse | 'later'>({
    ...streams,
    message: 'How much of the text did a program write? Readers see your answer.',
    initialValue: publication.ai ?? 'later',
    options: [
      { value: 'later', label: 'Decide later', hint: 'the brief stays unpublished until you do' },
      { value: 'none', label: 'No AI', hint: 'a person wrote it' },
      { value: 'assisted', label: 'AI-assisted', hint: 'a person wrote it with a program' },
      { value: 'generated', label: 'AI-generated', hint: 'a program wrote it' },
    ],
  });
  return isCancel(ai) ? undefined : { title, lang, topics, ai: ai === 'later' ? undefined : ai };
}

/** The form of a brief's file name. */
export const formOfSlug = 'lower-case letters a-z, digits and single hyphens, at most 80 characters';

export function isSlugOfBrief(slug: string): boolean {
  return slugPattern.test(slug) && slug.length <= maxSlugLength && !isReservedSlug(slug);
}

/** Asks for what the title does not determine; undefined if the writer cancels. */
export async function askForSlug(
  streams: Pick<CommonOptions, 'input' | 'output'> = {},
): Promise<string | undefined> {
  const slug = await text({
    ...streams,
    message: 'Which slug should it have? None can be made from the title.',
    validate: (answer) => (isSlugOfBrief(answer?.trim() ?? '') ? undefined : `Use ${formOfSlug}`),
  });
  return isCancel(slug) ? undefined : slug.trim();
}

function askForLanguage(publication: Publication, streams: Pick<CommonOptions, 'input' | 'output'>) {
  const names = new Intl.DisplayNames('en', { type: 'language' });
  return select({
    ...streams,
    message: 'Which language is it in?',
    initialValue: publication.lang,
    options: languages.map(({ code }) => ({ value: code, label: names.of(code) ?? code, hint: code })),
  });
}

async function askForTopics(publication: Publication, streams: Pick<CommonOptions, 'input' | 'output'>) {
  const known = Object.entries(publication.topics).map(
    ([slug, { name }]) => `${slug} (${wordsIn(name, publication.lang)})`,
  );
  const list = known.length > 0 ? ` In use: ${known.join(', ')}.` : '';
  const answer = await text({
    ...streams,
    message: `Which topics? Separate them with commas. You can add new ones, or leave this empty for now.${list}`,
    placeholder: Object.keys(publication.topics).slice(0, 2).join(', '),
    validate: (typed) =>
      topicsOf(typed ?? '', publication)
        .map(problemOfTopic)
        .find(Boolean),
  });
  return isCancel(answer) ? answer : topicsOf(answer, publication);
}

/** Topics as typed: slugs or display names. */
function topicsOf(typed: string, { topics }: Publication): readonly string[] {
  const slugs = new Map(
    Object.entries(topics).flatMap(([slug, { name }]) =>
      everyWord(name).map((word) => [word.toLowerCase(), slug] as const),
    ),
  );
  const parts = typed.split(/[,，、;]/).map((part) => part.trim().toLowerCase());
  return [...new Set(parts.filter((part) => part !== '').map((part) => slugs.get(part) ?? part))];
}

function problemOfTopic(topic: string): string | undefined {
  if (slugPattern.test(topic)) return problemOfSlug(topic);
  const slug = slugFromTitle(topic, 'en');
  const advice = slug === undefined ? 'use lower-case letters a-z, digits and hyphens' : `write ${slug}`;
  return `A topic is part of an address: instead of "${topic}" ${advice}`;
}
