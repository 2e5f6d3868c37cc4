import { Parser } from 'htmlparser2';

/** Metadata, links and other facts of a page. */
export interface PageFacts {
  readonly lang: string;
  /** Of the first `title` in the head. */
  readonly title: string;
  /** Number of `h1` elements, and the text of the first. */
  readonly headings: { readonly count: number; readonly text: string };
  /** In order, with duplicates. */
  readonly ids: readonly string[];
  readonly references: readonly Reference[];
  /** Alternate languages, including its own (`hreflang`). */
  readonly languages: readonly { readonly lang: string; readonly url: string }[];
  /** Addresses linked as feeds. */
  readonly feeds: readonly string[];
  /** `name` or `property`, and `content`. */
  readonly meta: readonly (readonly [name: string, content: string])[];
  readonly jsonLd: readonly string[];
  /** The policy, and whether it is the first element in the head. */
  readonly policy: { readonly text: string; readonly isFirst: boolean } | undefined;
  /** Inline styles, scripts and frames, and base elements, all of which the policy forbids. */
  readonly inline: readonly string[];
}

/** An address on a page, as written. */
export interface Reference {
  readonly url: string;
  /**
   * `loads`: fetched with the page; `leads`: a link; `moves`: a redirect; `posts`: the target of a form; `asks`: sent
   * along with the address; otherwise the `rel` of a link.
   */
  readonly role: string;
}

/** Reads a page as HTML. Never throws. */
export function readPage(html: string): PageFacts {
  const ids: string[] = [];
  const references: Reference[] = [];
  const meta: [string, string][] = [];
  const jsonLd: string[] = [];
  const inline: string[] = [];
  const languages: { lang: string; url: string }[] = [];
  const feeds: string[] = [];
  let lang = '';
  let title = '';
  let headings = 0;
  let heading = '';
  let policy: PageFacts['policy'];
  let isInHead = false;
  let inHead = 0;
  let gather: 'title' | 'heading' | 'json' | undefined;
  let gathered = '';
  const refer = (url: string | undefined, role: string): void => {
    if (url !== undefined) references.push({ url, role });
  };
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (isInHead) inHead += 1;
      if (name === 'head') isInHead = true;
      if (name === 'html') lang = attributes['lang'] ?? '';
      if (attributes['id'] !== undefined) ids.push(attributes['id']);
      if (attributes['style'] !== undefined) inline.push(`<${name} style>`);
      for (const key of Object.keys(attributes)) if (/^on/i.test(key)) inline.push(`<${name} ${key}>`);
      if (name === 'style' || name === 'base') inline.push(`<${name}>`);
      if (attributes['srcdoc'] !== undefined) inline.push(`<${name} srcdoc>`);
      if (name === 'title' && isInHead && title === '') gather = 'title';
      if (name === 'h1') {
        headings += 1;
        if (headings === 1) gather = 'heading';
      }
      if (name === 'script' && attributes['src'] === undefined) {
        if (attributes['type'] === 'application/ld+json') gather = 'json';
        else if (attributes['type'] !== 'application/json') inline.push('<script>');
      }
      if (name === 'meta') {
        const said = attributes['name'] ?? attributes['property'];
        if (said !== undefined) meta.push([said, attributes['content'] ?? '']);
        const equivalent = attributes['http-equiv']?.toLowerCase();
        if (equivalent === 'content-security-policy') {
          policy = { text: attributes['content'] ?? '', isFirst: isInHead && inHead === 1 };
        }
        if (equivalent === 'refresh') refer(/url=(.*)$/i.exec(attributes['content'] ?? '')?.[1], 'moves');
      }
      const { href } = attributes;
      if (name === 'link' && href !== undefined) {
        refer(href, roleOfLink(attributes['rel'] ?? ''));
        if (attributes['hreflang'] !== undefined) languages.push({ lang: attributes['hreflang'], url: href });
        if (/^application\/(?:rss\+xml|atom\+xml|feed\+json)$/.test(attributes['type'] ?? ''))
          feeds.push(href);
      } else if (name !== 'base') refer(href, /^(?:use|image)$/.test(name) ? 'loads' : 'leads');
      for (const key of ['src', 'poster', 'data', 'xlink:href', 'ping']) refer(attributes[key], 'loads');
      for (const [key, method] of [
        ['action', 'method'],
        ['formaction', 'formmethod'],
      ] as const)
        refer(attributes[key], /^post$/i.test(attributes[method] ?? '') ? 'posts' : 'asks');
      for (const key of ['srcset', 'imagesrcset'])
        for (const source of attributes[key]?.split(',') ?? []) refer(source.trim().split(/\s/)[0], 'loads');
      // Fetched by our scripts when needed.
      for (const [key, value] of Object.entries(attributes)) {
        if (/^data-(?:src|href|search|index)$/.test(key)) refer(value, 'leads');
      }
    },
    ontext: (text) => {
      if (gather !== undefined) gathered += text;
    },
    onclosetag: (name) => {
      if (name === 'head') isInHead = false;
      if (name === 'h1' && gather === 'heading') heading = collapseSpace(gathered);
      else if (name === 'title' && gather === 'title') title = collapseSpace(gathered);
      else if (name === 'script' && gather === 'json') jsonLd.push(gathered);
      else return;
      gather = undefined;
      gathered = '';
    },
  });
  parser.write(html);
  parser.end();
  return {
    lang,
    title,
    headings: { count: headings, text: heading },
    ids,
    references,
    languages,
    feeds,
    meta,
    jsonLd,
    policy,
    inline,
  };
}

/** A text with collapsed white space, for comparing titles. */
export function collapseSpace(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Whether the page only redirects from a former address. */
export function isMoved(facts: Pick<PageFacts, 'references'>): boolean {
  return linksOf(facts, 'moves').length > 0;
}

/** The first `meta` content of a name. */
export function metaOf({ meta }: Pick<PageFacts, 'meta'>, name: string): string | undefined {
  return meta.find(([said]) => said === name)?.[1];
}

/** Origins of its form targets. */
export function targetsOf(facts: Pick<PageFacts, 'references'>): string[] {
  const forms = facts.references.filter(({ role }) => role === 'posts' || role === 'asks');
  return forms.flatMap(({ url }) => URL.parse(url)?.origin ?? []);
}

/** The addresses of a `rel`, as written. */
export function linksOf({ references }: Pick<PageFacts, 'references'>, rel: string): readonly string[] {
  return references.filter(({ role }) => role === rel).map(({ url }) => url);
}

/** HTML, 4.6.7: case-insensitive tokens. Preloading and similar count as loading. */
function roleOfLink(rel: string): string {
  const tokens = rel.toLowerCase().trim().split(/\s+/);
  return tokens.some((token) => loading.has(token)) ? 'loads' : tokens.join(' ');
}

const loading = new Set(
  'stylesheet preload modulepreload prefetch prerender preconnect dns-prefetch icon apple-touch-icon'.split(
    ' ',
  ),
);
