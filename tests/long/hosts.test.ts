import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copyProject, runScript, userEnvironment } from '../site/project.ts';
import { changeSettings } from '../settings-file.ts';

/** The programs with which hosts read our configuration, in a separate folder. */
const tools = [
  'wrangler@4.86.0',
  '@netlify/headers-parser@9.0.3',
  '@netlify/redirect-parser@15.0.4',
  '@vercel/routing-utils@6.6.0',
];

interface Route {
  readonly src?: string;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An address, the end of its policy, its cache control and its content type. */
const addresses = [
  ['/', "frame-ancestors 'none'", undefined, undefined],
  ['/about/', "frame-ancestors 'none'", undefined, undefined],
  ['/topics/ai/', "frame-ancestors 'none'", undefined, undefined],
  ['/page/2/', "frame-ancestors 'none'", undefined, undefined],
  ['/briefs/high-seas-treaty/', "frame-ancestors 'none'", undefined, undefined],
  ['/briefs/deepseek-r1-training-cost/embed/', 'frame-ancestors *', undefined, undefined],
  ['/rss.xml', undefined, undefined, 'application/rss+xml; charset=utf-8'],
  ['/topics/ai/rss.xml', undefined, undefined, 'application/rss+xml; charset=utf-8'],
  ['/feed.json', undefined, undefined, 'application/feed+json; charset=utf-8'],
  ['a card', undefined, 'public, max-age=31536000, immutable', undefined],
  ['a part of the search index', undefined, 'public, max-age=31536000, immutable', undefined],
] as const;

describe('what is written for hosts, read by their own programs', { timeout: 120_000 }, () => {
  const place = mkdtempSync(join(tmpdir(), 'fourfold-hosts-'));
  const root = copyProject({ briefs: true });
  const dist = join(root, 'dist');

  beforeAll(async () => {
    const brief = join(root, 'briefs/high-seas-treaty.md');
    writeFileSync(
      brief,
      readFileSync(brief, 'utf8').replace('\nlang: en', '\nlang: en\naliases: [old-name]'),
    );
    changeSettings(root, { pageSize: 4 });
    expect(await runScript(root, 'build')).toMatchObject({ code: 0 });
    writeFileSync(join(place, 'package.json'), '{ "private": true }');
    execFileSync('npm', ['install', '--silent', '--no-audit', '--no-fund', '--ignore-scripts', ...tools], { cwd: place }); // prettier-ignore
  }, 300_000);

  afterAll(() => {
    for (const folder of [root, place]) rmSync(folder, { recursive: true, force: true });
  });

  /** The address itself, or that of a file of its kind. */
  const realOf = (address: string): string => {
    const firstIn = (folder: string): string => `/${folder}/${readdirSync(join(dist, folder))[0] ?? ''}`;
    if (address === 'a card') return firstIn('cards');
    return address.startsWith('/') ? address : firstIn('pagefind/en-2024/fragment');
  };
  /** The output of a script in the folder of the tools, as data. */
  const evaluate = (script: string, ...given: readonly string[]): unknown =>
    JSON.parse(
      execFileSync(process.execPath, ['--input-type=module', '-e', script, ...given], {
        cwd: place,
        encoding: 'utf8',
      }),
    );

  describe('Cloudflare Pages', () => {
    const port = 20_000 + (process.pid % 20_000);
    let server: ChildProcess;
    let said = '';

    beforeAll(async () => {
      const given = ['pages', 'dev', dist, '--ip', '127.0.0.1', '--port', String(port)];
      server = spawn(process.execPath, ['node_modules/wrangler/bin/wrangler.js', ...given, '--compatibility-date', '2026-01-01'], {
        cwd: place,
        env: userEnvironment({ CI: 'true', WRANGLER_SEND_METRICS: 'false' }),
      }); // prettier-ignore
      for (const stream of [server.stdout, server.stderr]) stream?.on('data', (text: Buffer) => (said += text.toString())); // prettier-ignore
      while (!said.includes('Ready on')) await setTimeout(100);
    });

    afterAll(async () => {
      server.kill();
      await once(server, 'exit');
    });

    const ask = async (path: string): Promise<{ status: number; headers: Record<string, unknown> }> => {
      const sent = request({ host: '127.0.0.1', port, path, method: 'HEAD' });
      sent.end();
      const [answer] = (await once(sent, 'response')) as [IncomingMessage];
      answer.resume();
      return { status: answer.statusCode ?? 0, headers: answer.headers };
    };

    test('accepts every rule', () => {
      const rules = readFileSync(join(dist, '_headers'), 'utf8').match(/^\//gm) ?? [];
      expect(said).toContain(`Parsed ${rules.length} valid header rules`);
      expect(said).not.toContain('invalid');
    });

    test.each(addresses)('serves %s as it is meant to be', async (address, policy, cacheControl, type) => {
      const { status, headers } = await ask(realOf(address));
      expect(status).toBe(200);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'cache-control': cacheControl ?? 'public, max-age=0, must-revalidate',
        ...(type === undefined ? {} : { 'content-type': type }),
      });
      const sent = headers['content-security-policy'] ?? '';
      expect(sent).toEqual(policy === undefined ? '' : expect.stringMatching(`; ${RegExp.escape(policy)}$`));
    });

    test('leads from the old address of a brief, and has a page for what is not there', async () => {
      expect(await ask('/briefs/old-name/')).toMatchObject({
        status: 301,
        headers: { location: '/briefs/high-seas-treaty/' },
      });
      expect(await ask('/nothing/')).toMatchObject({
        status: 404,
        headers: { 'content-type': 'text/html; charset=utf-8' },
      });
    });
  });

  test('Netlify accepts every rule, and redirects the former address of a brief', () => {
    const script = `
      import { parseAllHeaders } from '@netlify/headers-parser';
      import { parseAllRedirects } from '@netlify/redirect-parser';
      const [, dist] = process.argv;
      const { headers, errors } = await parseAllHeaders({ headersFiles: [dist + '/_headers'], configHeaders: [], minimal: true });
      const said = await parseAllRedirects({ redirectsFiles: [dist + '/_redirects'], configRedirects: [], minimal: true });
      console.log(JSON.stringify({ rules: headers.length, errors: [...errors, ...said.errors].map(String), redirects: said.redirects }));`;
    const rules = readFileSync(join(dist, '_headers'), 'utf8').match(/^\//gm) ?? [];
    expect(evaluate(script, dist)).toMatchObject({
      rules: rules.length,
      errors: [],
      redirects: [{ from: '/briefs/old-name/', to: '/briefs/high-seas-treaty/', status: 301 }],
    });
  });

  test('Vercel routes every address to the headers that it is meant to have', () => {
    const script = `
      import { getTransformedRoutes } from '@vercel/routing-utils';
      const { error, routes } = getTransformedRoutes(JSON.parse(process.argv[1]));
      console.log(JSON.stringify({ error, routes }));`;
    const printed = execFileSync('npm', ['run', '-s', 'host', '--', 'vercel'], {
      cwd: root,
      env: userEnvironment(),
      encoding: 'utf8',
    });
    const { error, routes } = evaluate(script, printed) as { error: unknown; routes: readonly Route[] };
    expect(error).toBeNull();
    const matching = (address: string): Route[] =>
      routes.filter(({ src }) => src !== undefined && new RegExp(src).test(realOf(address)));
    for (const [address, policy, cacheControl, type] of addresses) {
      const own = matching(address);
      const headers = Object.assign({}, ...own.map((route) => route.headers)) as Record<string, string>;
      expect(own.some(({ status }) => status !== undefined), `${address} stays`).toBe(false); // prettier-ignore
      expect(headers['X-Content-Type-Options'], address).toBe('nosniff');
      expect(headers['Cache-Control'], address).toBe(cacheControl);
      expect(headers['Content-Type'], address).toBe(type);
      expect(headers['Content-Security-Policy']?.split('; ').at(-1), address).toBe(policy);
    }
    expect(matching('/briefs/old-name/')).toContainEqual(
      expect.objectContaining({ status: 308, headers: { Location: '/briefs/high-seas-treaty/' } }),
    );
  });
});
