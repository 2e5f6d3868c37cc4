import type { Fault } from './fault.ts';
import { directivesOf, weaknessesOf } from './policy.ts';
import type { SiteFolder } from './site-folder.ts';

/** What hosts look for by name: the page for what is not there, headers and redirects of Cloudflare and Netlify. */
export function checkHostFiles(site: SiteFolder, own: ReadonlySet<string>): Fault[] {
  const faults: Fault[] = [];
  const say = (file: string, reason: string): void => {
    faults.push({ address: site.addressOf(file).pathname, kind: 'host', reason });
  };
  const has = (file: string): boolean => site.files.includes(file) && !own.has(file);
  if (!site.files.includes('404.html')) say('404.html', 'is not there, for addresses that lead to nothing');
  if (has('_headers'))
    problemsOfHeaders(site.read('_headers').toString(), site.home).forEach((reason) => {
      say('_headers', reason);
    });
  if (has('_redirects')) {
    for (const line of site.read('_redirects').toString().split('\n')) {
      const [from = '', to] = line.trim().split(/\s+/);
      if (from === '' || from.startsWith('#')) continue;
      const target = to === undefined ? null : URL.parse(to, site.home);
      const found = target ? site.find(target) : { nothing: 'is no address' };
      if ('nothing' in found)
        say('_redirects', `sends ${from} to ${to ?? '(nothing)'}, which ${found.nothing}`);
    }
  }
  return faults;
}

/** Names and values of all blocks: that each address gets those of its kind is a question to a server. */
function problemsOfHeaders(text: string, { protocol }: URL): string[] {
  const headers = [...text.matchAll(/^\s+([\w-]+):\s*(.*?)\s*$/gm)].map(([, name = '', value = '']) => ({
    name: name.toLowerCase(),
    value,
  }));
  const names = new Set(headers.map(({ name }) => name));
  const policies = headers.filter(({ name }) => name === 'content-security-policy').map(({ value }) => value);
  const wanted = [
    'content-security-policy',
    'x-content-type-options',
    'referrer-policy',
    'permissions-policy',
    'cross-origin-opener-policy',
    ...(protocol === 'https:' ? ['strict-transport-security'] : []),
  ];
  return [
    ...wanted.filter((name) => !names.has(name)).map((name) => `sets no ${name}`),
    ...new Set(policies.flatMap(weaknessesOf)),
    ...(policies.some((policy) => !directivesOf(policy).has('frame-ancestors'))
      ? ['has a policy without frame-ancestors']
      : []),
  ];
}
