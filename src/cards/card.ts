import { createHash } from 'node:crypto';
import { addressesOf } from '../brief/addresses.ts';
import { aiLabel } from '../brief/ai-label.ts';
import type { CardReference, Listing } from '../brief/brief.ts';
import { formatDay } from '../brief/dates.ts';
import type { Language } from '../brief/languages/language.ts';
import type { AiUse, Publication } from '../brief/publication.ts';
import { topicOf } from '../brief/topics.ts';
import { vermilion } from './colours.ts';

/** Raised by hand when a design changes, so that every card gets a new address: networks cache a picture by its address. */
export const designVersion = 1;

/** Pixels of the link card: the size Facebook, LinkedIn, X, Slack and WhatsApp show whole. */
export const cardSize = { width: 1200, height: 630 } as const;

/** A card before it is drawn: how pages refer to it, the name of its file, and all that it is drawn from. */
export interface Card {
  readonly reference: CardReference;
  readonly file: string;
  readonly sheet: CardSheet;
}

/** All that is on a card and in its metadata, as plain data: it crosses threads and is what the address is made from. */
export type CardSheet = HeadlineSheet | FigureSheet;

export interface HeadlineSheet extends Common {
  readonly template: 'headline';
  /** Of the four sections, in their order. */
  readonly headings: readonly [string, string, string, string];
}

export interface FigureSheet extends Common {
  readonly template: 'figure';
  /** Of the first section, which the figure belongs to. */
  readonly heading: string;
  /** The key figure as the brief has it. */
  readonly figure: { readonly value: string; readonly label: string };
}

interface Common {
  /** Names the brief in errors; no part of the picture or its hash. */
  readonly slug: string;
  readonly lang: string;
  readonly direction: 'ltr' | 'rtl';
  /** Accent on paper, `#rrggbb`. */
  readonly accent: string;
  readonly topic: string;
  readonly title: string;
  readonly date: string;
  readonly publication: string;
  /** The AI label, its fullest wording first: the card takes the first that fits. None if no program took part. */
  readonly aiLabels: readonly string[];
  readonly ai: AiUse;
  readonly alt: string;
  readonly creator: string;
  readonly rights: string;
}

/** A brief's link card, known before it is drawn; it reads no file and measures nothing. */
export function describeCard(listing: Listing, publication: Publication, language: Language): Card {
  const sheet = makeSheet(listing, publication, language);
  const file = `${listing.slug}-${hashOf(sheet)}.png`;
  const reference: CardReference = {
    src: addressesOf(publication).card(file),
    ...cardSize,
    type: 'image/png',
    alt: sheet.alt,
  };
  return { reference, file, sheet };
}

/**
 * Text as a card has it: NFC, runs of white space that may break folded to one space (no-break spaces stay), and without
 * soft hyphens and byte order marks, which are no part of what a reader sees.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u00ad\ufeff]/g, '')
    .replace(/[\t\n\v\f\r \u0085\u2028\u2029]+/g, ' ')
    .trim();
}

function makeSheet(listing: Listing, publication: Publication, language: Language): CardSheet {
  const topicId = listing.topics[0] ?? '';
  const topic = topicOf(publication, topicId);
  const figure = listing.figures[0];
  const authors = listing.authors.map((id) => publication.authors[id]?.name ?? id);
  const named = {
    topic: foldText(topic?.name ?? topicId),
    title: foldText(listing.title),
    date: foldText(formatDay(listing.date, language.code, publication.timeZone)),
    publication: foldText(publication.name),
    aiLabels: aiLabels(listing, language),
  };
  const figureText = figure && { value: foldText(figure.value), label: foldText(figure.label) };
  const common = {
    slug: listing.slug,
    lang: listing.lang,
    direction: language.direction,
    accent: topic?.accent?.light ?? vermilion,
    ...named,
    ai: listing.ai,
    alt: altOf(named, figureText),
    creator: foldText(authors.length > 0 ? authors.join(', ') : publication.name),
    rights: `© ${listing.date.slice(0, 4)} ${named.publication}`,
  };
  const [first, second, third, fourth] = publication.headings?.[language.code] ?? language.headings;
  if (figureText) return { template: 'figure', ...common, heading: foldText(first), figure: figureText };
  const headings = [foldText(first), foldText(second), foldText(third), foldText(fourth)] as const;
  return { template: 'headline', ...common, headings };
}

/** The label with the reviewer's name, then the label alone, for a card on which the name has no room. */
function aiLabels(listing: Pick<Listing, 'ai' | 'reviewer'>, language: Language): string[] {
  const labels = [aiLabel(listing, language), aiLabel({ ai: listing.ai }, language)];
  return [...new Set(labels.filter((label) => label !== undefined).map(foldText))];
}

/** What the card says, in the order it is read; the four headings are the sign of the house and say nothing of the brief. */
function altOf(
  text: Pick<CardSheet, 'topic' | 'title' | 'date' | 'publication' | 'aiLabels'>,
  figure: FigureSheet['figure'] | undefined,
): string {
  return [
    text.topic,
    text.title,
    figure && `${figure.value} ${figure.label}`,
    [text.publication, text.date, ...text.aiLabels.slice(0, 1)].join(' · '),
  ]
    .filter((part) => part !== undefined && part !== '')
    .join(' · ');
}

/** 48 bits of SHA-256 over the sheet in canonical JSON (sorted keys) and the design's version. */
function hashOf(sheet: CardSheet): string {
  const json = JSON.stringify({ designVersion, ...sheet, slug: undefined }, (_key, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  );
  return createHash('sha256').update(json).digest('hex').slice(0, 12);
}
