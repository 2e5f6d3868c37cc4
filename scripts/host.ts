import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { addressesOf } from '../src/brief/addresses.ts';
import { otherLanguagesOf } from '../src/brief/editions.ts';
import type { Publication } from '../src/brief/publication.ts';
import { postsTo } from '../src/site/feedback/endpoint.ts';
import { formatVercel, redirectsOf } from '../src/hosting/host-files.ts';
import { hostRules } from '../src/hosting/host-rules.ts';
import { formatNginx } from '../src/hosting/nginx.ts';
import { readPublisherRules } from '../src/hosting/publisher-rules.ts';
import { formatS3 } from '../src/hosting/s3.ts';
import { readAdded } from '../src/build/added-files.ts';
import { listedOf } from '../src/build/snapshot.ts';
import { loadSnapshot } from '../src/build/load.ts';
import { momentOfBuild } from '../src/build/build-moment.ts';
import { readSettings } from '../src/settings/settings.ts';
import { commandOf, startCommand, type Io } from './command.ts';

const usage = `Usage: npm run -s host -- nginx [options]
       npm run -s host -- s3 [options]
       npm run -s host -- vercel

Prints the configuration of a host: headers, content types, how long files are cached, and redirects, with what
public/_headers and public/_redirects add.

  nginx     a server block for nginx, for a file in /etc/nginx/conf.d/
  s3        shell commands that upload dist/ with the AWS CLI to S3 or a compatible store
  vercel    vercel.json, for the folder that you deploy

GitHub Pages needs no configuration. Cloudflare Pages and Netlify read dist/_headers and dist/_redirects.

Options:
  --root FOLDER    nginx: the folder on the server that holds the pages of /. If your address has a path, the site is in
                   a folder of that name inside it. Default: /var/www/HOST
  --bucket NAME    s3: the name of the bucket. Default: the host in your address
  --help           Print this text.

Exit code: 0 printed, 1 the settings have errors, 2 wrong usage.`;

const hosts = ['nginx', 's3', 'vercel'] as const;

interface Arguments {
  readonly help: boolean;
  readonly host: (typeof hosts)[number];
  readonly root: string;
  readonly bucket: string;
}

export const host = commandOf<Arguments>(async (io) => {
  const site = await readSettings(io.root);
  return { usage, read: (given) => readArguments(given, site), act: (options) => print(options, site, io) };
});

function readArguments(given: readonly string[], site: Publication): Arguments | string {
  const { hostname } = new URL(site.address);
  const { values, positionals } = parseArgs({
    args: [...given],
    allowPositionals: true,
    options: {
      root: { type: 'string', default: `/var/www/${hostname}` },
      bucket: { type: 'string', default: hostname },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const { help, root, bucket } = values;
  const host = hosts.find((name) => name === positionals[0]);
  if (!host && !help) return `Expected one host: ${hosts.join(', ')}.`;
  if (positionals.length > 1) return `Unexpected "${positionals.slice(1).join(' ')}".`;
  if (/["\\\n$;{}]/.test(root)) return `Unexpected character in the folder "${root}".`;
  // Amazon S3, "General purpose bucket naming rules".
  if (host === 's3' && !/^[a-z\d][a-z\d.-]{1,61}[a-z\d]$/.test(bucket))
    return `Unexpected bucket name "${bucket}", expected --bucket with 3 to 63 lower-case letters, digits, dots and hyphens.`;
  return { help, host: host ?? 'nginx', root: resolve(root), bucket };
}

async function print(
  { host, root, bucket }: Arguments,
  site: Publication,
  { root: project, environment, output, console }: Io,
): Promise<number> {
  const addresses = addressesOf(site);
  const now = momentOfBuild(environment, site.timeZone);
  const { briefs } = await loadSnapshot({ root: project, publication: site, now, audience: 'public' });
  const listed = listedOf(briefs);
  const rules = hostRules({
    addresses,
    languages: otherLanguagesOf(listed, site),
    postsTo: postsTo(site.feedback, site),
    searches: site.search ?? true,
  });
  const [headers, lines] = ['_headers', '_redirects'].map((name) => readAdded(project, name));
  const own = readPublisherRules(headers ?? '', lines ?? '');
  if (host === 's3') {
    output.write(formatS3({ bucket, base: addresses.base, rules }));
    if (headers || lines)
      console.error('Left out: public/_headers and public/_redirects. Add them to the rules of your CDN.');
    return 0;
  }
  for (const line of own.omitted) console.error(`Left out, since ${host} has no equivalent: public/${line}`);
  const redirects = [...redirectsOf(listed, addresses), ...own.redirects];
  output.write(
    host === 'vercel'
      ? formatVercel([...rules, ...own.rules], redirects)
      : formatNginx({
          host: new URL(site.address).hostname,
          base: addresses.base,
          root,
          rules,
          redirects,
          added: own.rules,
        }),
  );
  return 0;
}

if (import.meta.main) await startCommand('host', host);
