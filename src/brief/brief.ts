import type { AiUse } from './publication.ts';

export interface PictureSource {
  readonly type: string;
  readonly srcset: string;
}

/** An instant as ISO 8601 with the offset of the publication's time zone, e.g. `2025-09-18T02:00:00+01:00`. */
export type Moment = string;
/** A calendar day, `YYYY-MM-DD`. */
export type Day = string;

/** A brief that passed every rule. Plain data: outputs take it and never ask again whether it is valid. */
export interface Brief extends Listing, Body {}

/** What lists, cards, feeds and neighbours need to know of a brief: everything but its text. */
export interface Listing extends FrontMatter {
  readonly slug: string;
  /** First slug the brief ever had: its identity in feeds. */
  readonly firstSlug: string;
  /** Path of the source file, relative to the project root, with forward slashes. */
  readonly file: string;
  /** Words of the four sections (graphemes in scripts that write no spaces). */
  readonly words: number;
  /** Reading time in whole minutes, at least 1. */
  readonly minutes: number;
  /** First sentence of the third section: what lists tell of what is to come. */
  readonly next: string;
  /** SHA-256 of the body: whoever shows the text is out of date when this changes, and only then. */
  readonly digest: string;
}

/** The text of a brief: four sections in their order, and the footnotes that follow them. */
export interface Body {
  readonly sections: readonly [Section, Section, Section, Section];
  /** Sanitized HTML of the footnote list, or empty. */
  readonly notes: Html;
  /** The whole text as its writer wrote it, footnotes included, with absolute addresses. */
  readonly markdown: string;
}

export interface Section {
  readonly id: SectionId;
  /** As readers see it, in the brief's language, with typographic apostrophes. */
  readonly heading: string;
  readonly html: Html;
  /** Plain text, one paragraph, list item or table row a line. */
  readonly text: string;
}

/** One text rendered twice from one tree, so that page and feed cannot disagree. */
export interface Html {
  /** Sanitized, addresses relative to the site's root: for pages. */
  readonly page: string;
  /** The same with absolute addresses and without classes: for feeds and data. */
  readonly portable: string;
}

export const sectionIds = [
  'whats-happening',
  'why-its-important',
  'whats-next',
  'beyond-the-headlines',
] as const;

/** Anchor of a section, the same whatever the language. */
export type SectionId = (typeof sectionIds)[number];

/** The checked front matter; see the table of fields in `.github/docs/writing.md`. */
export interface FrontMatter {
  readonly title: string;
  readonly summary: string;
  readonly date: Moment;
  readonly updated?: Moment;
  readonly topics: readonly string[];
  /** Ids of the settings; empty means the publication itself. */
  readonly authors: readonly string[];
  readonly ai: AiUse;
  readonly reviewer?: string;
  readonly sources: readonly Source[];
  readonly figures: readonly Figure[];
  readonly watch: readonly Expectation[];
  readonly thread?: string;
  readonly corrections: readonly Correction[];
  readonly image?: Picture;
  /** Stands on cards in the place of the title. */
  readonly cardTitle?: string;
  /** BCP 47. */
  readonly lang: string;
  readonly translationOf?: string;
  readonly status: 'published' | 'draft' | 'withdrawn';
  readonly withdrawn?: { readonly date: Moment; readonly reason: string };
  readonly expires?: Moment;
  /** Old slugs, oldest first. */
  readonly aliases: readonly string[];
}

export interface Source {
  readonly title: string;
  readonly url: string;
  readonly publisher?: string;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly date?: string;
  readonly accessed?: Day;
  readonly archive?: string;
}

export interface Figure {
  readonly value: string;
  readonly label: string;
}

/** Something the brief says will happen, and later how it turned out. */
export interface Expectation {
  readonly by: Day;
  readonly expect: string;
  readonly outcome?: 'happened' | 'missed' | 'changed';
  readonly note?: string;
  /** Slug of the brief that tells the outcome. */
  readonly brief?: string;
}

export interface Correction {
  readonly date: Moment;
  readonly note: string;
}

/** A brief in one of the languages in which it is there. */
export interface Translation {
  /** BCP 47. */
  readonly lang: string;
  readonly slug: string;
}

/** A picture as it stands in the output. */
export interface Picture {
  /** The file that it is made from, relative to the project root. */
  readonly file: string;
  /** Address relative to the site's root. */
  readonly src: string;
  readonly alt: string;
  readonly credit?: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** Better formats, the best first. */
  readonly sources: readonly PictureSource[];
}

/** A social card as pages and feeds refer to it; known from the brief alone, before it is drawn. */
export interface CardReference {
  /** Address relative to the site's root; it holds a hash of all that is on the card. */
  readonly src: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly type: 'image/png' | 'image/jpeg';
  /** Says what the card says. */
  readonly alt: string;
}
