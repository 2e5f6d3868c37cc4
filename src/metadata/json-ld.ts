import type { NewsArticleLeaf, WithContext } from 'schema-dts';
import type { Addresses } from '../brief/addresses.ts';
import type { CardReference, Correction, Listing, Image, Source } from '../brief/brief.ts';
import { newestChange } from '../brief/dates.ts';
import type { AiUse, Author, Publication } from '../brief/publication.ts';
import { threadName, topicName } from '../brief/topics.ts';

/** A public brief as schema.org's NewsArticle. Authors are people or organizations, never programs. */
export function newsArticleOf(
  publication: Publication,
  addresses: Addresses,
  brief: Listing,
  cards: readonly CardReference[],
): NewsArticleJsonLd {
  const address = addresses.absolute(addresses.brief(brief.slug));
  const publisher = publisherOf(publication, addresses);
  const images = [
    ...cards.map((card) => cardOf(card, addresses)),
    ...(brief.image ? [imageOf(brief.image, addresses)] : []),
  ];
  const [topic] = brief.topics;
  const source = digitalSourceTypes[brief.ai];
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: brief.title,
    description: brief.summary,
    url: address,
    mainEntityOfPage: address,
    inLanguage: brief.lang,
    ...(images.length > 0 && { image: images }),
    datePublished: brief.date,
    dateModified: newestChange(brief),
    author:
      brief.authors.length === 0
        ? [publisher]
        : brief.authors.map((id) => authorOf(id, publication, addresses)),
    publisher,
    ...(topic !== undefined && { articleSection: topicName(publication, topic, brief.lang) }),
    ...(brief.sources.length > 0 && { citation: brief.sources.map(citationOf) }),
    ...(brief.corrections.length > 0 && { correction: brief.corrections.map(correctionOf) }),
    ...(brief.thread !== undefined && {
      isPartOf: seriesOf(brief.thread, brief.lang, publication, addresses),
    }),
    ...(source !== undefined && { digitalSourceType: source }),
    speakable: { '@type': 'SpeakableSpecification', cssSelector: [...readAloud] },
  };
}

/** The publication as schema.org's Organization, with the logo that search engines show. */
export function publisherOf({ name }: Publication, addresses: Addresses) {
  return {
    ...organizationOf({ name, url: addresses.absolute(addresses.base) }),
    logo: addresses.absolute(addresses.icon('icon-512.png')),
  } as const;
}

/** Classes of the text that assistants read aloud: headline and summary, about 30 seconds. */
export const readAloud = ['.brief-top h1', '.brief-top .story p'] as const;

/** JSON for a script element, escaped so that no text can close the element or open a comment. */
export function formatJsonLd(value: object): string {
  return JSON.stringify(value)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}

/** schema-dts has only schema.org's names for IPTC terms, not their addresses. */
export type NewsArticleJsonLd = WithContext<Omit<NewsArticleLeaf, 'digitalSourceType'>> & {
  readonly digitalSourceType?: DigitalSourceType;
};

type DigitalSourceType = `https://cv.iptc.org/newscodes/digitalsourcetype/${string}`;

/** IPTC NewsCodes, Digital Source Type. */
const digitalSourceTypes: Readonly<Record<AiUse, DigitalSourceType | undefined>> = {
  none: undefined,
  assisted: 'https://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia',
  generated: 'https://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia',
};

function organizationOf({ name, url }: Pick<Author, 'name' | 'url'>) {
  return { '@type': 'Organization', name, ...(url !== undefined && { url }) } as const;
}

/** Authors without an address use their page here, by which search engines tell people apart. */
function authorOf(id: string, publication: Publication, addresses: Addresses) {
  const author: Author = publication.authors[id] ?? { name: id };
  const { name, kind, url = addresses.absolute(addresses.author(id)) } = author;
  if (kind === 'organization') return organizationOf({ name, url });
  return { '@type': 'Person', name, url } as const;
}

function cardOf({ src, type, alt }: CardReference, addresses: Addresses) {
  return {
    '@type': 'ImageObject',
    url: addresses.absolute(src),
    encodingFormat: type,
    caption: alt,
  } as const;
}

function imageOf({ src, alt, credit }: Image, addresses: Addresses) {
  return {
    '@type': 'ImageObject',
    url: addresses.absolute(src),
    caption: alt,
    ...(credit !== undefined && { creditText: credit }),
  } as const;
}

function citationOf({ title, url, publisher, date, archive }: Source) {
  return {
    '@type': 'CreativeWork',
    name: title,
    url,
    ...(publisher !== undefined && { publisher: organizationOf({ name: publisher }) }),
    ...(date !== undefined && { datePublished: date }),
    ...(archive !== undefined && { archivedAt: archive }),
  } as const;
}

function correctionOf({ date, note }: Correction) {
  return { '@type': 'CorrectionComment', text: note, datePublished: date } as const;
}

function seriesOf(thread: string, lang: string, publication: Publication, addresses: Addresses) {
  return {
    '@type': 'CreativeWorkSeries',
    name: threadName(publication, thread, lang),
    url: addresses.absolute(addresses.thread(thread)),
  } as const;
}
