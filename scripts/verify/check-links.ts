import type { Fault } from './fault.ts';
import type { Page } from './check-page.ts';
import { directivesOf } from './policy.ts';
import { decoded, type SiteFolder } from './site-folder.ts';

/** Every address on a page leads to something, and what loads with it comes from this host. Linked files are noted. */
export function checkLinks(
  site: SiteFolder,
  { address, file, facts }: Page,
  pages: ReadonlyMap<string, Page>,
  note: (from: string, to: string) => void,
): Fault[] {
  const faults: Fault[] = [];
  for (const { url, role } of facts.references) {
    const target = URL.parse(url, address);
    const fault = (kind: Fault['kind'], reason: string): void => {
      faults.push({ address: address.pathname, kind, reason: `${JSON.stringify(url)} ${reason}` });
    };
    if (!target) {
      fault('link', 'is no address');
      continue;
    }
    if (!/^https?:$/.test(target.protocol)) {
      if (!/^(?:mailto|tel|feed|webcal):$/.test(target.protocol))
        fault('link', 'is an address that may run or hide code');
      continue;
    }
    // Another site of the same host, which a writer names by its whole address.
    if (role === 'leads' && /^https?:/i.test(url) && isBeside(site.home, target)) continue;
    const found = site.find(target);
    // What a server takes is no file.
    if ('nothing' in found && role === 'posts') continue;
    if ('nothing' in found) fault('link', found.nothing);
    else if ('elsewhere' in found) {
      const reason = reasons[role];
      if (reason !== undefined && !(/^(?:posts|asks)$/.test(role) && maySendTo(facts, target.origin)))
        fault('link', reason);
    } else {
      note(file, found.file);
      if (!hasPlace(pages.get(found.file), target.hash)) fault('link', 'leads to no place on its page');
    }
  }
  return faults;
}

function isBeside(home: URL, target: URL): boolean {
  return target.host === home.host && !target.pathname.startsWith(home.pathname);
}

const unnamed = 'is where a form is sent, another host that the policy does not name';

/** What must not be of another host, by its role. */
const reasons: Readonly<Record<string, string>> = {
  loads: 'is loaded from another host',
  alternate: 'is said to be the same in another form, on another host',
  moves: 'leads readers to another host by itself',
  posts: unnamed,
  asks: unnamed,
};

function maySendTo({ policy }: Page['facts'], origin: string): boolean {
  return (
    directivesOf(policy?.text ?? '')
      .get('form-action')
      ?.includes(origin) === true
  );
}

/**
 * Whether a page has the place that the end of an address names, as it is written or without its escapes; the top of a page
 * is one as well (HTML, "select the indicated part"). Only of pages it is known.
 */
export function hasPlace(page: Page | undefined, hash: string): boolean {
  const fragment = hash.slice(1);
  if (!page || fragment === '' || fragment.startsWith(':~:') || page.facts.ids.includes(fragment))
    return true;
  const place = decoded(fragment);
  return place === 'top' || (place !== undefined && page.facts.ids.includes(place));
}
