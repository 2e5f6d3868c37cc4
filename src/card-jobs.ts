import type { Listing } from './brief/brief.ts';
import { languageFor } from './brief/languages/languages.ts';
import type { Publication } from './brief/publication.ts';
import { defaultCards, describeCard, describeCarousel, describeTallCards, type Card } from './cards/card.ts';
import type { CardInput } from './cards/worker.ts';
import { openCache } from './press/cache.ts';
import { readBody } from './press/compile-record.ts';
import type { Edition, EditionBrief } from './press/edition.ts';
import type { Job } from './press/workshop.ts';

/** The cards of an edition as work for the press. */
export interface CardJobs {
  /** The link card of every brief, newest first. */
  readonly links: readonly Job[];
  /** The other formats, and the documents, of the newest briefs. */
  readonly formats: readonly Job[];
}

/** Every card that the edition needs; a card that several ask for stands here once. */
export async function cardJobsOf(
  root: string,
  { briefs }: Pick<Edition, 'briefs'>,
  publication: Publication,
): Promise<CardJobs> {
  const { newest } = { ...defaultCards, ...publication.cards };
  const formats = briefs.slice(0, Math.max(0, newest)).map((brief) => formatJobsOf(root, brief, publication));
  return {
    links: briefs.map(({ listing }) => linkJobOf(listing, publication)),
    formats: (await Promise.all(formats)).flat(),
  };
}

/** All cards of one brief, the link card first, whether or not it is among the newest. */
export async function cardJobsOfBrief(
  root: string,
  brief: EditionBrief,
  publication: Publication,
): Promise<Job[]> {
  return [linkJobOf(brief.listing, publication), ...(await formatJobsOf(root, brief, publication))];
}

function linkJobOf(listing: Listing, publication: Publication): Job {
  return jobOf(listing.file, describeCard(listing, publication, languageFor(listing.lang)));
}

async function formatJobsOf(
  root: string,
  { listing, key }: EditionBrief,
  publication: Publication,
): Promise<Job[]> {
  const language = languageFor(listing.lang);
  const about = listing.file;
  const tall = describeTallCards(listing, publication, language).map((card) => jobOf(about, card));
  const body = await readBody(openCache(root), key);
  const carousel = describeCarousel({ ...listing, ...body }, publication, language);
  if (!carousel) return tall;
  const { title, creator, lang, alt, publication: name } = carousel.slides[0].sheet;
  const facts = { title, creator, lang, alt, publication: name };
  const slides = carousel.slides.map((card) => jobOf(about, card));
  const input: CardInput = { slides: slides.map(({ file }) => file), facts };
  return [...tall, ...slides, { file: carousel.file, input, about, parts: slides }];
}

function jobOf(about: string, { file, sheet }: Card): Job {
  return { file, input: { sheet } satisfies CardInput, about };
}
