import type { Fault } from './fault.ts';
import { isListed, type Page } from './check-page.ts';
import { metaOf } from './page-facts.ts';
import type { Measured } from './pictures.ts';
import { reasonOf, type SiteFolder } from './site-folder.ts';

/** WhatsApp drops a preview whose picture is larger; other networks allow more. */
const maxBytes = 300_000;

/** A publication may have none at all. */
export function hasCards(site: SiteFolder): boolean {
  return site.files.some((file) => file.startsWith('cards/'));
}

/** The pictures that a page names for previews are there, and the first is what the tags claim. */
export async function checkCard(
  site: SiteFolder,
  { file, address, facts }: Page,
  measure: (file: string) => Promise<Measured>,
): Promise<Fault[]> {
  const faults: Fault[] = [];
  const say = (reason: string): void => {
    faults.push({ address: address.pathname, kind: 'card', reason });
  };
  const urls = facts.meta.filter(([name]) => name === 'og:image').map(([, url]) => url);
  if (urls.length === 0 && hasCards(site) && isListed(facts) && metaOf(facts, 'og:type') !== undefined)
    say('names no picture for previews (og:image)');
  for (const [at, url] of urls.entries()) {
    const found = URL.canParse(url) ? site.find(url) : { nothing: 'is not absolute' };
    if (!('file' in found)) {
      say(`names ${url} as its picture, which ${reasonOf(found)}`);
      continue;
    }
    // The tags of size and type that we write are those of the first.
    if (at > 0) continue;
    if (!isCardOf(file, found.file)) say(`names ${url} as its picture, which is that of another brief`);
    const { length } = site.read(found.file);
    if (length > maxBytes && found.file.startsWith('cards/'))
      say(`has a picture of ${length} bytes, expected at most ${maxBytes}`);
    const is = await measure(found.file);
    for (const name of ['type', 'width', 'height'] as const) {
      const said = metaOf(facts, `og:image:${name}`);
      if (said !== is[name]) say(`says ${name} ${said ?? '(nothing)'} of ${url}, which is ${is[name]}`);
    }
    if ((metaOf(facts, 'og:image:alt') ?? '').trim() === '') say(`does not say in words what ${url} shows`);
  }
  return faults;
}

/** A brief's cards carry its name. */
function isCardOf(page: string, card: string): boolean {
  const [, slug] = /^briefs\/([^/]+)\/index\.html$/.exec(page) ?? [];
  if (slug === undefined || !card.startsWith('cards/')) return true;
  return new RegExp(`^cards/${RegExp.escape(slug)}-[0-9a-f]+\\.`).test(card);
}
