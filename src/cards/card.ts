import { createHash } from 'node:crypto';
import { addressesOf } from '../brief/addresses.ts';
import { wordsIn } from '../brief/words.ts';
import { aiLabel } from '../languages/ai-label.ts';
import type { Body, CardReference, Listing } from '../brief/brief.ts';
import { formatDay, formatCalendarDate } from '../brief/dates.ts';
import type { Language } from '../languages/language.ts';
import { headingsFor, languageFor } from '../languages/languages.ts';
import type { CardSettings, FontFiles, Publication } from '../brief/publication.ts';
import { cardFormats, optionalFormats, type CardFormat } from '../brief/card-formats.ts';
import { defaultAccent } from '../brief/colour.ts';
import { sentencesOf } from '../markdown/sentences.ts';
import { topicName, topicOf } from '../brief/topics.ts';
import { designOf, designVersions, type CardSpec, type Common, type PublicationSpec, type StorySpec, type Expectation } from './card-spec.ts'; // prettier-ignore
import { sectionSpecs, sourcesSpec } from './slides.ts';
import type { OwnFaces } from './text/own-families.ts';
import { normalizeText, plainText } from './text/normalize.ts';

/** A card before it is drawn: how pages refer to it, the name of its file, and all that it is drawn from. */
export interface Card {
  readonly reference: CardReference;
  readonly file: string;
  readonly spec: CardSpec;
}

/** The slides of a brief, and the document that holds them for networks that take documents. */
export interface Carousel {
  readonly slides: readonly [Card, ...Card[]];
  /** Name of the PDF; its hash is made from the slides'. */
  readonly file: string;
}

/** Formats that the newest briefs have beside the link card, where the settings say nothing. */
const defaultCards = {
  theme: 'light',
  formats: optionalFormats,
  newest: 50,
} as const satisfies Required<CardSettings>;

/** What the publication asks for, and what it leaves unsaid. */
export function cardSettings({ cards }: Pick<Publication, 'cards'>): Required<CardSettings> {
  // Without cards at all nobody asks for the others.
  return { ...defaultCards, ...(cards === false ? { newest: 0 } : cards) };
}

/** The card by which a brief is shared, in a publication that has cards. */
export function linkCardOf(listing: Listing, publication: Publication, language: Language): Card | undefined {
  return publication.cards === false ? undefined : describeCard(listing, publication, language);
}

/** The cards by which pages and data refer to a brief: its link card, and the tall ones if it is among the newest. */
export function describeCards(
  listing: Listing,
  publication: Publication,
  language: Language,
  hasFormats: boolean,
): CardReference[] {
  const tall = hasFormats ? describeTallCards(listing, publication, language) : [];
  const link = linkCardOf(listing, publication, language);
  return [...(link ? [link] : []), ...tall].map(({ reference }) => reference);
}

/** A brief's link card, known before it is drawn; it reads no file and measures nothing. */
export function describeCard(listing: Listing, publication: Publication, language: Language): Card {
  return cardFrom(storySpec(listing, 'link', publication, language), publication);
}

/** The card of a publication in a language, if it has cards: for all pages that are no briefs. */
export function publicationCardOf(publication: Publication, lang: string): Card | undefined {
  if (publication.cards === false) return undefined;
  const language = languageFor(lang);
  const { theme } = cardSettings(publication);
  const name = normalizeText(publication.name);
  const { host, pathname } = new URL(publication.address);
  const address = `${host}${pathname}`.replace(/\/$/, '');
  const description = normalizeText(wordsIn(publication.description, lang));
  const spec: PublicationSpec = {
    template: 'publication',
    slug: 'publication',
    format: 'link',
    theme,
    lang,
    direction: language.direction,
    accent: (publication.accent ?? defaultAccent)[theme],
    ...lookOf(publication, theme),
    topic: '',
    title: name,
    date: '',
    publication: name,
    aiLabels: [],
    ai: 'none',
    alt: plainText(`${name} · ${description} · ${address}`),
    creator: plainText(name),
    rights: plainText(`© ${name}`),
    headings: headingsOf(publication, language),
    description: sentencesOf(description, language.code),
    address,
  };
  return cardFrom(spec, publication);
}

/** The tall cards of a brief, in the formats that the publication asks for. */
export function describeTallCards(listing: Listing, publication: Publication, language: Language): Card[] {
  const { formats } = cardSettings(publication);
  const unknown = formats.find((format) => !defaultCards.formats.includes(format));
  if (unknown !== undefined) {
    throw new Error(
      `briefs/_site.yaml: Unexpected format "${unknown}" of cards, expected ${defaultCards.formats.join(', ')}`,
    );
  }
  return formats
    .filter((format) => format !== 'slides')
    .map((format) => cardFrom(storySpec(listing, format, publication, language), publication));
}

/** Up to ten slides: the title, each section's own words on one or two, and the sources with the address. None if they are not asked for. */
export function describeCarousel(
  brief: Listing & Body,
  publication: Publication,
  language: Language,
): Carousel | undefined {
  const { formats } = cardSettings(publication);
  if (!formats.some((format) => format === 'slides')) return undefined;
  const title = storySpec(brief, 'slide', publication, language);
  const common = commonOf(brief, 'slide', publication, language);
  const others = [
    ...sectionSpecs(brief, common, language),
    sourcesSpec(brief, common, publication, language),
  ];
  const numbers = new Intl.NumberFormat(language.locale ?? language.code);
  const slideOf = (spec: CardSpec, at: number): Card => {
    const page = `${numbers.format(at + 1)}/${numbers.format(others.length + 1)}`;
    return cardFrom({ ...spec, page }, publication, `slide-${at + 1}`);
  };
  const slides = [slideOf(title, 0), ...others.map((spec, at) => slideOf(spec, at + 1))] as const;
  const hash = shortHash(slides.map(({ file }) => file.slice(-hashLength - 4, -4)).join());
  return { slides, file: `${brief.slug}-slides-${hash}.pdf` };
}

function cardFrom(spec: CardSpec, publication: Publication, name: string = spec.format): Card {
  const isPhotograph = spec.template === 'image';
  const { width, height } = cardFormats[spec.format];
  const parts = [spec.slug, ...(name === 'link' ? [] : [name]), hashOf(spec)];
  const file = `${parts.join('-')}.${isPhotograph ? 'jpg' : 'png'}`;
  const reference: CardReference = {
    src: addressesOf(publication).card(file),
    width,
    height,
    type: isPhotograph ? 'image/jpeg' : 'image/png',
    alt: spec.alt,
  };
  return { reference, file, spec };
}

function storySpec(
  listing: Listing,
  format: CardFormat,
  publication: Publication,
  language: Language,
): StorySpec {
  const common = commonOf(listing, format, publication, language);
  const { image } = listing;
  if (image) {
    // The file's name goes before its hash, which depends on what the image shows.
    const version = image.src.slice(image.src.lastIndexOf('-') + 1);
    const credit =
      image.credit === undefined ? {} : { credit: normalizeText(creditOf(image.credit, language)) };
    const alt = altOf(common, normalizeText(image.alt));
    return { template: 'image', ...common, alt, image: { source: image.file, version, ...credit } };
  }
  const teaser = teaserOf(listing, publication, language);
  if (listing.figures.length > 0) {
    const [first, ...more] = listing.figures.map(({ value, label }) => ({
      value: normalizeText(value),
      label: normalizeText(label),
    }));
    if (first) {
      const alt = altOf(common, `${first.value} ${first.label}`);
      return { template: 'figure', ...common, teaser, alt, figure: first, more };
    }
  }
  return { template: 'headline', ...common, teaser };
}

/** What is expected first and has no outcome yet, with its day; else the first sentence of the third section, or the summary. */
function teaserOf(listing: Listing, publication: Publication, language: Language): Expectation {
  const heading = headingsOf(publication, language)[2];
  const locale = language.locale ?? language.code;
  const expected = listing.watch.find(({ outcome }) => outcome === undefined);
  const text = normalizeText(expected?.expect ?? listing.next);
  if (text === '') return { sentences: sentencesOf(normalizeText(listing.summary), language.code) };
  const date = expected && { date: normalizeText(formatCalendarDate(expected.by, locale)) };
  return { heading, ...date, sentences: sentencesOf(text, language.code) };
}

/** "Photo: …", unless the credit says so itself. */
function creditOf(credit: string, { labels }: Language): string {
  return /^[^:：]{1,40}[:：]/u.test(credit) ? credit : labels.photoBy.replace('{credit}', () => credit);
}

function headingsOf(publication: Publication, language: Language): PublicationSpec['headings'] {
  const [first, second, third, fourth] = headingsFor(language, publication);
  return [normalizeText(first), normalizeText(second), normalizeText(third), normalizeText(fourth)];
}

function commonOf(
  listing: Listing,
  format: CardFormat,
  publication: Publication,
  language: Language,
): Common {
  const { theme } = cardSettings(publication);
  const topicId = listing.topics[0] ?? '';
  const topic = topicOf(publication, topicId);
  const authors = listing.authors.map((id) => publication.authors[id]?.name ?? id);
  const said = {
    topic: normalizeText(topicName(publication, topicId, listing.lang)),
    title: normalizeText(listing.cardTitle ?? listing.title),
    date: normalizeText(formatDay(listing.date, language.locale ?? language.code, publication.timeZone)),
    publication: normalizeText(publication.name),
    aiLabels: aiLabels(listing, language),
  };
  return {
    slug: listing.slug,
    format,
    theme,
    lang: listing.lang,
    direction: language.direction,
    accent: topic?.accent?.[theme] ?? (publication.accent ?? defaultAccent)[theme],
    ...lookOf(publication, theme),
    ...said,
    ai: listing.ai,
    alt: altOf(said),
    creator: plainText(authors.length > 0 ? authors.join(', ') : publication.name),
    rights: plainText(`© ${listing.date.slice(0, 4)} ${said.publication}`),
  };
}

/** What the publication has in place of the shipped look. */
function lookOf(
  { ground, look }: Publication,
  theme: Common['theme'],
): Pick<Common, 'fonts' | 'ground' | 'logo'> {
  const fonts = look?.fonts && facesOf(look.fonts.files);
  return {
    ...(ground && { ground: ground[theme] }),
    ...(look?.logo && { logo: look.logo }),
    ...(fonts && Object.keys(fonts).length > 0 && { fonts }),
  };
}

/** Cards have no bold or italic words. */
function facesOf({ headings, text, labels }: FontFiles): OwnFaces {
  return {
    ...(headings && { display: headings }),
    ...(text && { text }),
    ...(labels && { label: labels, strong: labels }),
  };
}

/** The label with the reviewer's name, then the label alone, for a card on which the name has no room. */
function aiLabels(listing: Pick<Listing, 'ai' | 'reviewer'>, language: Language): string[] {
  const labels = [aiLabel(listing, language), aiLabel({ ai: listing.ai }, language)];
  return [...new Set(labels.filter((label) => label !== undefined).map(normalizeText))];
}

/** What the card says, in the order it is read; the four headings belong to the publication and say nothing about the brief. */
function altOf(
  text: Pick<Common, 'topic' | 'title' | 'date' | 'publication' | 'aiLabels'>,
  shown?: string,
): string {
  const foot = [text.publication, text.date, ...text.aiLabels.slice(0, 1)].join(' · ');
  const parts = [text.topic, text.title, shown, foot];
  return plainText(parts.filter((part) => part !== undefined && part !== '').join(' · '));
}

const hashLength = 12;

/** 48 bits of SHA-256 over the spec in canonical JSON (sorted keys) and the design's version. */
function hashOf(spec: CardSpec): string {
  const json = JSON.stringify(
    { designVersion: designVersions[designOf(spec.format)], ...spec, slug: undefined },
    (key, value: unknown) => {
      // Files are no part of what they show, and a logo's version stands for it.
      if (key === 'source' || key === 'svg') return undefined;
      return value !== null && typeof value === 'object' && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
        : value;
    },
  );
  return shortHash(json);
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, hashLength);
}
