import type { Publication } from './publication.ts';

/** Every address of the site, derived only from the publication's address. */
export interface Addresses {
  /** Path of the site, with a slash at both ends. */
  readonly base: string;
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
  /** Home page of a language other than the publication's. */
  readonly language: (lang: string) => string;
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

/** Addresses relative to the site's root, percent-encoded; `absolute` adds the origin. */
export function addressesOf(publication: Pick<Publication, 'address'>): Addresses {
  const home = new URL(publication.address);
  const base = home.pathname.endsWith('/') ? home.pathname : `${home.pathname}/`;
  const at = (path: string): string => `${base}${path}`;
  return {
    base,
    home: base,
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
    topics: at('topics/'),
    topic: (slug) => at(`topics/${slug}/`),
    threads: at('threads/'),
    thread: (slug) => at(`threads/${slug}/`),
    authors: at('authors/'),
    author: (id) => at(`authors/${id}/`),
    language: (lang) => at(`${lang}/`),
    pageOf,
    corrections: at('corrections/'),
    archive: at('archive/'),
    year: (year) => at(`archive/${year}/`),
    upcoming: at('upcoming/'),
    rss: at('rss.xml'),
    atom: at('atom.xml'),
    jsonFeed: at('feed.json'),
    correctionsFeed: at('corrections.xml'),
    feedStyles: at('feed.css'),
    subscribe: at('subscribe/'),
    search: at('search/'),
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
    absolute: (path) => new URL(path, home.origin).href,
  };
}

function pageOf(list: string, number: number): string {
  return number === 1 ? list : `${list}page/${number}/`;
}
