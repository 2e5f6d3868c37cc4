import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { addressesOf } from '../../src/brief/addresses.ts';
import { hostRules } from '../../src/hosting/host-rules.ts';
import { formatNginx } from '../../src/hosting/nginx.ts';
import { hasNginx, isInstalled, startNginx, type Nginx } from './nginx-server.ts';
import { readFolder, runScript, scriptCommand, userEnvironment } from './project.ts';

const host = 'fourfold.example';
const slug = 'deepseek-r1-training-cost';

describe.skipIf(!hasNginx || !(process.env['CI'] !== undefined || isInstalled('rsync', '--version')))(
  'npm run deploy',
  () => {
    const shipped = inject('shippedSite').root;
    const place = mkdtempSync(join(tmpdir(), 'fourfold-deployed-'));
    const root = join(place, 'project');
    const target = join(place, 'server/site');
    const dist = join(root, 'dist');
    let nginx: Nginx;

    beforeAll(async () => {
      mkdirSync(root);
      for (const part of ['src', 'scripts', 'package.json'])
        cpSync(join(shipped, part), join(root, part), { recursive: true });
      symlinkSync(join(shipped, 'node_modules'), join(root, 'node_modules'));
      cpSync(join(shipped, 'dist'), dist, { recursive: true });
      const addresses = addressesOf({ address: `https://${host}/`, lang: 'en' });
      const rules = hostRules({ addresses, languages: ['es'], postsTo: undefined, searches: true });
      nginx = await startNginx([formatNginx({ host, base: '/', root: target, rules, redirects: [] })]);
    });

    afterAll(async () => {
      await nginx.stop();
      rmSync(place, { recursive: true, force: true });
    });

    const deploy = (...options: string[]) => runScript(root, 'deploy', {}, ['../server/site', ...options]);

    /** Gives the brief's card a new address, as if redrawn. */
    function redraw(mark: string): { before: string; after: string } {
      const before =
        readdirSync(join(dist, 'cards')).find((file) => new RegExp(`^${slug}-\\w{12}\\.png$`).test(file)) ??
        '';
      const after = `${slug}-${mark.repeat(12)}.png`;
      renameSync(join(dist, 'cards', before), join(dist, 'cards', after));
      for (const [file, bytes] of readFolder(dist)) {
        if (!bytes.includes(before) || /\.(?:png|pf_\w+)$/.test(file)) continue;
        rmSync(join(dist, file));
        writeFileSync(join(dist, file), bytes.toString().replaceAll(before, after));
      }
      return { before, after };
    }

    test('puts the whole site there, and leaves what is not its own alone', async () => {
      mkdirSync(target, { recursive: true });
      writeFileSync(join(target, 'keys.txt'), 'of somebody else');
      const { code, output } = await deploy();
      expect([code, output]).toEqual([0, expect.stringMatching(/Deployed \d+ files to /)]);
      const there = readFolder(target);
      for (const [file, bytes] of readFolder(dist)) expect(there.get(file)?.equals(bytes), file).toBe(true);
      expect(there.get('keys.txt')?.toString()).toBe('of somebody else');
      expect((await nginx.ask(host, '/.fourfold-deploy.json')).status).toBe(404);
    });

    test('changes nothing, not even a time, where nothing has changed', async () => {
      const times = () =>
        execFileSync('find', [target, '-name', '*.html', '-printf', '%p %T@\n'], { encoding: 'utf8' });
      const before = times();
      expect((await deploy()).code).toBe(0);
      expect(times()).toBe(before);
    });

    test('at no moment shows a reader a page whose card, style or font is missing', async () => {
      const missing: string[] = [];
      const seen = new Set<string>();
      let reads = 0;
      let isDeploying = true;
      const read = async (): Promise<void> => {
        while (isDeploying) {
          for (const path of ['/', `/briefs/${slug}/`]) {
            const page = await nginx.ask(host, path);
            const html = page.body.toString();
            if (page.status !== 200 || !html.endsWith('</html>'))
              missing.push(`${path} ${String(page.status)}`);
            const loads = html.matchAll(/(?:https:\/\/fourfold\.example)?(\/(?:cards|_astro)\/[^"]+)"/g);
            for (const [, file = ''] of loads) {
              seen.add(file);
              const { status } = await nginx.ask(host, file);
              if (status !== 200) missing.push(`${path} ${file} ${String(status)}`);
            }
            reads += 1;
          }
        }
      };
      const reader = read();
      for (const mark of ['1', '2', '3']) {
        redraw(mark);
        expect((await deploy()).code).toBe(0);
      }
      isDeploying = false;
      await reader;
      expect(missing).toEqual([]);
      expect(reads).toBeGreaterThan(10);
      expect([...seen].filter((file) => /-([123])\1{11}\.png$/.test(file)).length).toBeGreaterThanOrEqual(2);
    });

    test('keeps a card that was shared for a week, and removes a missing page immediately', async () => {
      const { before } = redraw('4');
      rmSync(join(dist, 'about'), { recursive: true });
      expect((await deploy('--dry-run')).output).toContain('Would remove about/index.html');
      expect(existsSync(join(target, 'about'))).toBe(true);
      expect((await deploy()).output).toMatch(/4 files that pages no longer use will stay for up to 7 days/);
      expect(existsSync(join(target, 'about'))).toBe(false);
      expect(existsSync(join(target, 'cards', before))).toBe(true);
      const record = join(target, '.fourfold-deploy.json');
      const text = readFileSync(record, 'utf8');
      writeFileSync(record, text.replaceAll(/"20\d\d-[^"]*"/g, '"2020-01-01T00:00:00Z"'));
      expect((await deploy()).code).toBe(0);
      expect(existsSync(join(target, 'cards', before))).toBe(false);
      expect(readFileSync(join(target, 'keys.txt'), 'utf8')).toBe('of somebody else');
    });

    test('goes on where another was broken off', async () => {
      const { after } = redraw('5');
      rmSync(join(target, 'briefs'), { recursive: true });
      expect((await deploy()).code).toBe(0);
      expect(existsSync(join(target, 'cards', after))).toBe(true);
      expect((await nginx.ask(host, `/briefs/${slug}/`)).status).toBe(200);
    });

    test('waits for a build that is running, and sends what that one made', async () => {
      const lock = `
        const { lockBuild } = await import(${JSON.stringify(join(root, 'src/store/build-lock.ts'))});
        await lockBuild(process.cwd(), () => undefined);
        process.stdin.on('end', () => process.exit()).resume();
        console.log('locked');
      `;
      const build = spawn(join(root, 'node_modules/.bin/node'), ['--input-type=module', '--eval', lock], { cwd: root }); // prettier-ignore
      await once(build.stdout, 'data');
      const { node, words, environment } = scriptCommand(root, 'deploy');
      const deploying = spawn(node, [...words, '../server/site'], {
        cwd: root,
        env: userEnvironment(environment),
      });
      const [said] = (await once(deploying.stderr, 'data')) as [Buffer];
      expect(said.toString()).toBe(
        'A build or deploy of this project is running. Waiting for it to finish.\n',
      );
      const { after } = redraw('6');
      build.stdin.end();
      deploying.stdout.resume();
      const [code] = (await once(deploying, 'close')) as [number];
      expect(code).toBe(0);
      expect(existsSync(join(target, 'cards', after))).toBe(true);
      expect(readFileSync(join(target, 'briefs', slug, 'index.html'), 'utf8')).toContain(after);
    });

    test.each([
      ['no target', [], 'Expected a target'],
      ['two targets', ['../server/site', 'another'], 'expected one target'],
      ['dist/ itself', ['dist'], 'which is inside dist/'],
      ['a folder in it', ['dist/site'], 'which is inside dist/'],
      ['the project', ['.'], 'which contains dist/'],
      ['the whole machine', ['/'], 'which contains dist/'],
      ['a file', ['package.json'], 'which is a file'],
      ['a server without a folder', ['news@example.org:/'], 'expected a folder of the server'],
      ['days that are none', ['../server/site', '--keep-days', 'soon'], 'expected a number of days'],
    ])('ends with 2 for %s', async (_, given, said) => {
      const { code, output } = await runScript(root, 'deploy', {}, given);
      expect(code).toBe(2);
      expect(output).toContain(said);
    });

    test('says what rsync says when it fails', async () => {
      writeFileSync(join(place, 'file'), '');
      const { code, output } = await runScript(root, 'deploy', {}, ['../file/site']);
      expect(code).toBe(1);
      expect(output).toContain('rsync failed');
    });
  },
);
