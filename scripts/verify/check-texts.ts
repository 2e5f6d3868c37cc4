import type { Fault } from './fault.ts';
import type { SiteFolder } from './site-folder.ts';

/**
 * Addresses of this site in text files (data, feeds, style sheets, lists) lead to existing files. Pages are checked
 * elsewhere, and scripts compose their addresses.
 */
export function checkTexts(site: SiteFolder, note: (from: string, to: string) => void): Fault[] {
  const faults: Fault[] = [];
  for (const file of site.files) {
    const pattern = patterns[/\.\w+$/.exec(file)?.[0] ?? ''];
    if (!pattern) continue;
    const address = site.addressOf(file);
    for (const url of addressesIn(site.read(file).toString(), pattern, site.home)) {
      const found = site.find(url, address);
      if ('file' in found) note(file, found.file);
      // Only style sheets load anything from other hosts.
      else {
        const reason = 'nothing' in found ? found.nothing : 'is loaded from another host';
        faults.push({ address: address.pathname, kind: 'link', reason: `${JSON.stringify(url)} ${reason}` });
      }
    }
  }
  return faults;
}

/** Where an address may stand, by kind of file; `home` is replaced with the site's address. */
const patterns: Readonly<Record<string, RegExp>> = {
  '.css': /(?:url\(\s*["']?|@import\s+["'])(?!data:|#)([^"')\s]+)/g,
  '.js': /^\/\/[#@] sourceMappingURL=(?!data:)(\S+)/gm,
  '.webmanifest': /"(?:src|url|start_url|scope|id)":\s*"([^"]+)"/g,
  '.json': /"(home[^"\\\s<{}]*)/g,
  '.xml': /(?:[>"']|stylesheet[^>]* href=")(home[^<>"'\s&]*|\/[^"\s]+\.css)[<"']/g,
  '.md': /[(<](home[^)>\s]*)[)>]/g,
  '.txt': /\(?(home[^)\s]*)/g,
  '.ics': /^URL[^:]*:(home\S*)/gm,
};

function addressesIn(text: string, { source, flags }: RegExp, home: URL): Set<string> {
  const pattern = new RegExp(source.replace('home', RegExp.escape(home.href)), flags);
  return new Set([...text.matchAll(pattern)].map(([, url = '']) => url));
}
