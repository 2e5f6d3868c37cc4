/** What a publisher says once about the publication; `src/site.ts` holds the only value of this type. */
export interface Publication {
  readonly name: string;
  /** Absolute address of the home page, ending in `/`; its path is the base under which every page lives. */
  readonly address: string;
  /** One sentence, plain text: the description of the home page and of the feeds. */
  readonly description: string;
  /** BCP 47; the language of the interface and of every brief that names no other. */
  readonly lang: string;
  /** IANA name. A date without a time means midnight here, whatever machine builds. */
  readonly timeZone: string;
  /** The value of `ai` for briefs that do not state it; leave out to make writers say it each time. */
  readonly ai?: AiUse;
  readonly authors: Readonly<Record<string, Author>>;
  readonly topics: Readonly<Record<string, Topic>>;
  readonly threads: Readonly<Record<string, Thread>>;
  /** Headings that replace or extend the shipped ones, by language; four each, in the order of the sections. */
  readonly headings?: Readonly<Record<string, readonly [string, string, string, string]>>;
  /** Words above which the checker warns, of a section (220) and of a whole brief (600). */
  readonly limits?: { readonly section?: number; readonly brief?: number };
  /** Briefs on one page of a list. */
  readonly pageSize: number;
  /** Newest briefs carried by a feed. */
  readonly feedSize: number;
  /** Absolute address of a WebSub hub that tells subscribers of news; leave out for none. */
  readonly hub?: string;
  /** How cards look and which there are; leave out for all formats of the newest 50 briefs, on light ground. */
  readonly cards?: CardSettings;
  /** Where readers' answers to "Do you find this article useful?" go; leave out, or say `none`, to ask nobody. */
  readonly feedback?: Feedback;
}

/** By the reader's own mail, or by a form to any endpoint that takes a plain POST of an HTML form. */
export type Feedback =
  | 'none'
  | { readonly kind: 'mailto'; readonly address: string }
  | {
      readonly kind: 'form';
      /** Absolute, or relative to the publication's address. */
      readonly endpoint: string;
    };

/** Every brief has a link card (1200×630); the newest have other formats as well. */
export interface CardSettings {
  /** The ground that cards are drawn on; `light` if not said. */
  readonly theme?: 'light' | 'dark';
  /** Square 1080×1080, portrait 1080×1350, story 1080×1920, and a carousel of six slides with a PDF of them. */
  readonly formats?: readonly ('square' | 'portrait' | 'story' | 'slides')[];
  /** How many of the newest briefs have these formats; 50 if not said. */
  readonly newest?: number;
}

/** How far a program wrote the text: drives the label on page, card and feed and the structured data. */
export type AiUse = 'none' | 'assisted' | 'generated';

/** A person or organization that may stand in a byline. */
export interface Author {
  readonly name: string;
  readonly url?: string;
  readonly kind?: 'person' | 'organization';
}

export interface Topic {
  readonly name: string;
  readonly description?: string;
  /** Accent on paper and on the dark ground; each keeps 4.5:1 there, and white text on the first keeps it too. */
  readonly accent?: { readonly light: string; readonly dark: string };
}

/** A running story told by several briefs. */
export interface Thread {
  readonly name: string;
  readonly description?: string;
}
