import type { Publication, Thread, Topic } from './publication.ts';
import { wordsIn } from './words.ts';

/** Settings of a topic. Own properties only, so that a slug such as `constructor` finds nothing. */
export function topicOf(publication: Pick<Publication, 'topics'>, slug: string): Topic | undefined {
  return Object.hasOwn(publication.topics, slug) ? publication.topics[slug] : undefined;
}

/** Settings of a thread; see `topicOf`. */
export function threadOf(publication: Pick<Publication, 'threads'>, slug: string): Thread | undefined {
  return Object.hasOwn(publication.threads, slug) ? publication.threads[slug] : undefined;
}

/** Name of a topic in a language, or its slug. */
export function topicName(publication: Pick<Publication, 'topics'>, slug: string, lang: string): string {
  return wordsIn(topicOf(publication, slug)?.name ?? slug, lang);
}

/** Name of a thread in a language, or its slug. */
export function threadName(publication: Pick<Publication, 'threads'>, slug: string, lang: string): string {
  return wordsIn(threadOf(publication, slug)?.name ?? slug, lang);
}

export interface NamedTopic {
  readonly slug: string;
  readonly name: string;
}

export function namedTopics(
  publication: Pick<Publication, 'topics'>,
  slugs: readonly string[],
  lang: string,
): NamedTopic[] {
  return slugs.map((slug) => ({ slug, name: topicName(publication, slug, lang) }));
}
