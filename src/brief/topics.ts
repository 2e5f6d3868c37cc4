import type { Publication, Thread, Topic } from './publication.ts';

/** What the settings say of a topic; a slug such as `constructor` finds nothing that nobody wrote. */
export function topicOf(publication: Pick<Publication, 'topics'>, slug: string): Topic | undefined {
  return Object.hasOwn(publication.topics, slug) ? publication.topics[slug] : undefined;
}

/** What the settings say of a running story; see `topicOf`. */
export function threadOf(publication: Pick<Publication, 'threads'>, slug: string): Thread | undefined {
  return Object.hasOwn(publication.threads, slug) ? publication.threads[slug] : undefined;
}

/** A topic as readers see it: by the name that the settings give it, else by its slug. */
export function topicName(publication: Pick<Publication, 'topics'>, slug: string): string {
  return topicOf(publication, slug)?.name ?? slug;
}

export interface NamedTopic {
  readonly slug: string;
  readonly name: string;
}

export function namedTopics(
  publication: Pick<Publication, 'topics'>,
  slugs: readonly string[],
): NamedTopic[] {
  return slugs.map((slug) => ({ slug, name: topicName(publication, slug) }));
}
