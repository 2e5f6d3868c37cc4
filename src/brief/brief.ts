import type { Block } from './blocks.ts';
import type { FrontMatterFields } from './front-matter.ts';

export interface ImageVariant {
  readonly type: string;
  readonly srcset: string;
}

/** A brief that passed every rule. Plain data; outputs never validate it again. */
export interface Brief extends Listing, Body {}

/** Everything about a brief except its text, for lists, cards and feeds. */
export interface Listing extends FrontMatter {
  readonly slug: string;
  /** The brief's first slug: its identity in feeds. */
  readonly firstSlug: string;
  /** Path of the source file, relative to the project root, with forward slashes. */
  readonly file: string;
  /** Words of the four sections, or graphemes in scripts without spaces. */
  readonly words: number;
  /** Reading time in whole minutes, at least 1. */
  readonly minutes: number;
  /** First sentence of the third section, shown in lists. */
  readonly next: string;
  /** SHA-256 of the body. It changes exactly when outputs that show the text must change. */
  readonly digest: string;
}

/** What lists show of a brief. */
export type Teaser = Pick<
  Listing,
  'ai' | 'date' | 'figures' | 'image' | 'lang' | 'minutes' | 'next' | 'slug' | 'summary' | 'title' | 'topics'
>;

/** The text of a brief: four sections in order, then footnotes. */
export interface Body {
  readonly sections: readonly [Section, Section, Section, Section];
  /** Sanitized HTML of the footnotes, or empty. */
  readonly notes: Html;
  /** The text as Markdown, including footnotes, with absolute addresses. */
  readonly markdown: string;
}

export interface Section {
  readonly id: SectionId;
  /** The heading shown to readers, in the brief's language, with typographic apostrophes. */
  readonly heading: string;
  readonly html: Html;
  /** Plain text with a line for each paragraph, list item and table row. */
  readonly text: string;
  /** The same text in the form that it has, for slides. */
  readonly blocks: readonly Block[];
}

/** HTML for pages and for feeds, made from one tree so that they agree. */
export interface Html {
  /** For pages: sanitized, with addresses relative to the site's root. */
  readonly page: string;
  /** For feeds and data: absolute addresses, no classes. */
  readonly portable: string;
}

export const sectionIds = [
  'whats-happening',
  'why-its-important',
  'whats-next',
  'beyond-the-headlines',
] as const;

/** Anchor of a section, the same in all languages. */
export type SectionId = (typeof sectionIds)[number];

/** The checked front matter, with the image as it is in the output. */
export interface FrontMatter extends Omit<FrontMatterFields, 'image'> {
  readonly image?: Image;
}

export type Source = FrontMatter['sources'][number];
export type Figure = FrontMatter['figures'][number];
/** Something the brief expects, and later its outcome. */
export type Expectation = FrontMatter['watch'][number];
export type Correction = FrontMatter['corrections'][number];

/** A language version of a brief. */
export interface Translation {
  /** BCP 47. */
  readonly lang: string;
  readonly slug: string;
}

/** An image in the output. */
export interface Image {
  /** The source file, relative to the project root. */
  readonly file: string;
  /** Address relative to the site's root. */
  readonly src: string;
  readonly alt: string;
  readonly credit?: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** Better formats, best first. */
  readonly sources: readonly ImageVariant[];
}

/** A social card as referenced by pages and feeds. Known before the card is drawn. */
export interface CardReference {
  /** Address relative to the site's root, with a hash of the card's content. */
  readonly src: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly type: 'image/png' | 'image/jpeg';
  /** Text alternative. */
  readonly alt: string;
}
