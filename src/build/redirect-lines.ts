import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addressesOf } from '../brief/addresses.ts';
import type { Publication } from '../brief/publication.ts';
import { redirectsFile, type Facts, type Mention, type PageFacts } from '../check/cross-brief-facts.ts';
import { diagnosticOf, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { quote } from '../diagnostics/quote.ts';
import { readLink } from '../markdown/links.ts';

/** A line of `_redirects` in `public/`: an old address, its target, and whether it is conditional or for many addresses. */
export interface RedirectLine {
  readonly from: Mention;
  /** Undefined if the line has no second address. */
  readonly to?: Mention;
  readonly isConditional: boolean;
}

/** The publisher's redirects, in the format of Cloudflare Pages and Netlify. */
export function readRedirects(root: string): RedirectLine[] {
  let source: string;
  try {
    source = readFileSync(join(root, redirectsFile), 'utf8');
  } catch {
    return [];
  }
  return [...source.matchAll(/^\ufeff?[^\S\r\n]*([^\s#].*)$/gm)].flatMap(
    ({ 0: line, 1: written = '', index }) => {
      const start = index + line.length - written.length;
      // A comment may follow a line.
      const words = [...written.replace(/\s#.*$/, '').matchAll(/\S+/g)].map(({ 0: name, index: at }) => {
        return { name, range: { start: start + at, end: start + at + name.length } };
      });
      const [from, ...others] = words;
      if (!from) return [];
      const to = others.find(({ name }) => isAddress(name));
      const isConditional = others.some(({ name }) => /^\w+=/.test(name)) || isPattern(from.name);
      return [{ from, ...(to && { to }), isConditional }];
    },
  );
}

/** The targets on the site itself, for the rules on links. A target with a placeholder is unknown until it is requested. */
export function factsOfRedirects(lines: readonly RedirectLine[], publication: Publication): PageFacts {
  const sources = new Set(lines.map(({ from }) => pathOf(from.name, publication)));
  const links = lines.flatMap(({ to }) => {
    if (!to || isPattern(to.name)) return [];
    const address = URL.parse(to.name, publication.address);
    // What another line or the host itself handles.
    if (!address || sources.has(pathOf(to.name, publication)) || /^\/(?:\.netlify|cdn-cgi)\//.test(to.name))
      return [];
    return [
      { link: readLink(address.href, { file: redirectsFile, home: publication.address }), range: to.range },
    ];
  });
  return {
    file: redirectsFile,
    references: links.flatMap(
      ({ link, range }) =>
      link.kind === 'brief' ? [{ name: link.slug, range, how: 'link', ...(link.fragment !== '' && { fragment: link.fragment }) }] : [], // prettier-ignore
    ),
    siteLinks: links.flatMap(({ link, range }) => (link.kind === 'site' ? [{ name: link.path, range }] : [])),
  };
}

/** Reports lines that no host reads, and lines from an address that the site or an earlier line already redirects. */
export function redirectClashes(
  lines: readonly RedirectLine[],
  publication: Publication,
  briefs: readonly Facts[],
): Diagnostic[] {
  const { brief } = addressesOf(publication);
  const sources = new Map(
    briefs
      .filter(({ status }) => status !== 'draft')
      .flatMap(({ file, aliases }) =>
        aliases.map(({ name, range }) => [pathOf(brief(name), publication), { file, range }] as const),
      ),
  );
  return lines.flatMap(({ from, to, isConditional }) => {
    if (!to)
      return diagnosticOf(redirectsFile, {
        code: 'redirect-target',
        range: from.range,
        message: `Unexpected line of one address, ${quote(from.name)}, expected where it leads`,
        note: { text: `write "${from.name} /new-address/ 301"` },
      });
    if (isConditional) return [];
    const path = pathOf(from.name, publication);
    const other = sources.get(path);
    if (!other) {
      sources.set(path, { file: redirectsFile, range: from.range });
      return [];
    }
    return diagnosticOf(redirectsFile, {
      code: 'address-taken',
      range: from.range,
      message: `Unexpected address ${quote(from.name)}, from which another redirect leads already`,
      note: { text: 'hosts follow the first: remove this line, or the one at {place}', at: other },
    });
  });
}

function isAddress(word: string): boolean {
  return /^(?:\/|https?:\/\/)/i.test(word);
}

function isPattern(address: string): boolean {
  return /[*:]/.test(address.replace(/^https?:\/\/[^/]*/i, ''));
}

/** As hosts compare addresses: with or without the final slash. */
function pathOf(address: string, { address: home }: Publication): string {
  const { origin, pathname } = URL.parse(address, home) ?? { origin: '', pathname: address };
  return origin + pathname.replace(/(?:\/index\.html|\/)$/, '');
}
