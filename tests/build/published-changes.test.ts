import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'; // prettier-ignore
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { check } from '../../scripts/check.ts';
import { openBaseline } from '../../src/build/open-baseline.ts';
import { addressesOf } from '../../src/brief/addresses.ts';
import type { Listing } from '../../src/brief/brief.ts';
import { indexData } from '../../src/metadata/brief-json.ts';
import { briefText } from '../check/brief-text.ts';
import { briefSample, publicationSample } from '../brief-sample.ts';
import { runCommand, type CommandRun } from '../scripts/run-command.ts';

const here = fileURLToPath(new URL('../..', import.meta.url));

const settings = `name: The Harbour Desk
description: News of the harbour.
address: https://harbour.test/
identity: { authority: harbour.test, year: 2025 }
lang: en
timeZone: Etc/UTC
topics: { ports: { name: Ports, description: The ports. } }
cards: false
`;

describe('npm run check -- --published', () => {
  const place = mkdtempSync(join(tmpdir(), 'fourfold-published-'));
  const root = join(place, 'häfen & co');
  const path = (file: string): string => join(root, 'briefs', file);
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(path(file)), { recursive: true });
    writeFileSync(path(file), text);
  };
  const git = (...given: readonly string[]): string =>
    execFileSync('git', ['-c', 'user.name=Ann', '-c', 'user.email=ann@news.example', ...given], {
      cwd: root,
      stdio: 'pipe',
      encoding: 'utf8',
    }).trim();
  const run = (...given: readonly string[]): Promise<CommandRun> =>
    runCommand(check, root, given, { environment: { BRIEFS_NOW: '2026-01-01' } });
  const text = (title: string, fields: Record<string, string> = {}): string =>
    briefText([`${title} was small.`, `${title} matters.`], { title, topics: '[ports]', ...fields });

  beforeAll(() => {
    mkdirSync(join(root, 'briefs'), { recursive: true });
    for (const part of ['src', 'scripts', 'node_modules', 'package-lock.json', 'package.json', 'public'])
      symlinkSync(join(here, part), join(root, part));
    write('_site.yaml', settings);
    write('a-strike.md', text('A strike in the ports'));
    write('2025/a-treaty.md', text('A treaty for the seas', { aliases: '[the-treaty]' }));
    write('a-plan.md', text('A plan for the docks', { status: 'draft' }));
    write('a-speech.md', text('A speech at noon', { date: '2027-01-01' }));
    git('init', '--quiet', '--initial-branch=main');
    git('add', 'briefs');
    git('commit', '--quiet', '--message', 'Publish');
    git('branch', 'published');
  });

  beforeEach(() => {
    git('checkout', '--quiet', '--force', 'main');
    git('clean', '--quiet', '--force', 'briefs');
  });

  afterAll(() => {
    rmSync(place, { recursive: true, force: true });
  });

  test('has nothing to say of edits, new briefs, moved files, drafts that go and embargoes that are put off', async () => {
    write('a-strike.md', text('A strike in the ports ends').replace('matters', 'still matters'));
    write('a-walkout.md', text('A walkout'));
    renameSync(path('2025/a-treaty.md'), path('a-treaty.md'));
    rmSync(path('a-plan.md'));
    write('a-speech.md', text('A speech at noon', { date: '2027-02-01' }));
    expect(await run('--published')).toMatchObject({ code: 0, errors: '' });
  });

  test('reports a published brief whose file is gone, with the command that brings it back', async () => {
    rmSync(path('a-strike.md'));
    const { code, out } = await run('--published');
    expect(code).toBe(1);
    expect(out).toMatch(/^briefs\/a-strike\.md:1:1 {2}error {2}brief-gone\n/);
    const [, command = ''] = /restore the file \(git (restore [^)]*)\)/.exec(out) ?? [];
    git(...command.split(' '));
    expect((await run('--published')).code).toBe(0);
  });

  test('reports a new name without the old one, and is content with the line that it says to add', async () => {
    renameSync(path('2025/a-treaty.md'), path('high-seas.md'));
    const { out } = await run('--published');
    // It has an alias already, which stays the first: it is the identity in feeds.
    expect(out).toMatch(/^briefs\/high-seas\.md:\d+:1 {2}error {2}brief-gone\n/);
    const [, line = ''] = /`(aliases: [^`]*)`/.exec(out) ?? [];
    expect(line).toBe('aliases: [the-treaty, a-treaty]');
    write('high-seas.md', text('A treaty for the seas').replace('---\n', `---\n${line}\n`));
    expect(await run('--published')).toMatchObject({ code: 0 });
  });

  test('warns of lists whose last brief goes, until a redirect takes their address', async () => {
    write('a-strike.md', text('A strike in the ports', { topics: '[docks]' }));
    write('2025/a-treaty.md', text('A treaty for the seas', { topics: '[docks]', aliases: '[the-treaty]' }));
    const { code, out } = await run('--published');
    expect(code).toBe(0);
    expect(out).toMatch(/^briefs\/2025\/a-treaty\.md:1:1 {2}warning {2}list-gone\n.*"\/topics\/ports\/"/m);
    expect(out).toContain('such as `/topics/ports/* /topics/ 301`');
    expect(out.match(/list-gone/g)).toHaveLength(1);
  });

  test('reports aliases in an order that would change the identity in feeds', async () => {
    write('2025/a-treaty.md', text('A treaty for the seas', { aliases: '[older-still, the-treaty]' }));
    const { code, out } = await run('--published');
    expect(code).toBe(1);
    expect(out).toContain('error  identity-changed');
    expect(out).toContain('write `aliases: [the-treaty, older-still]`');
  });

  test.each([
    ['a draft', { status: 'draft' }, 'remove the line `status: draft`'],
    ['embargoed until 2026-03-01', { date: '2026-03-01' }, 'give it a date that has passed'],
  ])('reports a published brief that is %s, at its line', async (what, fields, advice) => {
    write('a-strike.md', text('A strike in the ports', fields));
    const { code, out } = await run('--published');
    expect(code).toBe(1);
    expect(out).toMatch(/^briefs\/a-strike\.md:\d+:1 {2}error {2}brief-unpublished\n/);
    expect(out).toContain(what);
    expect(out).toContain(advice);
    // Without the comparison it is a draft like any other.
    expect((await run()).code).toBe(0);
  });

  describe('in the shipped workflows', () => {
    const stepOf = (workflow: string): string => {
      const read = parse(readFileSync(join(here, '.github/workflows', workflow), 'utf8')) as {
        jobs: Record<string, { steps: readonly { run?: string }[] }>;
      };
      const steps = Object.values(read.jobs).flatMap((job) => job.steps);
      return steps.find(({ run: script }) => script?.includes('check -- --published'))?.run ?? '';
    };
    /** Runs the step with a report that the command gave before. */
    const step = (workflow: string, { code, out }: CommandRun): { status: number | null; said: string } => {
      const script = `npm() { echo "[$*]" >&2; printf %s "$REPORT"; return ${code}; }\n${stepOf(workflow)}`;
      const { status, stdout, stderr } = spawnSync('bash', ['-e', '-c', script], {
        cwd: root,
        encoding: 'utf8',
        env: { ...process.env, REPORT: out },
      });
      rmSync(join(root, 'checked.txt'), { force: true });
      return { status, said: stdout + stderr };
    };
    const report = (): Promise<CommandRun> => run('--published', '--format', 'github');

    beforeAll(() => git('update-ref', 'refs/remotes/origin/published', 'published'));
    afterAll(() => git('update-ref', '-d', 'refs/remotes/origin/published'));

    test.each(['check.yml', 'publish.yml'])('a brief that is a draft again stops %s', async (workflow) => {
      expect(step(workflow, await report()).status).toBe(0);
      write('a-strike.md', text('A strike in the ports', { status: 'draft' }));
      const { status, said } = step(workflow, await report());
      expect(status).toBe(1);
      expect(said).toMatch(/^::error file=briefs\/a-strike\.md,.*title=brief-unpublished::/m);
    });

    test.each([
      [
        'gone',
        'brief-gone',
        (): void => {
          rmSync(path('a-strike.md'));
        },
      ],
      [
        'another in feeds',
        'identity-changed',
        (): void => {
          write('2025/a-treaty.md', text('A treaty for the seas', { aliases: '[older-still, the-treaty]' }));
        },
      ],
    ])('a brief that is %s stops the one that publishes', async (_, code, change) => {
      change();
      expect(step('publish.yml', await report())).toMatchObject({ status: 1, said: expect.stringContaining(`title=${code}::`) as string }); // prettier-ignore
    });

    test('other errors are left to the build, but not a comparison that failed', async () => {
      write('a-strike.md', text('A strike', { topics: '[title=brief-gone::]' }));
      const broken = await report();
      expect(broken.code).toBe(1);
      expect(step('publish.yml', broken).status).toBe(0);
      expect(step('publish.yml', { ...broken, code: 2 }).status).not.toBe(0);
    });

    test.each(['check.yml', 'publish.yml'])(
      'before the first deploy %s says that nothing is compared',
      (workflow) => {
        git('update-ref', '-d', 'refs/remotes/origin/published');
        const { status, said } = step(workflow, { code: 0, out: '', errors: '' });
        git('update-ref', 'refs/remotes/origin/published', 'published');
        expect(status).toBe(0);
        expect(said).toContain('::notice::Not compared with what is published');
        expect(said).not.toContain('--published');
      },
    );
  });

  test('lets a brief be withdrawn', async () => {
    const notice = { status: 'withdrawn', withdrawn: '{ date: 2025-12-01, reason: It was wrong. }' };
    write('a-strike.md', text('A strike in the ports', notice));
    expect((await run('--published')).code).toBe(0);
  });

  test.each([
    ['nosuch', 'any', /^There is no branch or tag "nosuch" in .* address /],
    [
      'nosuch',
      'sources',
      /^There is no branch or tag "nosuch" in [^.]*\. Name a branch, a tag or a folder of sources /,
    ],
    ['/nonexistent', 'any', /^There is no folder \/nonexistent\. .* address /],
    [
      '../nonexistent',
      'sources',
      /^There is no folder \.\.\/nonexistent\. Name a branch, a tag or a folder of sources /,
    ],
  ] as const)('that finds no %s where it takes %s names what it takes', async (against, takes, message) => {
    await expect(openBaseline(root, against, root, takes)).rejects.toThrow(message);
  });

  test('compares with a tag, a commit and a folder of sources', async () => {
    git('tag', 'v1');
    cpSync(join(root, 'briefs'), join(place, 'copy/briefs'), { recursive: true });
    rmSync(path('a-strike.md'));
    for (const what of ['v1', git('rev-parse', 'HEAD'), '../copy', '../copy/briefs']) {
      const { code, out } = await run('--against', what);
      expect([what, code, /briefs\/\S+/.exec(out)?.[0]]).toEqual([what, 1, 'briefs/a-strike.md:1:1']);
    }
    git('tag', '--delete', 'v1');
  });

  describe('with a built site', () => {
    const site = join(place, 'site');
    let server: Server;
    let address = '';

    beforeAll(async () => {
      const listing = (slug: string, title: string, firstSlug = slug): Listing => ({ ...briefSample(), slug, firstSlug, title }); // prettier-ignore
      const publication = publicationSample({ address: 'https://news.example/' });
      const many = Array.from({ length: 499 }, (_, at) => listing(`brief-${at}`, `Brief ${at}`));
      const listed = [listing('a-strike', 'A strike in the ports'), ...many, listing('a-treaty', 'A treaty for the seas', 'the-treaty')]; // prettier-ignore
      mkdirSync(join(site, 'briefs'), { recursive: true });
      for (const [at, page] of indexData(publication, addressesOf(publication), listed).entries())
        writeFileSync(join(site, `briefs/index${at === 0 ? '' : `-${at + 1}`}.json`), JSON.stringify(page));
      server = createServer((request, response) => {
        try {
          response.end(readFileSync(join(site, (request.url ?? '').replace(/^\/below/, ''))));
        } catch {
          response.writeHead(404).end('nothing here');
        }
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    });

    afterAll(() => {
      server.close();
    });

    test('in a folder or at an address, reads every page of the list', async () => {
      renameSync(path('2025/a-treaty.md'), path('high-seas.md'));
      for (const what of ['../site', `${address}/below`, `${address}/below/`]) {
        const { code, out } = await run('--against', what, '--format', 'json');
        const { problems } = JSON.parse(out) as { problems: { file: string; note: string }[] };
        expect([what, code, problems.length]).toEqual([what, 1, 500]);
        expect(problems.find(({ file }) => file === 'briefs/high-seas.md')?.note).toContain(
          '`aliases: [the-treaty, a-treaty]`',
        );
      }
    });

    test('that does not answer, or is none, checks nothing', async () => {
      for (const what of [`${address}/elsewhere/`, 'http://127.0.0.1:1/', '../nowhere', '../site/briefs']) {
        const { code, errors } = await run('--against', what);
        expect([what, code]).toEqual([what, 2]);
        expect(errors).toMatch(/^Not compared with what is published\. \S/m);
      }
    });
  });

  test('is not a pass without the branch, and names the one fetch that a shallow clone needs', async () => {
    git('checkout', '--quiet', '-B', 'main');
    git('commit', '--quiet', '--allow-empty', '--message', 'Go on');
    const clone = join(place, 'clone');
    execFileSync('git', ['clone', '--quiet', '--depth=1', `file://${encodeURI(root)}`, clone]);
    for (const part of ['src', 'node_modules', 'package-lock.json', 'package.json', 'public'])
      symlinkSync(join(here, part), join(clone, part));
    const there = (...given: readonly string[]): Promise<CommandRun> =>
      runCommand(check, clone, given, { environment: { BRIEFS_NOW: '2026-01-01' } });
    const { code, out, errors } = await there('--published');
    expect([code, out]).toEqual([2, '4 briefs checked: 0 errors, 0 warnings\n']);
    const [, command = ''] = /Fetch it: git (.*)$/m.exec(errors) ?? [];
    execFileSync('git', command.split(' '), { cwd: clone, stdio: 'pipe' });
    rmSync(join(clone, 'briefs/a-strike.md'));
    expect(await there('--published')).toMatchObject({ code: 1, out: expect.stringContaining('brief-gone') as string }); // prettier-ignore
    expect(await there('--against', 'v9')).toMatchObject({ code: 2, errors: expect.stringContaining('git fetch --depth=1 origin tag v9') as string }); // prettier-ignore
    expect((await there('--against=--upload-pack=x')).code).toBe(2);
  });

  test('is not a pass outside a repository', async () => {
    const bare = join(place, 'bare');
    cpSync(join(root, 'briefs'), join(bare, 'briefs'), { recursive: true });
    for (const part of ['src', 'node_modules', 'package-lock.json', 'package.json', 'public'])
      symlinkSync(join(here, part), join(bare, part));
    const { code, errors } = await runCommand(check, bare, ['--published']);
    expect(code).toBe(2);
    expect(errors).toContain('is not in a Git repository');
  });
});
