import type { FaultKind } from '../../scripts/verify/fault.ts';

/** The brief that is changed. */
export const slug = 'deepseek-r1-training-cost';

/** A change that causes a fault. */
export type Change = (text: string) => string;

/** Replaces one text with another. */
export const put =
  (from: string | RegExp, to: string): Change =>
  (text) =>
    text.replace(from, to);
const end = (html: string): Change => put('</main>', `${html}</main>`);

/** Each in a separate page, a copy of a brief's. */
export const pageFaults: readonly (readonly [
  what: string,
  change: Change,
  kind: FaultKind,
  reason: string,
])[] = [
  ['a link to nothing', end('<a href="/briefs/none/">x</a>'), 'link', '"/briefs/none/" does not exist'],
  ['a page without its slash', end('<a href="/topics">x</a>'), 'link', 'needs a slash at its end'],
  [
    'a place that is not there',
    end('<a href="#nowhere">x</a>'),
    'link',
    '"#nowhere" leads to a missing anchor',
  ],
  ['a place on another page', end('<a href="/topics/#nowhere">x</a>'), 'link', 'leads to a missing anchor'],
  ['code as an address', end('<a href="javascript:alert(1)">x</a>'), 'link', 'may run or hide code'],
  ['an image of another host', end('<img src="https://elsewhere.example/x.png" alt="x">'), 'link', 'from another host'], // prettier-ignore
  ['an image that is gone', end('<img src="/pictures/none.avif" alt="x">'), 'link', 'does not exist'],
  ['a feed that is gone', put('href="/rss.xml"', 'href="/feed.rss"'), 'link', '"/feed.rss" does not exist'],
  ['broken HTML', end('<p><div>x</div></p>'), 'html', 'close-order'],
  ['a time without one, in a template', end('<template><time></time></template>'), 'html', '<time> is empty'],
  ['a second h1', end('<h1>Again</h1>'), 'html', 'has 2 headings h1'],
  ['an id twice', end('<p id="content">x</p>'), 'html', 'has the id "content" more than once'],
  ['a style inline', end('<p style="color: red">x</p>'), 'policy', 'has <p style> inline'],
  ['a script inline', end('<script>1</script>'), 'policy', 'has <script> inline'],
  ['an event in an attribute', end('<p onclick="x()">x</p>'), 'policy', 'has <p onclick> inline'],
  ['no policy', put(/<meta http-equiv[^>]*>/, ''), 'policy', 'has no Content-Security-Policy'],
  ['a policy that comes late', put(/(<meta http-equiv[^>]*>)(<meta charset[^>]*>)/, '$2$1'), 'policy', 'before its Content-Security-Policy'], // prettier-ignore
  ['a policy that allows all', put("default-src 'self'", "default-src 'self' 'unsafe-inline'"), 'policy', 'allows too much'], // prettier-ignore
  ['another canonical', put(/(rel="canonical" href="https:\/\/fourfold.example\/)[^"]*/, '$1briefs/egypt-malaria-free/'), 'head', 'expected its own address'], // prettier-ignore
  ['no description', put(/<meta name="description"[^>]*>/, ''), 'head', 'has no description'],
  ['no language', put('<html lang="en"', '<html'), 'head', 'has no language'],
  ['a card of another size', put('og:image:width" content="1200"', 'og:image:width" content="1201"'), 'card', 'gives width 1201'], // prettier-ignore
  ['a card that is gone', put(/(og:image" content="[^"]*)-\w+\.png/, '$1-000000000000.png'), 'card', 'does not exist'], // prettier-ignore
  ['a card nobody describes', put(/og:image:alt" content="[^"]*"/, 'og:image:alt" content=""'), 'card', 'has no text alternative'], // prettier-ignore
  ['structured data cut short', put('"@context":', '@context:'), 'data', 'is not a JSON object'],
  ['crumbs out of order', put('"position":2', '"position":4'), 'data', 'numbered from 1'],
  ['an article without a date', put(/"datePublished":"[^"]*",/, ''), 'data', 'without datePublished'],
  [
    'a place whose escapes are no text',
    end('<a href="#%E0%A4%A">x</a>'),
    'link',
    'leads to a missing anchor',
  ],
  ['a second source that is gone', end('<img src="/icon-192.png" srcset="/icon-192.png 1x, /none.png 2x" alt="x">'), 'link', '"/none.png" does not exist'], // prettier-ignore
  ['an image to be ready that is gone', put('<title>', '<link rel="preload" as="image" imagesrcset="/none.png 1x"><title>'), 'link', '"/none.png" does not exist'], // prettier-ignore
  ['an address of this site without its s', end('<a href="http://fourfold.example/about/">x</a>'), 'link', 'starts with http:, but the site with https:'], // prettier-ignore
  ['a frame of another host', end('<iframe src="https://elsewhere.example/" title="x"></iframe>'), 'link', 'from another host'], // prettier-ignore
  [
    'a page in an attribute',
    end('<iframe srcdoc="x" title="x"></iframe>'),
    'policy',
    'has <iframe srcdoc> inline',
  ],
  ['a base for addresses', put('<title>', '<base href="/topics/"><title>'), 'policy', 'has <base> inline'],
  ['a form that another host gets', end('<form action="https://elsewhere.example/"><button>x</button></form>'), 'link', 'another host that the policy does not allow'], // prettier-ignore
  ['a button that sends elsewhere', end('<form action="/search/"><button formaction="https://elsewhere.example/">x</button></form>'), 'link', 'another host that the policy does not allow'], // prettier-ignore
  ['a host to be called before', put('<title>', '<link rel="Preconnect" href="https://elsewhere.example/"><title>'), 'link', 'from another host'], // prettier-ignore
  ['a count of who follows a link', end('<a href="/" ping="https://elsewhere.example/">x</a>'), 'link', 'from another host'], // prettier-ignore
  ['a drawing of another host', end('<svg><image xlink:href="https://elsewhere.example/x.png"/></svg>'), 'link', 'from another host'], // prettier-ignore
  ['a feed of another host', put('href="/rss.xml"', 'href="https://elsewhere.example/rss.xml"'), 'link', 'alternate version on another host'], // prettier-ignore
  [
    'a page said to be a feed',
    put('href="/rss.xml"', 'href="/about/"'),
    'feed',
    '"/about/" is linked as a feed',
  ],
  ['a page that leads away by itself', put('<title>', '<meta http-equiv="refresh" content="0; url=https://elsewhere.example/"><title>'), 'link', 'redirects readers to another host'], // prettier-ignore
  ['a label of nothing', end('<label for="none">x</label>'), 'html', 'no-missing-references'],
  ['code from any host', put("default-src 'self'", "default-src 'self'; script-src https:"), 'policy', 'script-src https:'], // prettier-ignore
  ['code in addresses', put("default-src 'self'", "default-src 'self'; script-src 'self' data:"), 'policy', 'script-src data:'], // prettier-ignore
  ['inline code in capitals', put("default-src 'self'", "default-src 'self' 'UNSAFE-INLINE'"), 'policy', "default-src 'unsafe-inline'"], // prettier-ignore
  ['forms to all', put("; form-action 'self'", ''), 'policy', 'has a policy without form-action'],
  ['objects', put("object-src 'none'; ", ''), 'policy', "without object-src 'none'"],
  ['a preview of another page', put(/(og:url" content="[^"]*)/, '$1x/'), 'head', 'as og:url, but'],
  ['a preview without a title', put(/<meta property="og:title"[^>]*>/, ''), 'head', 'has no og:title'],
  ['a large image promised and not named', put(/<meta property="og:image"[^>]*>/, ''), 'head', 'has none (og:image)'], // prettier-ignore
  ['a second card that is gone', put('<meta name="twitter:card"', '<meta property="og:image" content="https://fourfold.example/cards/none.png"><meta name="twitter:card"'), 'card', 'does not exist'], // prettier-ignore
  ['a card of another host', put(/og:image" content="[^"]*/, 'og:image" content="https://elsewhere.example/x.png'), 'card', 'is on another host'], // prettier-ignore
  ['an hour that is none', put(/(article:published_time" content=")[^"]*/, '$1yesterday'), 'head', 'has "yesterday" as article:published_time'], // prettier-ignore
  ['a language that is none', put('<title>', '<link rel="alternate" hreflang="x_y" href="/ar/"><title>'), 'head', 'the language "x_y"'], // prettier-ignore
  ['a language of another page', put('<title>', '<link rel="alternate" hreflang="es" href="/ar/"><title>'), 'head', 'that page is in "ar"'], // prettier-ignore
  ['a language that does not link back', put('<title>', '<link rel="alternate" hreflang="ar" href="/ar/"><title>'), 'head', 'does not link back'], // prettier-ignore
  ['an article called otherwise', put(/"headline":"[^"]*"/, '"headline":"Other"'), 'data', 'a NewsArticle called "Other"'], // prettier-ignore
  ['an article of another day', put(/"datePublished":"[^"]*"/, '"datePublished":"2001-01-01T00:00:00Z"'), 'data', 'a NewsArticle of 2001-01-01T00:00:00Z'], // prettier-ignore
  ['an article of no day', put(/"dateModified":"[^"]*"/, '"dateModified":"yesterday"'), 'data', 'with "yesterday" as dateModified'], // prettier-ignore
  ['an author without a name', put(/"author":\[[^\]]*\]/, '"author":[{"@type":"Person"}]'), 'data', 'with a author without a name'], // prettier-ignore
  [
    'an article without a publisher',
    put(/"publisher":\{[^}]*\}/, '"publisher":{}'),
    'data',
    'without publisher',
  ],
  ['an article with an image elsewhere', put(/("image":\[\{"@type":"ImageObject","url":")[^"]*/, '$1https://elsewhere.example/x.png'), 'data', 'as image of its NewsArticle'], // prettier-ignore
  ['a crumb that leads nowhere', put(/("position":1,"name":"[^"]*"),"item":"[^"]*"/, '$1'), 'data', 'breadcrumbs without an address'], // prettier-ignore
  ['no title', put(/<title>[^<]*/, '<title>'), 'head', 'has no title'],
  ['a preview called otherwise', put(/(og:title" content=")[^"]*/, '$1Other'), 'head', 'has "Other" as og:title, but "'], // prettier-ignore
  ['a title that is not its heading', put(/<h1([^>]*)>/, '<h1$1>Other '), 'head', 'as its heading'],
  ['requests to a host that no form names', put("object-src 'none'; ", "object-src 'none'; connect-src https://elsewhere.example; "), 'policy', 'connect-src https://elsewhere'], // prettier-ignore
  ['another language than its data', put('<html lang="en"', '<html lang="fr"'), 'data', 'a NewsArticle in "en", but the page has "fr"'], // prettier-ignore
];

/** Each in a file of its kind. */
export const fileFaults: readonly (readonly [
  what: string,
  file: string,
  change: Change,
  kind: FaultKind,
  reason: string,
])[] = [
  ['a feed cut short', 'rss.xml', (text) => text.slice(0, 2000), 'feed', 'is not well-formed'],
  [
    'a feed that calls a brief otherwise',
    'atom.xml',
    put(/(<entry[^]*?<title[^>]*>)/, '$1Not '),
    'feed',
    'the page "',
  ],
  ['a feed of another day', 'topics/ai/rss.xml', put(/<pubDate>[^<]*/, '<pubDate>Mon, 01 Jan 2001 00:00:00 GMT'), 'feed', 'dates '], // prettier-ignore
  [
    'a file of another size',
    'topics/chips/rss.xml',
    put(/fileSize="\d+"/, 'fileSize="7"'),
    'feed',
    'gives 7 bytes as',
  ],
  ['an item twice', 'topics/health/rss.xml', put(/(<item>[^]*?<\/item>)/, '$1$1'), 'feed', 'twice'],
  ['a feed of another address', 'feed.json', put(/"feed_url": ?"[^"]*"/, '"feed_url":"https://x.example/"'), 'feed', 'gives its own address as'], // prettier-ignore
  ['an address that is gone', 'sitemap-1.xml', put(/<loc>[^<]*about\/<\/loc>/, '<loc>https://fourfold.example/gone/</loc>'), 'sitemap', 'lists https://fourfold.example/gone/'], // prettier-ignore
  ['a page in no sitemap', 'sitemap-1.xml', put(/<url><loc>[^<]*contact\/<\/loc>.*?<\/url>/, ''), 'sitemap', 'is in no sitemap'], // prettier-ignore
  ['a stylesheet’s font that is gone', 'feed.css', (text) => `${text}\np { background: url(none.woff2); }`, 'link', 'does not exist'], // prettier-ignore
  ['data that leads nowhere', 'briefs/index.json', put(/briefs\/[\w-]+\.json/, 'briefs/none.json'), 'link', 'does not exist'], // prettier-ignore
  ['a feed without a brief', 'atom.xml', put(/<entry(?![^]*<entry)[^]*?<\/entry>/, ''), 'feed', 'announces different pages than'], // prettier-ignore
  ['a feed of no date', 'topics/space/rss.xml', put(/<pubDate>[^<]*/, '<pubDate>2025-01-01'), 'feed', 'expected an RFC 822 date'], // prettier-ignore
  ['a feed with nothing said of it', 'topics/space/rss.xml', put(/<title>[^<]*<\/title>/, ''), 'feed', 'has a channel without title'], // prettier-ignore
  ['a feed without its author', 'atom.xml', put(/<author>[^]*?<\/author>/g, ''), 'feed', 'without an author'], // prettier-ignore
  ['a feed of no namespace', 'atom.xml', put(' xmlns="http://www.w3.org/2005/Atom"', ''), 'feed', 'namespace of Atom'], // prettier-ignore
  ['a feed with an image of another size', 'topics/space/rss.xml', put(/width="1200"/, 'width="12"'), 'feed', 'gives width 12 for'], // prettier-ignore
  ['a feed with an image of another kind', 'topics/space/rss.xml', put('type="image/png"', 'type="image/gif"'), 'feed', 'gives type image/gif for'], // prettier-ignore
  ['a feed with a number for a title', 'feed.json', put(/("items"[^]*?"title": ?)"[^"]*"/, '$15'), 'feed', 'calls https://'], // prettier-ignore
  ['a feed without a version', 'feed.json', put(/"version": ?"[^"]*",/, ''), 'feed', 'has no version'], // prettier-ignore
  ['an image in a sitemap that is elsewhere', 'sitemap-1.xml', put(/<image:loc>[^<]*/, '<image:loc>https://elsewhere.example/x.png'), 'sitemap', 'lists the image https://elsewhere'], // prettier-ignore
  ['a page twice in a sitemap', 'sitemap-1.xml', put(/(<url><loc>[^<]*subscribe[^]*?<\/url>)/, '$1$1'), 'sitemap', 'subscribe/ twice'], // prettier-ignore
  ['a sitemap of no date', 'sitemap-index.xml', put(/<lastmod>[^<]*/, '<lastmod>yesterday'), 'sitemap', 'the invalid date "yesterday"'], // prettier-ignore
  ['a page that robots are to leave', 'robots.txt', put('Allow: /', 'Disallow: /ai/'), 'sitemap', 'blocks'], // prettier-ignore
  ['a brief as other data', `briefs/${slug}.json`, put(/"title": ?"[^"]*"/, '"title":"Other"'), 'data', 'calls https://fourfold.example/briefs/'], // prettier-ignore
  ['data cut short', 'schema/brief.json', (text) => text.slice(0, -20), 'file', 'is not valid JSON'],
  ['a preview with an image of another size', `briefs/${slug}/oembed.json`, put(/"thumbnail_width": ?\d+/, '"thumbnail_width":1'), 'data', 'gives 1 × 630'], // prettier-ignore
  ['an icon of another size', 'site.webmanifest', put('192x192', '193x193'), 'data', 'gives 193x193'],
  ['headers with a weak policy', '_headers', put("default-src 'self'", "default-src * 'self'"), 'host', 'default-src *'], // prettier-ignore
  ['headers that let all frame a page', '_headers', put("; frame-ancestors 'none'", ''), 'host', 'without frame-ancestors'], // prettier-ignore
  ['headers that lack one', '_headers', put(/.*nosniff\n/, ''), 'host', 'sets no x-content-type-options'],
  ['a style of another host', 'feed.css', put(/^/, '@import "https://elsewhere.example/x.css";\n'), 'link', 'from another host'], // prettier-ignore
  ['text that leads nowhere', `briefs/${slug}.md`, put(/$/, '\n<https://fourfold.example/none/>'), 'link', 'does not exist'], // prettier-ignore
  ['an index without a part', 'pagefind/en-2025/pagefind-entry.json', put(/"page_count":\d+/, '"page_count":99'), 'search', 'texts for 99 pages'], // prettier-ignore
  ['a feed that carries code', 'topics/oceans/rss.xml', put('<![CDATA[', '<![CDATA[<script>1</script>'), 'feed', 'carries <script> in https://'], // prettier-ignore
  ['a feed whose text leads nowhere', 'topics/oceans/rss.xml', put('<![CDATA[', '<![CDATA[<a href="https://fourfold.example/none/">x</a>'), 'feed', 'none/ in https://'], // prettier-ignore
  [
    'a feed without its items',
    'topics/law/rss.xml',
    put(/<item>[^]*<\/item>/, ''),
    'feed',
    'announces nothing',
  ],
  [
    'data without its sections',
    `briefs/${slug}.json`,
    put('"sections"', '"parts"'),
    'data',
    'does not have four sections',
  ],
  ['headers that protect for no time', '_headers', put(/max-age=31536000\n/, 'max-age=0\n'), 'host', 'sets strict-transport-security to max-age=0'], // prettier-ignore
  ['a brief as Markdown called otherwise', 'briefs/egypt-malaria-free.md', put(/^# .*/, '# Other'), 'data', 'egypt-malaria-free/ "Other"'], // prettier-ignore
  ['a preview for other sites called otherwise', 'briefs/egypt-malaria-free/oembed.json', put(/"title": ?"[^"]*"/, '"title":"Other"'), 'data', 'egypt-malaria-free/ "Other"'], // prettier-ignore
  ['a preview for other sites that frames nothing', 'briefs/who-pandemic-agreement/oembed.json', put('/embed/', '/frame/'), 'data', 'which does not exist'], // prettier-ignore
  [
    'a script cut short',
    'pagefind/pagefind.js',
    (text) => text.slice(0, -9),
    'file',
    'is not valid JavaScript',
  ],
  ['headers that tell all where readers come from', '_headers', put(/strict-origin-when-cross-origin/, 'unsafe-url'), 'host', 'sets referrer-policy to unsafe-url'], // prettier-ignore
];
