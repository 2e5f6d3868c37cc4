import { addressesOf, type Addresses } from '../brief/addresses.ts';
import type { CardReference, Listing, Translation } from '../brief/brief.ts';
import { newestChange } from '../brief/dates.ts';
import { imageReference } from '../brief/image.ts';
import type { Publication } from '../brief/publication.ts';
import { topicName } from '../brief/topics.ts';
import { nameOfEdition } from '../languages/languages.ts';
import { newsArticleOf } from './json-ld.ts';
import { breadcrumbsOf, itemListOf, trailOf, webSiteOf, type Step } from './json-ld-lists.ts';
import { oembedLink } from './oembed.ts';
import type { HeadTag } from './head-tag.ts';

/** The head of a page as data, in order; the component that prints it escapes the strings. */
export interface Head {
  readonly title: string;
  readonly tags: readonly HeadTag[];
  readonly jsonLd: readonly object[];
}

/** Head of a public brief; the first card is its link card. Other briefs use `headOfUnlisted`. */
export function headOfBrief({
  publication,
  addresses,
  brief,
  cards,
  translations = [],
  hasEmbed = false,
  hasMarkdown = true,
}: {
  readonly publication: Publication;
  readonly addresses: Addresses;
  readonly brief: Listing;
  readonly cards: readonly CardReference[];
  /** All languages of the brief, including its own. */
  readonly translations?: readonly Translation[];
  /** Whether it can be embedded in other sites. */
  readonly hasEmbed?: boolean;
  /** Whether it has a Markdown version: in a preview, only public briefs do. */
  readonly hasMarkdown?: boolean;
}): Head {
  // Without cards, the image of a brief is used.
  const card = cards[0] ?? (brief.image && imageReference(brief.image));
  return {
    title: titleOf(brief.title, publication),
    tags: [
      named('description', brief.summary),
      ...describedPage(publication, addresses, {
        type: 'article',
        title: brief.title,
        description: brief.summary,
        address: addresses.brief(brief.slug),
        lang: brief.lang,
      }),
      ...(card ? imageOf(card, addresses) : []),
      ...articleOf(brief, publication),
      named('twitter:card', card ? 'summary_large_image' : 'summary'),
      ...openToRobots,
      ...creatorOf(brief, publication),
      ...reservationOf(publication),
      ...translations.map(({ lang, slug }): HeadTag => {
        const href = addresses.absolute(addresses.brief(slug));
        return { tag: 'link', attributes: { rel: 'alternate', hreflang: lang, href } };
      }),
      ...(hasEmbed ? [oembedLink(addresses, brief)] : []),
      ...(hasMarkdown ? [markdownLink(addresses, brief)] : []),
      ...feedsOf(publication, addresses),
    ],
    jsonLd: [
      newsArticleOf(publication, addresses, brief, cards),
      breadcrumbsOf(publication, addresses, brief),
    ],
  };
}

/** Head of a public list: home page, its further pages, and group pages. */
export function headOfList({
  publication,
  addresses,
  title,
  description,
  address,
  briefs = [],
  card,
  pages = [],
  trail = [],
  feed,
  languages = [],
}: {
  readonly publication: Publication;
  readonly addresses: Addresses;
  /** The publication's name for the home page. */
  readonly title: string;
  readonly description: string;
  /** Relative to the site's root. */
  readonly address: string;
  /** The briefs on the page, in order. */
  readonly briefs?: readonly Pick<Listing, 'slug' | 'title'>[];
  /** Preview image: the publication's own card, if there are cards. */
  readonly card: CardReference | undefined;
  /** The other pages that it lists. */
  readonly pages?: readonly Step[];
  /** The pages between the home page and this one, and this one. */
  readonly trail?: readonly Step[];
  /** The feed of the same content. */
  readonly feed?: { readonly title: string; readonly own: string } | undefined;
  /** All languages that have this page. */
  readonly languages?: readonly string[];
}): Head {
  const { lang } = addresses;
  const listed = [
    ...briefs.map(({ slug, title: name }) => ({ name, address: addresses.brief(slug) })),
    ...pages,
  ];
  return {
    title: titleOf(title, publication),
    tags: [
      named('description', description),
      ...describedPage(publication, addresses, { type: 'website', title, description, address, lang }),
      ...(card ? imageOf(card, addresses) : []),
      named('twitter:card', card ? 'summary_large_image' : 'summary'),
      ...openToRobots,
      ...reservationOf(publication),
      ...alternatesOf(publication, addresses, address, languages),
      ...(feed ? [feedLink('application/rss+xml', feed.title, feed.own)] : []),
      ...feedsOf(publication, addresses),
    ],
    jsonLd: [
      ...(address === addresses.base ? [webSiteOf(publication, addresses)] : []),
      ...(listed.length > 0 ? [itemListOf(addresses, listed)] : []),
      ...(trail.length > 0 ? [trailOf(publication, addresses, trail)] : []),
    ],
  };
}

/**
 * Head of a page that search engines and previews ignore: a draft or embargoed brief in `dev`, a withdrawal notice, the
 * error page. It has no card, description or canonical address.
 */
export function headOfUnlisted({
  publication,
  addresses,
  title,
}: {
  readonly publication: Publication;
  readonly addresses: Addresses;
  readonly title: string;
}): Head {
  return {
    title: titleOf(title, publication),
    tags: [named('robots', 'noindex'), ...feedsOf(publication, addresses)],
    jsonLd: [],
  };
}

/** Head of a former address: browsers and search engines continue to the current one. */
export function headOfMoved({
  publication,
  addresses,
  brief,
}: {
  readonly publication: Publication;
  readonly addresses: Addresses;
  readonly brief: Pick<Listing, 'slug' | 'title'>;
}): Head {
  const address = addresses.brief(brief.slug);
  return {
    title: titleOf(brief.title, publication),
    tags: [
      { tag: 'meta', attributes: { 'http-equiv': 'refresh', content: `0; url=${address}` } },
      { tag: 'link', attributes: { rel: 'canonical', href: addresses.absolute(address) } },
    ],
    jsonLd: [],
  };
}

/** Head of a brief's embeddable page; its canonical address is that of the brief. */
export function headOfEmbed(publication: Publication, addresses: Addresses, brief: Listing): Head {
  const href = addresses.absolute(addresses.brief(brief.slug));
  return {
    title: titleOf(brief.title, publication),
    tags: [named('robots', 'noindex'), { tag: 'link', attributes: { rel: 'canonical', href } }],
    jsonLd: [],
  };
}

function markdownLink(addresses: Addresses, { slug }: Listing): HeadTag {
  const href = addresses.briefMarkdown(slug);
  return { tag: 'link', attributes: { rel: 'alternate', type: 'text/markdown', href } };
}

const openToRobots = [named('robots', 'max-image-preview:large')];

interface DescribedPage {
  readonly type: 'article' | 'website';
  readonly title: string;
  readonly description: string;
  readonly address: string;
  readonly lang: string;
}

/** Canonical address and Open Graph (ogp.me) of a public page. */
function describedPage(
  publication: Publication,
  addresses: Addresses,
  page: DescribedPage,
): readonly HeadTag[] {
  const address = addresses.absolute(page.address);
  return [
    { tag: 'link', attributes: { rel: 'canonical', href: address } },
    property('og:title', page.title),
    property('og:type', page.type),
    property('og:url', address),
    property('og:description', page.description),
    property('og:site_name', publication.name),
    property('og:locale', openGraphLocale(page.lang)),
  ];
}

/** Open Graph requires `language_TERRITORY`; the likely territory is added if missing (CLDR). */
function openGraphLocale(lang: string): string {
  const { language, region } = new Intl.Locale(lang).maximize();
  return region === undefined ? language : `${language}_${region}`;
}

function imageOf(card: CardReference, addresses: Addresses): readonly HeadTag[] {
  return [
    property('og:image', addresses.absolute(card.src)),
    property('og:image:type', card.type),
    property('og:image:width', String(card.width)),
    property('og:image:height', String(card.height)),
    property('og:image:alt', card.alt),
  ];
}

function articleOf(brief: Listing, publication: Publication): readonly HeadTag[] {
  const topics = brief.topics.map((topic) => topicName(publication, topic, brief.lang));
  return [
    property('article:published_time', brief.date),
    property('article:modified_time', newestChange(brief)),
    ...topics.slice(0, 1).map((topic) => property('article:section', topic)),
    ...topics.map((topic) => property('article:tag', topic)),
  ];
}

/** Mastodon reads one account: that of the first author with one, or else the publication's. */
function creatorOf({ authors }: Listing, publication: Publication): readonly HeadTag[] {
  const accounts = [...authors.map((id) => publication.authors[id]), publication];
  const account = accounts.find((each) => each?.fediverse !== undefined)?.fediverse;
  return account === undefined ? [] : [named('fediverse:creator', account)];
}

/** W3C TDMRep: repeats `/.well-known/tdmrep.json` for programs that only read the page. */
function reservationOf({ miningReservation }: Publication): readonly HeadTag[] {
  if (!miningReservation) return [];
  const { policy } = miningReservation;
  return [named('tdm-reservation', '1'), ...(policy === undefined ? [] : [named('tdm-policy', policy)])];
}

/** Every feed of the language with its title. */
function feedsOf(publication: Publication, addresses: Addresses): readonly HeadTag[] {
  const name = nameOfEdition(publication, addresses.lang);
  const feeds = [
    ['application/rss+xml', name, addresses.rss],
    ['application/atom+xml', `${name} (Atom)`, addresses.atom],
    ['application/feed+json', `${name} (JSON Feed)`, addresses.jsonFeed],
  ] as const;
  return feeds.map(([type, title, href]) => feedLink(type, title, href));
}

function feedLink(type: string, title: string, href: string): HeadTag {
  return { tag: 'link', attributes: { rel: 'alternate', type, title, href } };
}

/** The same list in each language that has it; the publication's own is the default. */
function alternatesOf(
  publication: Publication,
  addresses: Addresses,
  address: string,
  languages: readonly string[],
): readonly HeadTag[] {
  if (languages.length < 2) return [];
  // A standing page may be in a language that has no lists.
  const homes = languages
    .map((lang) => addressesOf(publication, lang).home)
    .filter((home) => address.startsWith(home));
  const path = address.slice(Math.max(...homes.map(({ length }) => length)));
  const alternate = (hreflang: string, lang: string): HeadTag => {
    const href = addresses.absolute(addressesOf(publication, lang).home + path);
    return { tag: 'link', attributes: { rel: 'alternate', hreflang, href } };
  };
  const { lang: own } = publication;
  return [
    ...languages.map((lang) => alternate(lang, lang)),
    ...(languages.includes(own) ? [alternate('x-default', own)] : []),
  ];
}

function titleOf(title: string, publication: Publication): string {
  return title === publication.name ? title : `${title} · ${publication.name}`;
}

function named(name: string, content: string): HeadTag {
  return { tag: 'meta', attributes: { name, content } };
}

function property(name: string, content: string): HeadTag {
  return { tag: 'meta', attributes: { property: name, content } };
}
