import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { userEnvironment } from '../site/project.ts';

const here = fileURLToPath(new URL('../..', import.meta.url));

describe('npm run check', { timeout: 30_000 }, () => {
  let root = '';
  const broken = 'briefs/high-seas-treaty.md';
  const read = (file: string): string => readFileSync(join(root, file), 'utf8');
  const check = (...options: string[]) => {
    const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', 'check', '--', ...options], {
      cwd: root,
      env: userEnvironment({ BRIEFS_NOW: '2026-11-01' }),
      encoding: 'utf8',
    });
    return { status, stdout, stderr };
  };

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

  test('goes on and reports again after each change when it watches', async () => {
    const child = spawn('npm', ['run', '--silent', 'check', '--', '--watch'], {
      cwd: root,
      env: userEnvironment(),
      detached: true,
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    await expect.poll(() => output, { timeout: 15_000 }).toMatch(/0 errors[^]*Watching/);
    mkdirSync(join(root, 'briefs/folder'));
    writeFileSync(join(root, 'briefs/folder/a-new-one.md'), 'No brief at all.\n');
    await expect
      .poll(() => output, { timeout: 15_000 })
      .toMatch(/a-new-one\.md:1:1 {2}error {2}front-matter-missing/);
    if (child.pid !== undefined) process.kill(-child.pid);
    await once(child, 'exit');
  });
});
