import type { OptionalFormat } from './card-formats.ts';

/** The settings of a publication in `briefs/_site.yaml`. */
export interface Publication {
  readonly name: string;
  /** Absolute address of the home page, ending in `/`; its path is the base of every page. */
  readonly address: string;
  /** Permanent prefix of all briefs' identities; `npm run setup` writes it. */
  readonly identity: Identity;
  /** One sentence of plain text, for the home page and the feeds. */
  readonly description: string;
  /** BCP 47. Language of the interface, and default language of briefs. */
  readonly lang: string;
  /** IANA name. A date without a time means midnight here. */
  readonly timeZone: string;
  /** Default of `ai`; undefined if each brief must state it. */
  readonly ai?: AiUse;
  /** Accent of pages, and default of topics and cards; vermilion if undefined. */
  readonly accent?: Accent;
  /** Who is responsible for the content; shown on every page and in RSS. */
  readonly editor?: Editor;
  readonly authors: Readonly<Record<string, Author>>;
  readonly topics: Readonly<Record<string, Topic>>;
  readonly threads: Readonly<Record<string, Thread>>;
  /** Four section headings per language, in place of the built-in ones. */
  readonly headings?: Readonly<Record<string, readonly [string, string, string, string]>>;
  /** Words above which `check` warns: in a section (220) and in a brief (600). */
  readonly limits?: { readonly section?: number; readonly brief?: number };
  readonly pageSize: number;
  /** Briefs in a feed, newest first. */
  readonly feedSize: number;
  /** Absolute address of a WebSub hub that notifies subscribers. */
  readonly hub?: string;
  /** Whether to write `/news-sitemap.xml` for the last two days. Only Google News reads it, so it is off by default. */
  readonly newsSitemap?: boolean;
  /** Contact for security problems, for `/.well-known/security.txt` (RFC 9116). */
  readonly security?: SecurityContact;
  /**
   * Reserves text and data mining (W3C TDMRep; EU Directive 2019/790, art. 4). Off by default, because it restricts
   * readers' programs.
   */
  readonly miningReservation?: MiningReservation;
  /** The publication's account, such as `@news@social.example`; Mastodon shows it for briefs whose authors have none. */
  readonly fediverse?: string;
  /** Name below a home screen icon, where about 12 characters fit; default `name`. */
  readonly shortName?: string;
  /**
   * Appearance and formats of cards; default: all formats for the newest 50 briefs, light. `false` draws none, which
   * saves nine tenths of the build time of a large archive.
   */
  readonly cards?: CardSettings | false;
  /** What happens to a text that a card cannot show: it stops the build, or the card is drawn without it. Default: `error`. */
  readonly onCardError?: 'error' | 'plain';
  /** `false` leaves out search: page, index and links. Some hosts limit the number of files. */
  readonly search?: boolean;
  /** Number of newest briefs that other sites can embed (oEmbed); default 50, 0 for none. */
  readonly embeds?: { readonly newest?: number };
  /** Where answers to "Do you find this article useful?" go; undefined or `none` does not ask. */
  readonly feedback?: Feedback;
}

/**
 * Authority and date of tag URIs (RFC 4151): a domain or email address, and a year on whose first day it belonged to the
 * publisher. Changing either makes all briefs look new, so they do not follow the site to another address.
 */
export interface Identity {
  readonly authority: string;
  readonly year: number;
}

/** By the reader's email program, or by a form to any endpoint that accepts an HTML form POST. */
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
  /** Background of cards; `light` by default. */
  readonly theme?: 'light' | 'dark';
  readonly formats?: readonly OptionalFormat[];
  /** Number of newest briefs with these formats; default 50. */
  readonly newest?: number;
}

/** How far a program wrote the text; determines the labels on page, card and feed, and the structured data. */
export type AiUse = 'none' | 'assisted' | 'generated';

/** A person or organization for bylines. */
export interface Author {
  readonly name: string;
  readonly url?: string;
  readonly kind?: 'person' | 'organization';
  /** Mastodon links it below the preview of a brief, if the account allows the site's domain. */
  readonly fediverse?: string;
}

export interface SecurityContact {
  /** Preferred contact first. */
  readonly contact: readonly string[];
  /**
   * ISO 8601, within a year: the day until which the information is valid. Set by the publisher, since a date from the
   * clock would renew itself forever.
   */
  readonly expires: string;
  /** BCP 47 languages of reports; default: the publication's. */
  readonly languages?: readonly string[];
  /** Address of the policy for reports. */
  readonly policy?: string;
}

export interface MiningReservation {
  /** Address of the mining conditions, as a page or ODRL. */
  readonly policy?: string;
}

/** `#rrggbb` for light and dark background, each with a contrast of at least 4.5:1; white text on the first has it too. */
export interface Accent {
  readonly light: string;
  readonly dark: string;
}

/** The person or desk responsible for the content. */
export interface Editor {
  readonly name: string;
  readonly email?: string;
}

export interface Topic {
  readonly name: string;
  readonly description?: string;
  readonly accent?: Accent;
}

/** A running story of several briefs. */
export interface Thread {
  readonly name: string;
  readonly description?: string;
}
