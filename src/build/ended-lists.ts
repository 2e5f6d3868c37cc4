import type { Publication } from '../brief/publication.ts';
import { sitePathsOf, type ListedBrief } from '../brief/site-paths.ts';
import { diagnosticOf, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { quote } from '../diagnostics/quote.ts';
import { languageOf } from '../languages/languages.ts';

/** A published brief as its lists know it, and its file. */
export interface PublishedListing {
  readonly file: string;
  readonly listed: ListedBrief;
}

/**
 * Reports lists that lose their last brief, those of a topic, thread, author, year or language: their addresses and feeds would lead
 * nowhere. `redirected` are the paths that the publisher’s own redirects take, below the site's address or not, with their `*`.
 */
export function findEndedLists(
  published: readonly PublishedListing[],
  present: readonly ListedBrief[],
  publication: Publication,
  redirected: readonly string[],
): Diagnostic[] {
  const pathsOf = (briefs: readonly ListedBrief[]): string[] => [
    ...sitePathsOf(publication, briefs, new Map()).keys(),
  ];
  const now = new Set(pathsOf(present));
  const changed = new Set(published.map(({ listed }) => listed.slug));
  // What is new is in both, so that it makes no difference.
  const before = [
    ...published.map(({ listed }) => listed),
    ...present.filter(({ slug }) => !changed.has(slug)),
  ];
  const base = new URL(publication.address).pathname;
  const isRedirected = (path: string): boolean =>
    [`/${path}`, `${base}${path}`].some((whole) =>
      redirected.some((from) =>
        from.endsWith('*') ? whole.startsWith(from.slice(0, -1)) : whole === from.replace(/\/?$/, '/'),
      ),
    );
  const gone = pathsOf(before).filter((path) => !now.has(path) && !isRedirected(path));
  const lists = gone.filter((path) => path.endsWith('/') && !/(?:^|\/)page\/\d+\/$/.test(path));
  const outermost = lists.filter((path) => !lists.some((other) => other !== path && path.startsWith(other)));
  return outermost.flatMap((path) => {
    const last = published.find(({ listed }) => pathsOf([listed]).includes(path));
    if (!last) return [];
    return diagnosticOf(last.file, {
      code: 'list-gone',
      range: { start: 0, end: 0 },
      message: `Unexpected end of ${quote(`/${path}`)}, which is published: ${quote(last.listed.slug)} was the last brief there`,
      note: {
        text: `this address and its feeds would lead nowhere: leave a brief there, or add a line to public/_redirects, such as \`${base}${path}${isLanguage(path) ? '' : '*'} ${base}${targetOf(path, now)} 301\``,
      },
    });
  });
}

/** The standing pages of a language stay where its briefs are gone. */
function isLanguage(path: string): boolean {
  return languageOf(path.slice(0, -1)) !== undefined;
}

/** The same list in another language, or else the nearest one above that is still there. */
function targetOf(path: string, now: ReadonlySet<string>): string {
  const elsewhere = [...now].find((other) => other.endsWith(`/${path}`));
  if (elsewhere !== undefined) return elsewhere;
  const above = path.replace(/[^/]+\/$/, '');
  return now.has(above) || above === '' ? above : targetOf(above, now);
}
