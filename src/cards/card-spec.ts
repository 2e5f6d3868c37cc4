import type { Block } from '../brief/blocks.ts';
import type { CardFormat } from '../brief/card-formats.ts';
import type { OwnFaces } from './text/own-families.ts';
import type { AiUse, Logo } from '../brief/publication.ts';

/** Each raised by hand when that design changes, so that its cards get new addresses: networks cache an image by its address. */
export const designVersions = { link: 15, tall: 14, slide: 15 } as const;

/** By which design a format is drawn. */
export function designOf(format: CardFormat): keyof typeof designVersions {
  return format === 'link' || format === 'slide' ? format : 'tall';
}

/** All that is on a card and in its metadata, as plain data: it crosses threads and is what the address is made from. */
export type CardSpec = StorySpec | SectionSpec | SourcesSpec | PublicationSpec;

/** A card with the story's title; the template is chosen by what the brief has. */
export type StorySpec = HeadlineSpec | FigureSpec | ImageSpec;

export interface HeadlineSpec extends Common {
  readonly template: 'headline';
  readonly teaser: Expectation;
}

/** What the brief says of what comes next; its summary where it says nothing of that in words. */
export interface Expectation {
  /** Of the third section; none above a summary. */
  readonly heading?: string;
  /** The day by which something is expected. */
  readonly date?: string;
  readonly sentences: readonly string[];
}

/** A key figure as the brief has it. */
export interface Figure {
  readonly value: string;
  readonly label: string;
}

export interface FigureSpec extends Common {
  readonly template: 'figure';
  readonly figure: Figure;
  /** The brief's other key figures. */
  readonly more: readonly Figure[];
  readonly teaser: Expectation;
}

export interface ImageSpec extends Common {
  readonly template: 'image';
  readonly image: {
    /** File relative to the project root: where the image is, not what it shows, and so no part of the hash. */
    readonly source: string;
    /** Changes with what the image shows. */
    readonly version: string;
    readonly credit?: string;
  };
}

/** A slide that gives a section's own words. */
export interface SectionSpec extends Common {
  readonly template: 'section';
  readonly section: 0 | 1 | 2 | 3;
  readonly heading: string;
  /** From the section's beginning, or from where the slide before ends. */
  readonly blocks: readonly SlideBlock[];
  /** Pixels up to which the text grows. */
  readonly largest: number;
  /** Whether the section has more than its slides show. */
  readonly isCut: boolean;
  /** Which of the section's slides this is, e.g. "2/2"; undefined for its only one. */
  readonly part?: string;
  readonly readOn: string;
}

/** A part of a section, with its paragraphs divided into sentences. */
export type SlideBlock =
  | { readonly kind: 'paragraph'; readonly sentences: readonly string[] }
  | { readonly kind: 'heading'; readonly text: string }
  | Shortened<Extract<Block, { readonly kind: 'table' | 'chart' }>>
  | Exclude<Block, { readonly kind: 'paragraph' | 'heading' | 'table' | 'chart' }>;

/** A block of rows or bars; `more` follow those that are shown. */
type Shortened<Whole extends Block> = Whole & { readonly more?: number };

/** The last slide: where the story comes from, and where to read it. */
export interface SourcesSpec extends Common {
  readonly template: 'sources';
  readonly heading: string;
  /** The title of each, and its publisher if it has one. */
  readonly sources: readonly (readonly string[])[];
  readonly call: string;
  /** Without the protocol, as it is typed. */
  readonly address: string;
}

/** The publication's own card: its name is the title. */
export interface PublicationSpec extends Common {
  readonly template: 'publication';
  /** Of the four sections, in their order. */
  readonly headings: readonly [string, string, string, string];
  /** Divided into sentences: as many are shown as there is room for. */
  readonly description: readonly string[];
  /** Without the protocol, as it is typed. */
  readonly address: string;
}

export interface Common {
  /** Names the brief in errors; no part of the image or its hash. */
  readonly slug: string;
  readonly format: CardFormat;
  readonly theme: 'light' | 'dark';
  readonly lang: string;
  readonly direction: 'ltr' | 'rtl';
  /** Accent on the theme's ground, `#rrggbb`. */
  readonly accent: string;
  /** The publication's own ground, if it has one. */
  readonly ground?: string;
  /** The publication's logo, in place of the icon of the sections. */
  readonly logo?: Logo;
  /** The publication's own fonts. */
  readonly fonts?: OwnFaces;
  readonly topic: string;
  readonly title: string;
  readonly date: string;
  readonly publication: string;
  /** The AI label, its fullest wording first: the card takes the first that fits. None if no program took part. */
  readonly aiLabels: readonly string[];
  readonly ai: AiUse;
  /** Of a slide: "2/6". */
  readonly page?: string;
  readonly alt: string;
  readonly creator: string;
  readonly rights: string;
}
