import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copyProject, readFolder, runScript, userEnvironment } from '../site/project.ts';

/** The AWS CLI, and an S3-compatible server. */
const areThere =
  spawnSync('aws', ['--version']).status === 0 && spawnSync('moto_server', ['--help']).status === 0;

describe.skipIf(!areThere)(
  'the site in a bucket, by the commands that are printed',
  { timeout: 120_000 },
  () => {
    const root = copyProject({ briefs: true });
    const folder = mkdtempSync(join(tmpdir(), 'fourfold-bucket-'));
    let store: ChildProcess;
    let environment: NodeJS.ProcessEnv;
    let commands = '';

    beforeAll(async () => {
      expect(await runScript(root, 'build')).toMatchObject({ code: 0 });
      const port = await freePort();
      store = spawn('moto_server', ['-p', String(port)], { stdio: 'ignore' });
      environment = userEnvironment({
        AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`,
        AWS_ACCESS_KEY_ID: 'x',
        AWS_SECRET_ACCESS_KEY: 'x',
        AWS_DEFAULT_REGION: 'us-east-1',
      });
      while (spawnSync('aws', ['s3', 'mb', 's3://news.example'], { env: environment }).status !== 0) await setTimeout(200); // prettier-ignore
      commands = execFileSync('npm', ['run', '-s', 'host', '--', 's3', '--bucket', 'news.example'], {
        cwd: root,
        env: userEnvironment(),
        encoding: 'utf8',
      });
      cpSync(join(root, 'dist'), join(folder, 'dist'), { recursive: true });
      upload();
    }, 120_000);

    afterAll(() => {
      store.kill();
      for (const made of [root, folder]) rmSync(made, { recursive: true, force: true });
    });

    const upload = (): void => {
      execFileSync('sh', { cwd: folder, env: environment, input: commands });
    };
    /** The files in the bucket, by path. */
    const download = (): Map<string, Buffer> => {
      const copy = mkdtempSync(join(tmpdir(), 'fourfold-bucket-'));
      execFileSync('aws', ['s3', 'cp', 's3://news.example', copy, '--recursive', '--quiet'], {
        env: environment,
      });
      const files = readFolder(copy);
      rmSync(copy, { recursive: true });
      return files;
    };
    const headersOf = (file: string): { ContentType: string; CacheControl: string } =>
      JSON.parse(
        execFileSync('aws', ['s3api', 'head-object', '--bucket', 'news.example', '--key', file], {
          env: environment,
          encoding: 'utf8',
        }),
      ) as { ContentType: string; CacheControl: string };

    test('is complete, except for files for other hosts', () => {
      const site = readFolder(join(folder, 'dist'));
      for (const file of ['_headers', '_redirects', '.nojekyll']) site.delete(file);
      const there = download();
      expect([...there.keys()]).toEqual([...site.keys()]);
      expect([...site].filter(([file, bytes]) => !there.get(file)?.equals(bytes))).toEqual([]);
    });

    test.each([
      ['index.html', 'text/html; charset=utf-8'],
      ['topics/ai/rss.xml', 'application/rss+xml; charset=utf-8'],
      ['atom.xml', 'application/atom+xml; charset=utf-8'],
      ['feed.json', 'application/feed+json; charset=utf-8'],
      ['briefs/high-seas-treaty.md', 'text/markdown; charset=utf-8'],
      ['sitemap-index.xml', 'application/xml'],
      ['site.webmanifest', 'application/manifest+json; charset=utf-8'],
    ])('has %s as %s, to be revalidated', (file, type) => {
      expect(headersOf(file)).toMatchObject({
        ContentType: type,
        CacheControl: 'public, max-age=0, must-revalidate',
      });
    });

    test('is cached for a year if its name has a digest', () => {
      const cards = [...readFolder(join(folder, 'dist/cards')).keys()];
      const immutable = 'public, max-age=31536000, immutable';
      expect(headersOf(`cards/${cards[0] ?? ''}`)).toMatchObject({ ContentType: 'image/png', CacheControl: immutable }); // prettier-ignore
    });

    test('has a changed page of the same length, lacks a removed one, and keeps its card', () => {
      const page = join(folder, 'dist/index.html');
      const text = readFileSync(page, 'utf8').replace('<title>F', '<title>f');
      writeFileSync(page, text);
      utimesSync(page, 0, 0);
      const cards = [...readFolder(join(folder, 'dist/cards')).keys()].filter((file) =>
        file.startsWith('egypt-'),
      );
      for (const file of ['briefs/egypt-malaria-free', ...cards.map((card) => `cards/${card}`)])
        rmSync(join(folder, 'dist', file), { recursive: true });
      upload();
      const there = download();
      expect(there.get('index.html')?.toString()).toBe(text);
      expect(there.has('briefs/egypt-malaria-free/index.html')).toBe(false);
      expect(cards.filter((card) => !there.has(`cards/${card}`))).toEqual([]);
    });
  },
);

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
