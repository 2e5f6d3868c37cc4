import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { addressesOf } from '../src/brief/addresses.ts';
import { postsTo } from '../src/feedback/endpoint.ts';
import { formatVercel, redirectsOf } from '../src/meta/host-files.ts';
import { hostRules } from '../src/meta/host-rules.ts';
import { formatNginx } from '../src/meta/nginx.ts';
import { listedOf } from '../src/press/edition.ts';
import { loadEdition } from '../src/press/load.ts';
import { momentOfBuild } from '../src/press/now.ts';
import { runCommand } from './command.ts';
import { site } from './settings.ts';

const usage = `Usage: npm run -s host -- nginx [--root <folder>]
       npm run -s host -- vercel

Prints how a host is to serve the site: headers, content types, how long files are kept, and where old addresses lead.

  nginx    a server for nginx, for a file in /etc/nginx/conf.d/
  vercel   vercel.json, for the folder that is deployed

  --root <folder>   on the server, where the address / of the host begins (/var/www/<host>); a site that lives below
                    another address lies in a folder of that name there

Cloudflare Pages and Netlify find the same in dist/_headers and dist/_redirects.

Exit code: 0 printed, 2 wrong usage.`;

const hosts = ['nginx', 'vercel'] as const;

interface Arguments {
  readonly help: boolean;
  readonly host: (typeof hosts)[number];
  readonly root: string;
}

const { hostname } = new URL(site.address);

await runCommand(usage, readArguments, print);

function readArguments(): Arguments | string {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      root: { type: 'string', default: `/var/www/${hostname}` },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const { help, root } = values;
  const host = hosts.find((name) => name === positionals[0]);
  if (!host && !help) return `Expected one host: ${hosts.join(' or ')}.`;
  if (positionals.length > 1) return `Unexpected "${positionals.slice(1).join(' ')}".`;
  if (/["\\\n$;{}]/.test(root)) return `Unexpected sign in the folder "${root}".`;
  return { help, host: host ?? 'nginx', root: resolve(root) };
}

async function print({ host, root }: Arguments): Promise<number> {
  const addresses = addressesOf(site);
  const rules = hostRules({
    addresses,
    postsTo: postsTo(site.feedback, site),
    searches: site.search ?? true,
  });
  const now = momentOfBuild(process.env, site.timeZone);
  const edition = await loadEdition({ root: process.cwd(), publication: site, now, audience: 'public' });
  const redirects = redirectsOf(listedOf(edition.briefs), addresses);
  process.stdout.write(
    host === 'vercel'
      ? formatVercel(rules, redirects)
      : formatNginx({ host: hostname, base: addresses.base, root, rules, redirects }),
  );
  return 0;
}
