import * as z from 'zod';
import { optionalFormats } from './card-formats.ts';
import { checked, line, webAddress, type LanguageForms, type Unchanging } from './field-forms.ts';
import { parseMoment } from './moment.ts';
import {
  authority,
  colours,
  count,
  endpoint,
  fediverse,
  fontFile,
  homeAddress,
  mailAddress,
  namedLinks,
  personOrDesk,
  secureAddress,
  some,
  timeZone,
  words,
  year,
} from './setting-forms.ts';

/** How far a program wrote the text; determines the labels on page, card and feed, and the structured data. */
export const aiUses = ['none', 'assisted', 'generated'] as const;
export type AiUse = (typeof aiUses)[number];

/**
 * Every setting, declared once: its form, meaning and an example. The type, the table in `.github/docs/settings.md` and the
 * schema for editors are made from this. An unknown setting is an issue.
 */
export function settings(languages: LanguageForms) {
  return z.strictObject({
    name: about(line(100), 'The name of the publication.', 'The Harbour Desk'),
    shortName: about(
      line(100).exactOptional(),
      'A shorter name, for the icon on a phone’s home screen, which shows about 12 characters. Default: `name`.',
      'Harbour',
    ),
    address: about(
      homeAddress(),
      'The address of the home page, with a slash at the end. All pages are below its path.',
      'https://news.example/',
    ),
    identity: about(
      z.strictObject({ authority: authority(), year: year() }),
      'How feeds recognise briefs: a domain or mail address that was yours on January 1 of that year (RFC 4151). `npm run setup` writes it once. Never change it: every reader would see every brief as new.',
      { authority: 'news.example', year: 2025 },
    ),
    description: about(
      words(300, languages.canonicalTag),
      'One sentence about the publication, for the home page, search engines and feeds. Like the names and descriptions of topics and threads, it can be given for each language: `{ en: …, es: … }`. The first is for languages that have none.',
      'What happens in the harbour, and what it means for the town.',
    ),
    lang: about(
      languages.canonicalTag,
      'The language of all pages, and of every brief that does not name its own (BCP 47).',
      'en-GB',
    ),
    mixLanguages: about(
      z.boolean().exactOptional(),
      'Whether the home page, lists and feeds of the publication have the briefs of every language. A brief that has translations is listed once, in `lang` if possible. Default: false, which leaves briefs in other languages to the home page, lists and feeds of their language, such as `/es/`.',
      true,
    ),
    timeZone: about(timeZone(), 'An IANA name. A date without a time means midnight here.', 'Europe/London'),
    ai: about(
      z.enum(aiUses).exactOptional(),
      'The value of `ai` for briefs that do not state it. Default: each brief must state it.',
      'assisted',
    ),
    accent: about(
      colours().exactOptional(),
      'The colour of links and marks, on light ground and on dark. Default: vermilion. Text in it must keep a contrast of 4.5:1.',
      { light: '#1f6b4a', dark: '#7fcfa6' },
    ),
    ground: about(
      colours().exactOptional(),
      'The ground of pages and cards, light and dark. Default: a warm white and a near-black. Text on it must keep a contrast of 4.5:1.',
      { light: '#fff1e5', dark: '#1b1410' },
    ),
    fonts: about(
      z
        .strictObject({
          headings: fontFile().exactOptional(),
          text: fontFile().exactOptional(),
          bold: fontFile().exactOptional(),
          italic: fontFile().exactOptional(),
          labels: fontFile().exactOptional(),
        })
        .exactOptional(),
      'Files in `briefs/_fonts/`, WOFF2 or TTF, for pages and cards. `bold` and `italic` are for words in the text. Characters that a font lacks come from the shipped ones.',
      { headings: 'Bitter.woff2', text: 'Bitter.woff2' },
    ),
    navigation: about(
      namedLinks(8, languages.canonicalTag).exactOptional(),
      'The links at the top of every page, in place of topics, dates, archive, search and feeds: addresses of this site, which must exist, or others over https.',
      [
        { name: { en: 'Topics', es: 'Temas' }, link: '/topics/' },
        { name: 'Shop', link: 'https://shop.example/' },
      ],
    ),
    footerLinks: about(
      namedLinks(12, languages.canonicalTag).exactOptional(),
      'Further links at the foot of every page, after the standing pages.',
      [{ name: 'Newsletter', link: 'https://letters.example/' }],
    ),
    editor: about(
      z.strictObject({ name: personOrDesk(), email: mailAddress().exactOptional() }).exactOptional(),
      'Who is responsible for the content: named at the foot of every page and in RSS.',
      { name: 'Ada Lovelace', email: 'desk@news.example' },
    ),
    authors: about(
      some(
        z.strictObject({
          name: personOrDesk(),
          url: webAddress.exactOptional(),
          kind: z.enum(['person', 'organization']).exactOptional(),
          fediverse: fediverse().exactOptional(),
        }),
      ),
      'The people and organizations that bylines name, by the id that briefs use. Mastodon links `fediverse` under a preview.',
      {
        'ada-lovelace': {
          name: 'Ada Lovelace',
          url: 'https://ada.example/',
          fediverse: '@ada@social.example',
        },
      },
    ),
    topics: about(
      some(
        z.strictObject({
          name: words(100, languages.canonicalTag),
          description: words(300, languages.canonicalTag).exactOptional(),
          accent: colours().exactOptional(),
        }),
      ),
      'The names, descriptions and colours of topics, by the slug that briefs use.',
      {
        economy: {
          name: { en: 'Economy', es: 'Economía' },
          description: 'Prices, work, trade and money.',
          accent: { light: '#7a4a00', dark: '#e0b060' },
        },
      },
    ),
    threads: about(
      some(
        z.strictObject({
          name: words(150, languages.canonicalTag),
          description: words(300, languages.canonicalTag).exactOptional(),
        }),
      ),
      'The names and descriptions of running stories, by the slug that briefs use.',
      { 'harbour-bridge': { name: 'The harbour bridge' } },
    ),
    headings: about(
      z.record(languages.canonicalTag, z.tuple([line(100), line(100), line(100), line(100)])).exactOptional(),
      'The four section headings of a language, in place of the built-in ones.',
      { de: ['Was ist passiert?', 'Warum ist das wichtig?', 'Wie geht es weiter?', 'Hintergrund'] },
    ),
    limits: about(
      z.strictObject({ section: count(1).exactOptional(), brief: count(1).exactOptional() }).exactOptional(),
      'Words above which `check` warns, of a section (default 220) and of a brief (default 600).',
      { section: 250, brief: 800 },
    ),
    pageSize: about(count(1).default(10), 'Briefs on one page of a list. Default: 10.', 20),
    feedSize: about(count(1).default(50), 'Briefs in a feed, the newest first. Default: 50.', 30),
    hub: about(
      webAddress.exactOptional(),
      'A WebSub hub, which sends news to subscribers at once. `npm run announce` notifies it.',
      'https://hub.example/',
    ),
    newsSitemap: about(
      z.boolean().exactOptional(),
      'Writes `/news-sitemap.xml` with the briefs of the last two days, which only Google News reads. Default: false.',
      true,
    ),
    security: about(
      z
        .strictObject({
          contact: z
            .array(
              checked(
                (text) => /^(?:mailto:[^\s@]+@[^\s@]+|https:\/\/\S+|tel:\+?[\d().-]+)$/.test(text),
                'field-url',
                'contact',
                'one that begins with mailto:, https:// or tel:',
              ),
            )
            .min(1),
          // The time zone does not matter for whether a day exists.
          expires: checked(
            (text) => parseMoment(text, 'Etc/UTC') !== undefined,
            'field-date',
            'date',
            'a day that exists, such as 2027-01-31',
          ),
          languages: z.array(z.string()).exactOptional(),
          policy: secureAddress().exactOptional(),
        })
        .exactOptional(),
      'Whom to contact about a security problem of the site: writes `/.well-known/security.txt` (RFC 9116). `expires` is a day, within a year, on which you will look at it again.',
      { contact: ['mailto:security@news.example'], expires: '2027-06-30' },
    ),
    miningReservation: about(
      z.strictObject({ policy: secureAddress().exactOptional() }).exactOptional(),
      'Reserves text and data mining (W3C TDMRep; EU Directive 2019/790, art. 4). `policy` is the address of your terms. Use `{}` to reserve it without terms.',
      { policy: 'https://news.example/mining/' },
    ),
    fediverse: about(
      fediverse().exactOptional(),
      'The publication’s account, which Mastodon names under a brief whose authors have none.',
      '@news@social.example',
    ),
    cards: about(
      z
        .union([
          z.strictObject({
            theme: z.enum(['light', 'dark']).exactOptional(),
            formats: z.array(z.enum(optionalFormats)).exactOptional(),
            newest: count(0).exactOptional(),
          }),
          z.literal(false),
        ])
        .exactOptional(),
      'The ground of cards (default `light`), the formats beside the link card (default: all), and how many of the newest briefs have those (default 50). `false` draws no cards at all.',
      { theme: 'dark', formats: ['square', 'story'], newest: 20 },
    ),
    onCardError: about(
      z.enum(['error', 'plain']).exactOptional(),
      'What happens to a text that a card cannot show, because it is too long or has a character that no font has: `error` stops the build (default), `plain` draws the card without it and warns.',
      'plain',
    ),
    search: about(
      z.boolean().exactOptional(),
      '`false` leaves out the search: its page, index and links. Default: true.',
      false,
    ),
    embeds: about(
      z.strictObject({ newest: count(0).exactOptional() }).exactOptional(),
      'How many of the newest briefs other sites can embed (oEmbed). Default: 50; 0 for none.',
      { newest: 100 },
    ),
    feedback: about(
      z
        .union([
          z.strictObject({ kind: z.literal('form'), endpoint: endpoint() }),
          z.strictObject({ kind: z.literal('mailto'), address: mailAddress() }),
          z.literal('none'),
        ])
        .exactOptional(),
      'Where answers to “Do you find this article useful?” go: by the reader’s own mail, or by a form to any endpoint that takes a plain POST. Default: `none`, which does not ask.',
      { kind: 'mailto', address: 'desk@news.example' },
    ),
  });
}

/** The settings of a publication in `briefs/_site.yaml`. */
export type Publication = Unchanging<z.output<ReturnType<typeof settings>>> & {
  /** Not a setting: whether this is a preview for colleagues, with what is not public yet. */
  readonly preview?: true;
  /** Not settings: what files beside them change. */
  readonly look?: Look;
};

/** The files beside the settings that change how a publication looks, as they are published. */
export interface Look {
  /** `_custom.css`. */
  readonly styles?: NamedStyles;
  /** `_logo.svg`. */
  readonly logo?: Logo;
  /** The fonts that the settings name. */
  readonly fonts?: OwnFonts;
}

/** Fonts of the publication's own by what they are for. */
export type FontFiles = Readonly<Partial<Record<keyof Given<'fonts'>, OwnFont>>>;

export interface OwnFonts {
  readonly files: FontFiles;
  /** The rules with which pages use them. */
  readonly styles: NamedStyles;
}

/** A font of the publication's own. */
export interface OwnFont {
  /** File relative to the project root. */
  readonly source: string;
  /** Changes with its bytes. */
  readonly version: string;
  /** Least and greatest values of the axes of a variable font, such as `wght`. */
  readonly axes: Readonly<Record<string, readonly [min: number, max: number]>>;
  /** From its highest to its lowest line, in ems. */
  readonly height: number;
}

/** A logo that draws nothing but shapes. */
export interface Logo {
  /** The whole element, without size. */
  readonly svg: string;
  /** Changes with what it shows. */
  readonly version: string;
  /** How many times as wide as it is high. */
  readonly ratio: number;
}

/** A style sheet whose name changes with its content, so that browsers may cache it permanently. */
export interface NamedStyles {
  /** File name without `.css`. */
  readonly name: string;
  readonly css: string;
}

type Given<Setting extends keyof Publication> = NonNullable<Publication[Setting]>;

/** A person or organization for bylines. */
export type Author = Publication['authors'][string];
export type Topic = Publication['topics'][string];
/** A running story of several briefs. */
export type Thread = Publication['threads'][string];
/** `#rrggbb` for light and dark background. */
export type Accent = Given<'accent'>;
/** The person or desk responsible for the content. */
export type Editor = Given<'editor'>;
export type SecurityContact = Given<'security'>;
export type MiningReservation = Given<'miningReservation'>;
export type Feedback = Given<'feedback'>;
/** Every brief has a link card (1200×630); the newest have other formats as well. */
export type CardSettings = Exclude<Given<'cards'>, false>;

/** A setting with its documentation and a valid example. */
function about<Schema extends z.ZodType>(schema: Schema, description: string, example: unknown): Schema {
  return schema.meta({ description, examples: [example] });
}
