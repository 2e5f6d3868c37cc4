import { execFileSync } from 'node:child_process';

/** Where a publication may be hosted, by the name that `--host` takes. */
export const hosts = {
  'github-pages': 'GitHub Pages',
  cloudflare: 'Cloudflare Pages',
  netlify: 'Netlify',
  vercel: 'Vercel',
  s3: 'S3 and a CDN',
  server: 'A server of your own (nginx, rsync)',
  other: 'Another one, or not decided yet',
} as const;

export type Host = keyof typeof hosts;

/** The companies that a privacy page can name. */
export const companies: Readonly<Partial<Record<Host, string>>> = {
  'github-pages': 'GitHub Pages',
  cloudflare: 'Cloudflare Pages',
  netlify: 'Netlify',
  vercel: 'Vercel',
};

/** What to do after setup. */
export const stepsOf: Readonly<Record<Host, string>> = {
  'github-pages':
    'Settings → Pages → Source: GitHub Actions, then push: .github/workflows/publish.yml does the rest',
  cloudflare: 'Cloudflare Pages: build command `npm run build`, output directory `dist`',
  netlify: 'Netlify: build command `npm run build`, publish directory `dist`',
  vercel: 'npm run build && npm run -s host -- vercel > dist/vercel.json && npx vercel deploy dist --prod',
  s3: 'npm run build && npm run -s host -- s3 --bucket <name> | sh',
  server:
    'npm run -s host -- nginx prints the server, npm run deploy -- user@server:/var/www/… puts the site there',
  other: 'npm run build                   makes dist/, which any host serves',
};

/** Where the address or the privacy page says that the site is. */
export function hostOf(address: string, privacyPage: string): Host {
  const name = URL.parse(address)?.hostname ?? '';
  const known = [
    ['github-pages', /\.github\.io$/],
    ['cloudflare', /\.pages\.dev$/],
    ['netlify', /\.netlify\.app$/],
    ['vercel', /\.vercel\.app$/],
  ] as const;
  return (
    known.find(([, pattern]) => pattern.test(name))?.[0] ??
    known.find(([host]) => privacyPage.includes(companies[host] ?? ''))?.[0] ??
    'other'
  );
}

/** The address of GitHub Pages for the project in a folder; undefined if it is not on GitHub. */
export function addressOnGitHub(root: string): string | undefined {
  try {
    const remote = execFileSync('git', ['remote', 'get-url', 'origin'], {
      cwd: root,
      encoding: 'utf8',
      stdio: 'pipe',
    });
    return addressOfRemote(remote);
  } catch {
    return undefined;
  }
}

/** `owner.github.io` is served at the root, and every other repository in a folder of its name. */
export function addressOfRemote(remote: string): string | undefined {
  const [, owner, name] =
    /github\.com(?::\d+)?[:/]\/?([^/\s]+)\/([^/\s]+?)(?:\.git)?\/?\s*$/i.exec(remote) ?? [];
  if (owner === undefined || name === undefined) return undefined;
  const home = `${owner.toLowerCase()}.github.io`;
  return name.toLowerCase() === home ? `https://${home}/` : `https://${home}/${name}/`;
}

/** Whether an address or mail address is only an example (RFC 2606). */
export function isExample(address: string): boolean {
  return /^(?:[a-z]+:\/\/|[^/]*@)?(?:[\w-]+\.)*example(?:[:/]|$)/i.test(address);
}

/** The address to offer for a host, while the present one is an example. */
export function addressToOffer(host: Host, address: string, onGitHub: string | undefined): string {
  if (!isExample(address) || host === 'other') return address;
  return (host === 'github-pages' ? onGitHub : undefined) ?? '';
}
