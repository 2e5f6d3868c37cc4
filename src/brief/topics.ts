import type { Publication, Thread, Topic } from './publication.ts';

/** What `site.ts` says of a topic; a slug such as `constructor` finds nothing that nobody wrote. */
export function topicOf(publication: Pick<Publication, 'topics'>, slug: string): Topic | undefined {
  return Object.hasOwn(publication.topics, slug) ? publication.topics[slug] : undefined;
}

/** What `site.ts` says of a running story; see `topicOf`. */
export function threadOf(publication: Pick<Publication, 'threads'>, slug: string): Thread | undefined {
  return Object.hasOwn(publication.threads, slug) ? publication.threads[slug] : undefined;
}
