import type { Fault } from './fault.ts';
import type { Page } from './check-page.ts';
import { directivesOf } from './policy.ts';
import { decoded, type SiteFolder } from './site-folder.ts';

/**
 * Every address on a page leads somewhere, and everything it loads comes from this host. Records which files are linked.
 */
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
      fault('link', 'is not a valid address');
      continue;
    }
    if (!/^https?:$/.test(target.protocol)) {
      if (!/^(?:mailto|tel|feed|webcal):$/.test(target.protocol))
        fault('link', 'is an address that may run or hide code');
      continue;
    }
    // Another site on the same host, with its full address.
    if (role === 'leads' && /^https?:/i.test(url) && isBeside(site.home, target)) continue;
    const found = site.find(target);
    // The target of a form is not a file.
    if ('nothing' in found && role === 'posts') continue;
    if ('nothing' in found) fault('link', found.nothing);
    else if ('elsewhere' in found) {
      const reason = reasons[role];
      if (reason !== undefined && !(/^(?:posts|asks)$/.test(role) && maySendTo(facts, target.origin)))
        fault('link', reason);
    } else {
      note(file, found.file);
      if (!hasPlace(pages.get(found.file), target.hash)) fault('link', 'leads to a missing anchor');
    }
  }
  return faults;
}

function isBeside(home: URL, target: URL): boolean {
  return target.host === home.host && !target.pathname.startsWith(home.pathname);
}

const unnamed = 'is the target of a form on another host that the policy does not allow';

/** Errors for other hosts, by role. */
const reasons: Readonly<Record<string, string>> = {
  loads: 'is loaded from another host',
  alternate: 'is an alternate version on another host',
  moves: 'redirects readers to another host',
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
 * Whether a page has the anchor of an address, with or without percent-encoding; the top of the page always exists (HTML,
 * "select the indicated part"). True for files other than pages.
 */
export function hasPlace(page: Page | undefined, hash: string): boolean {
  const fragment = hash.slice(1);
  if (!page || fragment === '' || fragment.startsWith(':~:') || page.facts.ids.includes(fragment))
    return true;
  const place = decoded(fragment);
  return place === 'top' || (place !== undefined && page.facts.ids.includes(place));
}
