import type { Addresses } from '../brief/addresses.ts';
import type { Listing } from '../brief/brief.ts';
import type { Moment } from '../brief/moment.ts';
import { escapeText } from '../brief/escape.ts';
import { compareMoments } from '../brief/moment.ts';
import type { Publication } from '../brief/publication.ts';
import { withXmlCharacters } from '../brief/xml-characters.ts';

export type NewsBrief = Pick<Listing, 'slug' | 'title' | 'lang' | 'date'>;

/** Public briefs of the last two days, newest first, up to the limit of a file. */
export function newsOf(briefs: readonly Listing[], now: Moment): readonly NewsBrief[] {
  const oldest = Date.parse(now) - twoDays;
  return briefs
    .filter(({ date }) => Date.parse(date) >= oldest)
    .toSorted((a, b) => compareMoments(b.date, a.date) || (a.slug < b.slug ? -1 : 1))
    .slice(0, maxNewsEntries)
    .map(({ slug, title, lang, date }) => ({ slug, title, lang, date }));
}

/** Milliseconds. Google Search Central, "Create a news sitemap": articles of the last two days. */
const twoDays = 2 * 24 * 60 * 60 * 1000;
/** Same page: `news:news` elements in a file. */
const maxNewsEntries = 1000;

/** Google's news sitemap extension. It may be empty, as Google documents. */
export function formatNewsSitemap(
  { name }: Pick<Publication, 'name'>,
  addresses: Pick<Addresses, 'absolute' | 'brief'>,
  briefs: readonly NewsBrief[],
): string {
  const news = 'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"';
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" ${news}>`,
    ...briefs.map(({ slug, title, lang, date }) => {
      const publication = textElement('name', name) + element('language', newsLanguage(lang));
      const said = [
        element('publication', publication),
        element('publication_date', date),
        textElement('title', title),
      ];
      const address = escapeText(addresses.absolute(addresses.brief(slug)));
      return `<url><loc>${address}</loc>${element('news', said.join(''))}</url>`;
    }),
    '</urlset>\n',
  ].join('\n');
}

/** ISO 639 without script or country; Chinese is `zh-cn` or `zh-tw`, as Google requires. */
function newsLanguage(lang: string): string {
  const { language, script } = new Intl.Locale(lang).maximize();
  if (language !== 'zh') return language;
  return script === 'Hant' ? 'zh-tw' : 'zh-cn';
}

function textElement(name: string, text: string): string {
  return element(name, escapeText(withXmlCharacters(text)));
}

/** `content` is XML. */
function element(name: string, content: string): string {
  return `<news:${name}>${content}</news:${name}>`;
}
