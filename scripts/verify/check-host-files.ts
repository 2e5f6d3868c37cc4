import type { Fault } from './fault.ts';
import { directivesOf, weaknessesOf } from './policy.ts';
import type { SiteFolder } from './site-folder.ts';

/** What hosts look for by name: the page for what is not there, headers and redirects of Cloudflare and Netlify. */
export function checkHostFiles(site: SiteFolder, own: ReadonlySet<string>): Fault[] {
  const faults: Fault[] = [];
  const say = (file: string, reason: string): void => {
    faults.push({ address: site.addressOf(file).pathname, kind: 'host', reason });
  };
  if (!site.has('404.html')) say('404.html', 'is not there, for addresses that lead to nothing');
  if (!site.has('_headers'))
    say('_headers', 'is not there, so that a host that looks for it sends no headers');
  if (!site.has('.nojekyll'))
    say('.nojekyll', 'is not there, so that GitHub Pages leaves out _astro/ where it serves a branch');
  if (site.has('_headers'))
    problemsOfHeaders(site.read('_headers').toString(), site.home, own.has('_headers')).forEach((reason) => {
      say('_headers', reason);
    });
  if (site.has('_redirects')) {
    for (const line of site.read('_redirects').toString().split('\n')) {
      const [from = '', to] = line.trim().split(/\s+/);
      if (from === '' || from.startsWith('#')) continue;
      // What the publisher has added is told by check, and may lead to what only the host knows of.
      if (own.has('_redirects') && !/^\S*\/briefs\/\S+ \S*\/briefs\/\S+ 301$/.test(line)) continue;
      const found = to === undefined ? { nothing: 'is no address' } : site.find(to, site.home);
      if ('nothing' in found)
        say('_redirects', `sends ${from} to ${to ?? '(nothing)'}, which ${found.nothing}`);
    }
  }
  return faults;
}

/** Headers and what their value is like where it protects; half a year is the least that counts as HSTS. */
const wanted: Readonly<Record<string, RegExp>> = {
  'content-security-policy': /./,
  'x-content-type-options': /^nosniff$/i,
  'referrer-policy': /^(?:no-referrer|same-origin|strict-origin(?:-when-cross-origin)?)$/i,
  'permissions-policy': /=\(\)/,
  'cross-origin-opener-policy': /^same-origin/i,
  'strict-transport-security': /max-age=(?:1[6-9]\d{6}|[2-9]\d{7}|\d{9,})/i,
};

function isHost(source: string): boolean {
  return /^https:\/\/[\w.-]+(?::\d+)?$/.test(source);
}

/**
 * Names and values of all blocks: that each address gets those of its kind is a question to a server. What the publisher has added is
 * the publisher's to answer for, and takes away nothing: a browser keeps to all policies that it is sent.
 */
function problemsOfHeaders(text: string, { protocol }: URL, hasAdded: boolean): string[] {
  const headers = [...text.matchAll(/^\s+([\w-]+):\s*(.*?)\s*$/gm)].map(([, name = '', value = '']) => ({
    name: name.toLowerCase(),
    value,
  }));
  const policies = headers.filter(({ name }) => name === 'content-security-policy').map(({ value }) => value);
  const isSecure = protocol === 'https:';
  return [
    ...Object.entries(wanted)
      .filter(([name]) => isSecure || name !== 'strict-transport-security')
      .flatMap(([name, good]) => {
        const values = headers.filter((header) => header.name === name).map(({ value }) => value);
        const weak =
          hasAdded && values.some((value) => good.test(value))
            ? []
            : values.filter((value) => !good.test(value));
        return [
          ...(values.length === 0 ? [`sets no ${name}`] : []),
          ...weak.map((value) => `sets ${name} to ${value}`),
        ];
      }),
    ...(hasAdded ? [] : problemsOfPolicies(policies)),
  ];
}

function problemsOfPolicies(policies: readonly string[]): string[] {
  return [
    // Which host a form goes to is checked of each page's own policy, and a browser keeps to both.
    ...new Set(policies.flatMap((policy) => weaknessesOf(policy, isHost))),
    ...(policies.some((policy) => !directivesOf(policy).has('frame-ancestors'))
      ? ['has a policy without frame-ancestors']
      : []),
    // Embeds alone may be framed.
    ...(policies.every((policy) => directivesOf(policy).get('frame-ancestors')?.[0] !== "'none'")
      ? ['lets every page be framed']
      : []),
  ];
}
