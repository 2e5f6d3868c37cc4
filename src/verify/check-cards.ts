import sharp from 'sharp';
import type { Fault } from './fault.ts';
import { isListed, type Page } from './check-page.ts';
import { metaOf } from './page-facts.ts';
import type { SiteFolder } from './site-folder.ts';

/** WhatsApp drops a preview whose picture is larger; other networks allow more. */
const mostBytes = 300_000;

/** A publication may have none at all. */
export function hasCards(site: SiteFolder): boolean {
  return site.files.some((file) => file.startsWith('cards/'));
}

/** The picture that a page names for previews is there, and is what the tags claim. */
export async function checkCard(site: SiteFolder, { address, facts }: Page): Promise<Fault[]> {
  const faults: Fault[] = [];
  const say = (reason: string): void => {
    faults.push({ address: address.pathname, kind: 'card', reason });
  };
  const url = metaOf(facts, 'og:image');
  if (url === undefined) {
    if (hasCards(site) && isListed(facts) && metaOf(facts, 'og:type') === 'article') {
      say('names no picture for previews (og:image)');
    }
    return faults;
  }
  const target = URL.parse(url);
  const found = target ? site.find(target) : { nothing: 'is not absolute' };
  if (!('file' in found)) {
    say(`names ${url} as its picture, which ${'nothing' in found ? found.nothing : 'is on another host'}`);
    return faults;
  }
  const bytes = site.read(found.file);
  if (bytes.length > mostBytes) say(`has a picture of ${bytes.length} bytes, expected at most ${mostBytes}`);
  const { width, height, format } = await sharp(bytes)
    .metadata()
    .catch(() => ({ width: 0, height: 0, format: 'no picture' }));
  const compare = (name: string, is: string): void => {
    const said = metaOf(facts, `og:image:${name}`);
    if (said !== is) say(`says ${name} ${said ?? '(nothing)'} of ${url}, which is ${is}`);
  };
  compare('type', `image/${format}`);
  compare('width', String(width));
  compare('height', String(height));
  if ((metaOf(facts, 'og:image:alt') ?? '').trim() === '') say(`does not say in words what ${url} shows`);
  return faults;
}
