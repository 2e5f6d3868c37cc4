import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { scriptCommand, userEnvironment } from '../site/project.ts';

const here = fileURLToPath(new URL('../..', import.meta.url));

describe('npm run check', { timeout: 30_000 }, () => {
  let root = '';
  const broken = 'briefs/high-seas-treaty.md';
  const read = (file: string): string => readFileSync(join(root, file), 'utf8');
  const run = (options: readonly string[], { folder = '', now = '2026-11-01' } = {}) => {
    const { node, words, environment } = scriptCommand(root, 'check', join(root, folder));
    const { status, stdout, stderr } = spawnSync(node, [...words, ...options], {
      cwd: root,
      env: userEnvironment({ ...environment, BRIEFS_NOW: now }),
      encoding: 'utf8',
    });
    return { status, stdout, stderr };
  };
  const check = (...options: string[]) => run(options);

  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'fourfold-check-'));
    for (const part of ['src', 'scripts', 'node_modules', 'package-lock.json'])
      symlinkSync(join(here, part), join(root, part));
    cpSync(join(here, 'package.json'), join(root, 'package.json'));
    cpSync(join(here, 'briefs'), join(root, 'briefs'), { recursive: true });
  });

  afterAll(() => {
    rmSync(root, { recursive: true, force: true });
  });

  test('finds nothing to say of the shipped briefs', () => {
    const { status, stdout } = check();
    expect(stdout).toMatch(/^\d+ briefs checked: 0 errors, 0 warnings\n$/);
    expect(status).toBe(0);
  });

  test('reports every problem with its place, and exits with 1', () => {
    const good = read(broken);
    writeFileSync(
      join(root, broken),
      good.replace("## What's Next?", "## What's next ").replace('\nai: ', '\nsumary: x\nai: '),
    );
    const { status, stdout } = check();
    expect(status).toBe(1);
    expect(stdout).toMatch(/high-seas-treaty\.md:\d+:1 {2}error {2}field-unknown/);
    expect(stdout).toMatch(/high-seas-treaty\.md:\d+:1 {2}error {2}section-heading/);
    expect(stdout).not.toMatch(/\u001b/);
  });

  test.each(['json', 'sarif', 'github'])('prints the report as %s, and nothing else', (format) => {
    const { status, stdout } = check('--format', format);
    expect(status).toBe(1);
    if (format === 'github')
      expect(
        stdout
          .trim()
          .split('\n')
          .every((line) => line.startsWith('::')),
      ).toBe(true);
    else expect(JSON.parse(stdout)).toBeTypeOf('object');
  });

  test('reports only on the files that are named', () => {
    expect(check('briefs/deepseek-r1-training-cost.md')).toMatchObject({ status: 0 });
    expect(check(broken)).toMatchObject({ status: 1 });
  });

  test('checks the briefs of a folder that is named, from wherever the writer stands', () => {
    mkdirSync(join(root, 'briefs/sub'));
    cpSync(join(root, 'briefs/deepseek-r1-training-cost.md'), join(root, 'briefs/sub/the-only-one.md'));
    expect(check('briefs/sub')).toMatchObject({ stdout: '1 brief checked: 0 errors, 0 warnings\n' });
    const one = { status: 0, stdout: '1 brief checked: 0 errors, 0 warnings\n' };
    expect(run(['the-only-one.md'], { folder: 'briefs/sub' })).toMatchObject(one);
    expect(run(['.'], { folder: 'briefs/sub' })).toMatchObject(one);
    expect(check('briefs').stdout).toContain(`${broken}:`);
    expect(check('.').stdout).toContain(`${broken}:`);
    rmSync(join(root, 'briefs/sub'), { recursive: true });
  });

  test.each(['briefs/pictures', 'briefs/_pages', 'briefs/_pages/about.mdx', 'briefs/pictures/notes.txt'])(
    'says of %s that it is no brief, exits with 2, and mends nothing there',
    (path) => {
      mkdirSync(join(root, 'briefs/pictures'), { recursive: true });
      writeFileSync(join(root, 'briefs/pictures/notes.txt'), 'Notes \n');
      const about = read('briefs/_pages/about.mdx');
      const { status, stdout, stderr } = check('--fix', path);
      expect(status).toBe(2);
      expect(stdout).toBe('');
      expect(stderr).toContain(
        `Unexpected path "${path}": there is no brief. A brief is a file below briefs/`,
      );
      expect(read('briefs/pictures/notes.txt')).toBe('Notes \n');
      expect(read('briefs/_pages/about.mdx')).toBe(about);
    },
  );

  test('follows no link when it mends', () => {
    writeFileSync(join(root, 'elsewhere.md'), '# Notes \n');
    symlinkSync('../elsewhere.md', join(root, 'briefs/linked.md'));
    expect(check('--fix', 'briefs/linked.md').stdout).toContain('file-link');
    expect(read('elsewhere.md')).toBe('# Notes \n');
    rmSync(join(root, 'briefs/linked.md'));
  });

  test('says what is wrong with the moment that it is given', () => {
    const { status, stderr } = run([], { now: 'garbage' });
    expect(status).toBe(2);
    expect(stderr).toMatch(/^BRIEFS_NOW is "garbage", expected ISO 8601/);
    expect(stderr).not.toContain('    at ');
  });

  test('says of a new brief at once that its topic is nearly another one', () => {
    const { stdout } = spawnSync('npm', ['run', '--silent', 'new', '--', 'A new one', '--topic', 'climte'], {
      cwd: root,
      env: userEnvironment(),
      encoding: 'utf8',
    });
    expect(stdout).toBe('briefs/a-new-one.md\n');
    const report = check('briefs/a-new-one.md').stdout;
    expect(report).toContain('error  placeholder');
    expect(report).toContain('Unexpected topic "climte", which is nearly "climate"');
    rmSync(join(root, 'briefs/a-new-one.md'));
  });

  test('shows what it would mend as a diff, and writes nothing', () => {
    const before = read(broken);
    const { stdout } = check('--fix', '--dry-run', broken);
    expect(stdout).toContain("-## What's next \n+## What's Next?");
    expect(read(broken)).toBe(before);
  });

  test('mends what is certain, keeps every other byte, and reports what is left', () => {
    const expected = read(broken).replace("## What's next ", "## What's Next?");
    const { status, stdout } = check('--fix');
    expect(read(broken)).toBe(expected);
    expect(stdout).toContain(`${broken}  mended  section-heading`);
    expect(stdout).toContain('field-unknown');
    expect(stdout).not.toContain('section-heading\n  Unexpected');
    expect(status).toBe(1);
    writeFileSync(join(root, broken), expected.replace('sumary: x\n', ''));
  });

  test('counts warnings as errors when it is strict', () => {
    const brief = 'briefs/who-pandemic-agreement.md';
    const good = read(brief);
    writeFileSync(join(root, brief), good.replace(/^title: .*$/m, `title: ${'A long title '.repeat(10)}`));
    expect(check(brief)).toMatchObject({ status: 0 });
    expect(check(brief, '--strict')).toMatchObject({ status: 1 });
    writeFileSync(join(root, brief), good);
  });

  test.each([['--formt', 'x'], ['--format', 'xml'], ['--dry-run'], ['briefs/none.md'], ['README.md']])(
    'takes %s for wrong usage, exits with 2 and says how it is used',
    (...options) => {
      const { status, stderr } = check(...options);
      expect(status).toBe(2);
      expect(stderr).toContain('Usage: npm run check');
    },
  );

  const startWatching = (...options: string[]) => {
    const child = spawn('npm', ['run', '--silent', 'check', '--', '--watch', ...options], {
      cwd: root,
      env: userEnvironment(),
      detached: true,
    });
    const said = { output: '', errors: '' };
    child.stdout.on('data', (chunk: Buffer) => (said.output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (said.errors += chunk.toString()));
    return {
      said,
      stop: async () => {
        if (child.pid !== undefined) process.kill(-child.pid);
        await once(child, 'exit');
      },
    };
  };

  test('mends after each change when it watches, and has nothing but reports on its output', async () => {
    const { said, stop } = startWatching('--fix', '--format', 'json');
    await expect.poll(() => said.errors, { timeout: 15_000 }).toContain('Watching for changes.');
    const good = read(broken);
    writeFileSync(join(root, broken), good.replace("## What's Next?", "## What's next"));
    await expect.poll(() => read(broken), { timeout: 15_000 }).toBe(good);
    await expect.poll(() => said.errors, { timeout: 15_000 }).toMatch(/mended[^]*Watching for changes\.\n$/);
    await stop();
    expect(said.output).toMatch(/^\{/);
    const reports = said.output.split(/(?<=^\}\n)/m);
    expect(reports.length).toBeGreaterThan(1);
    for (const report of reports) expect(JSON.parse(report)).toHaveProperty('problems');
  });

  test('says that there is no folder to watch', () => {
    renameSync(join(root, 'briefs'), join(root, 'away'));
    expect(check('--watch')).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(/^There is no folder briefs\/ to watch\..*\n$/) as unknown,
    });
    renameSync(join(root, 'away'), join(root, 'briefs'));
  });

  test('goes on and reports again after each change when it watches', async () => {
    const { said, stop } = startWatching();
    await expect.poll(() => said.output, { timeout: 15_000 }).toMatch(/0 errors[^]*Watching/);
    mkdirSync(join(root, 'briefs/folder'));
    writeFileSync(join(root, 'briefs/folder/a-new-one.md'), 'No brief at all.\n');
    await expect
      .poll(() => said.output, { timeout: 15_000 })
      .toMatch(/a-new-one\.md:1:1 {2}error {2}front-matter-missing/);
    await stop();
  });
});
