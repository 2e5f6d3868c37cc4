import type { Block } from './blocks.ts';
import type { AiUse } from './publication.ts';

export interface PictureSource {
  readonly type: string;
  readonly srcset: string;
}

/** An instant in ISO 8601 with the offset of the publication's time zone: `2025-09-18T02:00:00+01:00`. */
export type Moment = string;
/** A calendar day, `YYYY-MM-DD`. */
export type Day = string;

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

/** The checked front matter; see the table of fields in `.github/docs/writing.md`. */
export interface FrontMatter {
  readonly title: string;
  readonly summary: string;
  readonly date: Moment;
  readonly updated?: Moment;
  readonly topics: readonly string[];
  /** Author ids from the settings; empty for the publication itself. */
  readonly authors: readonly string[];
  readonly ai: AiUse;
  readonly reviewer?: string;
  readonly sources: readonly Source[];
  readonly figures: readonly Figure[];
  readonly watch: readonly Expectation[];
  readonly thread?: string;
  readonly corrections: readonly Correction[];
  readonly image?: Picture;
  /** Replaces the title on cards. */
  readonly cardTitle?: string;
  /** BCP 47. */
  readonly lang: string;
  readonly translationOf?: string;
  readonly status: 'published' | 'draft' | 'withdrawn';
  readonly withdrawn?: { readonly date: Moment; readonly reason: string };
  readonly expires?: Moment;
  /** Former slugs, oldest first. */
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

/** Something the brief expects, and later its outcome. */
export interface Expectation {
  readonly by: Day;
  readonly expect: string;
  readonly outcome?: 'happened' | 'missed' | 'changed';
  readonly note?: string;
  /** Slug of the brief that reports the outcome. */
  readonly brief?: string;
}

export interface Correction {
  readonly date: Moment;
  readonly note: string;
}

/** A language version of a brief. */
export interface Translation {
  /** BCP 47. */
  readonly lang: string;
  readonly slug: string;
}

/** An image in the output. */
export interface Picture {
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
  readonly sources: readonly PictureSource[];
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
