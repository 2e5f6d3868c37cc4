import type { Fault } from './fault.ts';
import { directivesOf, weaknessesOf } from './policy.ts';
import type { SiteFolder } from './site-folder.ts';

/** Files that hosts look for by name: the error page, and headers and redirects for Cloudflare and Netlify. */
export function checkHostFiles(site: SiteFolder, own: ReadonlySet<string>): Fault[] {
  const faults: Fault[] = [];
  const report = (file: string, reason: string): void => {
    faults.push({ address: site.addressOf(file).pathname, kind: 'host', reason });
  };
  if (!site.has('404.html')) report('404.html', 'is missing, so missing pages have no error page');
  if (!site.has('_headers')) report('_headers', 'is missing, so hosts that read it send no headers');
  if (!site.has('.nojekyll'))
    report('.nojekyll', 'is missing, so GitHub Pages skips _astro/ when it serves a branch');
  if (site.has('_headers'))
    problemsOfHeaders(site.read('_headers').toString(), site.home, own.has('_headers')).forEach((reason) => {
      report('_headers', reason);
    });
  if (site.has('_redirects')) {
    for (const line of site.read('_redirects').toString().split('\n')) {
      const [from = '', to] = line.trim().split(/\s+/);
      if (from === '' || from.startsWith('#')) continue;
      // The publisher's own redirects are checked by `check`, and may lead to paths that only the host knows.
      if (own.has('_redirects') && !/^\S*\/briefs\/\S+ \S*\/briefs\/\S+ 301$/.test(line)) continue;
      const found = to === undefined ? { nothing: 'is not a valid address' } : site.find(to, site.home);
      if ('nothing' in found)
        report('_redirects', `sends ${from} to ${to ?? '(nothing)'}, which ${found.nothing}`);
    }
  }
  return faults;
}

/** Required headers with a pattern for safe values; half a year is the minimum for HSTS. */
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
 * Headers of all blocks; which addresses get them is only known by a server. The publisher's additions are not checked,
 * and cannot weaken anything: browsers enforce all policies they receive.
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
    // Form targets are checked with each page's own policy, and browsers enforce both.
    ...new Set(policies.flatMap((policy) => weaknessesOf(policy, isHost))),
    ...(policies.some((policy) => !directivesOf(policy).has('frame-ancestors'))
      ? ['has a policy without frame-ancestors']
      : []),
    // Only embeds may be framed.
    ...(policies.every((policy) => directivesOf(policy).get('frame-ancestors')?.[0] !== "'none'")
      ? ['lets every page be framed']
      : []),
  ];
}
