import type { Fault } from './fault.ts';
import { isListed, type Page } from './check-page.ts';
import { metaOf } from './page-facts.ts';
import type { Measured } from './images.ts';
import { reasonOf, type SiteFolder } from './site-folder.ts';

/** Bytes. WhatsApp drops previews with larger images; other networks allow more. */
const maxBytes = 300_000;

export function hasCards(site: SiteFolder): boolean {
  return site.files.some((file) => file.startsWith('cards/'));
}

/** The preview images of a page exist, and the first matches its tags. */
export async function checkCard(
  site: SiteFolder,
  { file, address, facts }: Page,
  measure: (file: string) => Promise<Measured>,
): Promise<Fault[]> {
  const faults: Fault[] = [];
  const report = (reason: string): void => {
    faults.push({ address: address.pathname, kind: 'card', reason });
  };
  const urls = facts.meta.filter(([name]) => name === 'og:image').map(([, url]) => url);
  if (urls.length === 0 && hasCards(site) && isListed(facts) && metaOf(facts, 'og:type') !== undefined)
    report('has no preview image (og:image)');
  for (const [at, url] of urls.entries()) {
    const found = URL.canParse(url) ? site.find(url) : { nothing: 'is not absolute' };
    if (!('file' in found)) {
      report(`has the preview image ${url}, which ${reasonOf(found)}`);
      continue;
    }
    // Our size and type tags describe the first image.
    if (at > 0) continue;
    if (!isCardOf(file, found.file)) report(`has the preview image ${url}, which belongs to another brief`);
    const { length } = site.read(found.file);
    if (length > maxBytes && found.file.startsWith('cards/'))
      report(`has a preview image of ${length} bytes, expected at most ${maxBytes}`);
    const is = await measure(found.file);
    for (const name of ['type', 'width', 'height'] as const) {
      const said = metaOf(facts, `og:image:${name}`);
      if (said !== is[name]) report(`gives ${name} ${said ?? '(none)'} for ${url}, which has ${is[name]}`);
    }
    if ((metaOf(facts, 'og:image:alt') ?? '').trim() === '')
      report(`has no text alternative for ${url} (og:image:alt)`);
  }
  return faults;
}

/** The file name of a card contains the slug of its brief. */
function isCardOf(page: string, card: string): boolean {
  const [, slug] = /^briefs\/([^/]+)\/index\.html$/.exec(page) ?? [];
  if (slug === undefined || !card.startsWith('cards/')) return true;
  return new RegExp(`^cards/${RegExp.escape(slug)}-[0-9a-f]+\\.`).test(card);
}
