import { languageFor } from '../languages/languages.ts';
import { otherLanguagesOf } from '../brief/editions.ts';
import type { Publication } from '../brief/publication.ts';
import {
  cardSettings,
  describeCard,
  describeCarousel,
  describeTallCards,
  publicationCardOf,
  type Card,
} from '../cards/card.ts';
import { designOf } from '../cards/card-spec.ts';
import type { CardInput } from '../cards/worker.ts';
import { openCache } from '../store/cache.ts';
import { readBody } from './compiled-brief.ts';
import type { SnapshotBrief } from './snapshot.ts';
import type { Job } from './worker-pool.ts';
import { settingsFile } from '../brief/briefs-folder.ts';

/** The link card of every brief, newest first. */
export function linkJobsOf(briefs: readonly SnapshotBrief[], publication: Publication): Job[] {
  return briefs.flatMap((brief) => linkJobsOfBrief(brief, publication));
}

/** The publication's own card in each language that has lists, made from the settings; none if cards are off. */
export function publicationJobsOf(briefs: readonly SnapshotBrief[], publication: Publication): Job[] {
  const others = otherLanguagesOf(
    briefs.map(({ listing }) => listing),
    publication,
  );
  return [publication.lang, ...others].flatMap((lang) => {
    const card = publicationCardOf(publication, lang);
    return card ? [jobOf(settingsFile, card)] : [];
  });
}

/** The other formats, and the documents, of the newest briefs. */
export function formatJobsOf(
  root: string,
  briefs: readonly SnapshotBrief[],
  publication: Publication,
): Job[] {
  const newest = briefs.slice(0, Math.max(0, cardSettings(publication).newest));
  return newest.flatMap((brief) => formatJobsOfBrief(root, brief, publication));
}

/** All cards of one brief, link card first, whether or not it is among the newest. */
export function cardJobsOfBrief(root: string, brief: SnapshotBrief, publication: Publication): Job[] {
  return [...linkJobsOfBrief(brief, publication), ...formatJobsOfBrief(root, brief, publication)];
}

/** One job; none if the publication has no cards. The card is described only if it has to be drawn. */
function linkJobsOfBrief({ listing, card }: SnapshotBrief, publication: Publication): Job[] {
  if (card === undefined) return [];
  return [
    {
      file: card,
      variant: 'link',
      about: listing.file,
      get input(): CardInput {
        return { spec: describeCard(listing, publication, languageFor(listing.lang)).spec };
      },
    },
  ];
}

function formatJobsOfBrief(root: string, { listing, key }: SnapshotBrief, publication: Publication): Job[] {
  const language = languageFor(listing.lang);
  const about = listing.file;
  const tall = describeTallCards(listing, publication, language).map((card) => jobOf(about, card));
  const body = readBody(openCache(root), key);
  const carousel = describeCarousel({ ...listing, ...body }, publication, language);
  if (!carousel) return tall;
  const { title, creator, lang, alt, publication: name } = carousel.slides[0].spec;
  const facts = { title, creator, lang, alt, publication: name };
  const slides = carousel.slides.map((card) => jobOf(about, card));
  const input: CardInput = { facts };
  return [...tall, ...slides, { file: carousel.file, variant: 'slide', input, about, parts: slides }];
}

function jobOf(about: string, { file, spec }: Card): Job {
  return { file, variant: designOf(spec.format), input: { spec } satisfies CardInput, about };
}
