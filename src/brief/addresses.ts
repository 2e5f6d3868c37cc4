import type { Publication } from './publication.ts';

/**
 * Every address of the site, derived only from the publication's address. Lists, feeds and the search exist for each language, and
 * these are those of one language.
 */
export interface Addresses {
  /** The language of the lists (BCP 47). */
  readonly lang: string;
  /** Path of the site, with a slash at both ends; the home page of the publication's own language. */
  readonly base: string;
  /** The home page of the language. */
  readonly home: string;
  readonly brief: (slug: string) => string;
  readonly briefJson: (slug: string) => string;
  readonly briefMarkdown: (slug: string) => string;
  /** The brief as a small page to embed in other sites. */
  readonly embed: (slug: string) => string;
  /** The oEmbed response for that page. */
  readonly oembed: (slug: string) => string;
  readonly llms: string;
  /** A page of the list of all briefs as JSON, from 1. */
  readonly index: (number: number) => string;
  readonly schema: (name: 'brief' | 'draft' | 'index' | 'frontmatter') => string;
  /** A standing page, such as `about`. */
  readonly standing: (slug: string) => string;
  readonly card: (file: string) => string;
  readonly image: (file: string) => string;
  readonly topics: string;
  readonly topic: (slug: string) => string;
  readonly threads: string;
  readonly thread: (slug: string) => string;
  readonly authors: string;
  readonly author: (id: string) => string;
  /** A page of a list, from 1. */
  readonly pageOf: (list: string, number: number) => string;
  readonly corrections: string;
  readonly archive: string;
  readonly year: (year: number) => string;
  /** Expectations and their outcomes. */
  readonly upcoming: string;
  readonly rss: string;
  readonly atom: string;
  readonly jsonFeed: string;
  readonly correctionsFeed: string;
  /** The style sheet of feeds opened in a browser. */
  readonly feedStyles: string;
  /** The page that lists the feeds. */
  readonly subscribe: string;
  readonly search: string;
  /** A file of the search index, or its folder. */
  readonly searchIndex: (file?: string) => string;
  /** The feed of a list page. */
  readonly rssOf: (page: string) => string;
  readonly sitemapIndex: string;
  readonly sitemap: (number: number) => string;
  readonly newsSitemap: string;
  readonly robots: string;
  readonly security: string;
  readonly miningReservation: string;
  /** A file whose name changes with its content. */
  readonly asset: (file: string) => string;
  /** An icon of the site. */
  readonly icon: (file: string) => string;
  readonly manifest: string;
  readonly notFound: string;
  /** Where a link in the settings leads: one that begins with a slash is on this site. */
  readonly linked: (link: string) => string;
  /** The absolute form of an address. */
  readonly absolute: (path: string) => string;
}

/** Where pages find their styles, scripts and fonts (Astro's `build.assets`). */
export const assetsFolder = '_astro';

/**
 * Addresses relative to the site's root, percent-encoded; `absolute` adds the origin. The lists of the publication's own language
 * are at the root of the site, those of another one below its tag.
 */
export function addressesOf(
  publication: Pick<Publication, 'address' | 'lang'>,
  lang: string = publication.lang,
): Addresses {
  const { origin, pathname } = new URL(publication.address);
  const base = pathname.endsWith('/') ? pathname : `${pathname}/`;
  const home = lang === publication.lang ? base : `${base}${lang}/`;
  const at = (path: string): string => `${base}${path}`;
  const below = (path: string): string => `${home}${path}`;
  return {
    lang,
    base,
    home,
    brief: (slug) => at(`briefs/${slug}/`),
    briefMarkdown: (slug) => at(`briefs/${slug}.md`),
    embed: (slug) => at(`briefs/${slug}/embed/`),
    oembed: (slug) => at(`briefs/${slug}/oembed.json`),
    llms: at('llms.txt'),
    briefJson: (slug) => at(`briefs/${slug}.json`),
    index: (number) => at(`briefs/index${number === 1 ? '' : `-${number}`}.json`),
    schema: (name) => at(`schema/${name}.json`),
    standing: (slug) => at(`${slug}/`),
    card: (file) => at(`cards/${file}`),
    image: (file) => at(`pictures/${file}`),
    topics: below('topics/'),
    topic: (slug) => below(`topics/${slug}/`),
    threads: below('threads/'),
    thread: (slug) => below(`threads/${slug}/`),
    authors: below('authors/'),
    author: (id) => below(`authors/${id}/`),
    pageOf,
    corrections: below('corrections/'),
    archive: below('archive/'),
    year: (year) => below(`archive/${year}/`),
    upcoming: below('upcoming/'),
    rss: below('rss.xml'),
    atom: below('atom.xml'),
    jsonFeed: below('feed.json'),
    correctionsFeed: below('corrections.xml'),
    feedStyles: below('feed.css'),
    subscribe: below('subscribe/'),
    search: below('search/'),
    searchIndex: (file = '') => at(`pagefind/${file}`),
    rssOf: (page) => `${page}rss.xml`,
    sitemapIndex: at('sitemap-index.xml'),
    sitemap: (number) => at(`sitemap-${number}.xml`),
    newsSitemap: at('news-sitemap.xml'),
    robots: at('robots.txt'),
    security: at('.well-known/security.txt'),
    miningReservation: at('.well-known/tdmrep.json'),
    asset: (file) => at(`${assetsFolder}/${file}`),
    icon: (file) => at(file),
    manifest: at('site.webmanifest'),
    notFound: at('404.html'),
    linked: (link) => (link.startsWith('/') ? at(link.slice(1)) : link),
    absolute: (path) => new URL(path, origin).href,
  };
}

function pageOf(list: string, number: number): string {
  return number === 1 ? list : `${list}page/${number}/`;
}
