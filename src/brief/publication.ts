import type { OptionalFormat } from './card-formats.ts';

/** What a publisher says once about the publication; `briefs/_site.yaml` holds it. */
export interface Publication {
  readonly name: string;
  /** Absolute address of the home page, ending in `/`; its path is the base under which every page lives. */
  readonly address: string;
  /** What the identities of all briefs begin with, for ever; `npm run setup` writes it once. */
  readonly identity: Identity;
  /** One sentence, plain text: the description of the home page and of the feeds. */
  readonly description: string;
  /** BCP 47; the language of the interface and of every brief that names no other. */
  readonly lang: string;
  /** IANA name. A date without a time means midnight here, whatever machine builds. */
  readonly timeZone: string;
  /** The value of `ai` for briefs that do not state it; leave out to make writers say it each time. */
  readonly ai?: AiUse;
  /** Of pages, and of topics and cards without one of their own; vermilion if not said. */
  readonly accent?: Accent;
  /** Who is responsible for the content: named at the foot of every page and in RSS. */
  readonly editor?: Editor;
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
  /**
   * Makes `/news-sitemap.xml` of the last two days. Only Google News reads it, and only for publications that aim to
   * stand there: for others it is one more file to make and to keep an eye on, so it is off.
   */
  readonly newsSitemap?: boolean;
  /** Whom to tell of a hole in the site: makes `/.well-known/security.txt` (RFC 9116); leave out for none. */
  readonly security?: SecurityContact;
  /**
   * Reserves text and data mining (W3C TDMRep; in the EU Directive 2019/790, art. 4): it takes a right from readers'
   * programs, so the publisher has to say it; leave out to reserve nothing.
   */
  readonly miningReservation?: MiningReservation;
  /** The publication's own account such as `@news@social.example`, named by Mastodon under a brief whose authors have none. */
  readonly fediverse?: string;
  /** Name below an icon on a home screen, which shows some 12 characters; `name` if not said. */
  readonly shortName?: string;
  /**
   * How cards look and which there are; leave out for all formats of the newest 50 briefs, on light ground. With `false`
   * there are none: nine tenths of the time that a large archive takes, and a file for each brief.
   */
  readonly cards?: CardSettings | false;
  /** With `false` there is no search: no page, no index, no link to either; some hosts count files. */
  readonly search?: boolean;
  /** How many of the newest briefs other sites can embed (oEmbed); 50 if not said, 0 for none. */
  readonly embeds?: { readonly newest?: number };
  /** Where readers' answers to "Do you find this article useful?" go; leave out, or say `none`, to ask nobody. */
  readonly feedback?: Feedback;
}

/**
 * A tag's authority and date (RFC 4151): a domain or mail address, and a year on whose first day it was the publisher's.
 * Whoever changes either shows every reader all briefs as new, so neither follows the site to another address.
 */
export interface Identity {
  readonly authority: string;
  readonly year: number;
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
  readonly formats?: readonly OptionalFormat[];
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
  /** Mastodon links it under the preview of a brief, once the author allows the site's domain in the account. */
  readonly fediverse?: string;
}

export interface SecurityContact {
  /** The best way first. */
  readonly contact: readonly string[];
  /**
   * ISO 8601; from then on nobody should rely on the rest, so name a day on which you will look at it again, within a
   * year. A promise of the publisher's: a date made from the clock would renew itself after all had left.
   */
  readonly expires: string;
  /** BCP 47, those in which a report is welcome; the publication's own if not said. */
  readonly languages?: readonly string[];
  /** How reports are dealt with. */
  readonly policy?: string;
}

export interface MiningReservation {
  /** Where the conditions stand on which mining is allowed, as a page or as ODRL. */
  readonly policy?: string;
}

/** `#rrggbb` on paper and on the dark ground; each keeps 4.5:1 there, and white text on the first keeps it too. */
export interface Accent {
  readonly light: string;
  readonly dark: string;
}

/** A person or a desk that answers for what is published. */
export interface Editor {
  readonly name: string;
  readonly email?: string;
}

export interface Topic {
  readonly name: string;
  readonly description?: string;
  readonly accent?: Accent;
}

/** A running story told by several briefs. */
export interface Thread {
  readonly name: string;
  readonly description?: string;
}
