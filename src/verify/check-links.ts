import type { Fault } from './fault.ts';
import type { Page } from './check-page.ts';
import type { SiteFolder } from './site-folder.ts';

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
    const found = site.find(target);
    if ('nothing' in found) fault('link', found.nothing);
    else if ('elsewhere' in found) {
      if (role === 'loads') fault('link', 'is loaded from another host');
    } else {
      note(file, found.file);
      const place = decodeURIComponent(target.hash.slice(1));
      if (place !== '' && !hasPlace(pages.get(found.file), place))
        fault('link', 'leads to no place on its page');
    }
  }
  return faults;
}

/** Only of pages it is known; the top of a page is a place as well (HTML, "select the indicated part"). */
function hasPlace(page: Page | undefined, id: string): boolean {
  return !page || id === 'top' || /^:~:/.test(id) || page.facts.ids.includes(id);
}
