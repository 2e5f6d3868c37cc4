import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { check as checkCommand } from '../../scripts/check.ts';
import { checkSettings } from '../../src/settings/settings.ts';
import { newBrief } from '../../scripts/new.ts';
import { runScript, userEnvironment } from '../site/project.ts';
import { runCommand, type CommandRun } from './run-command.ts';
import { changeSettings } from '../settings-file.ts';

const here = fileURLToPath(new URL('../..', import.meta.url));

describe('npm run check', { timeout: 120_000 }, () => {
  let root = '';
  const broken = 'briefs/high-seas-treaty.md';
  const read = (file: string): string => readFileSync(join(root, file), 'utf8');
  const environment = { BRIEFS_NOW: '2026-11-01' };
  const check = (...options: string[]): Promise<CommandRun> =>
    runCommand(checkCommand, root, options, { environment });

  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'fourfold-check-'));
    for (const part of ['scripts', 'src', 'public', 'node_modules', 'package-lock.json'])
      symlinkSync(join(here, part), join(root, part));
    cpSync(join(here, 'package.json'), join(root, 'package.json'));
    cpSync(join(here, 'briefs'), join(root, 'briefs'), { recursive: true });
    // Eleven cards for every brief would take most of the time; two formats are enough.
    changeSettings(root, { cards: { newest: 1, formats: ['square'] } });
  });

  afterAll(() => {
    rmSync(root, { recursive: true, force: true });
  });

  test('finds nothing to say of the shipped briefs', async () => {
    const { code, out } = await check();
    expect(out).toMatch(/^\d+ briefs checked: 0 errors, 0 warnings\n$/);
    expect(code).toBe(0);
  });

  test('says what is wrong where BRIEFS_DIR names a folder with settings alone, which no build takes', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'fourfold-empty-'));
    cpSync(join(root, 'briefs/_site.yaml'), join(folder, '_site.yaml'));
    vi.stubEnv('BRIEFS_DIR', folder);
    const { code, errors } = await check();
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
    expect([code, errors]).toEqual([
      1,
      `There is no brief in ${folder}, which BRIEFS_DIR names. Name the folder that your briefs are in. For a site without briefs: npm run build -- --allow-empty\n`,
    ]);
  });

  test("removes locations from images, and mentions Git's history", async () => {
    const image = join(root, 'briefs/pictures/taken.jpg');
    const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#888' } })
      .withExif({ IFD0: { Artist: 'A. P.' }, IFD3: { GPSLatitude: '52/1 31/1 0/1', GPSLatitudeRef: 'N' } })
      .jpeg()
      .toBuffer();
    writeFileSync(image, bytes);
    expect((await check('--fix', '--dry-run')).out).toContain(
      'briefs/pictures/taken.jpg  would lose its location and nothing else',
    );
    expect(readFileSync(image)).toEqual(bytes);
    const { code, out } = await check('--fix');
    expect(out).toMatch(
      /briefs\/pictures\/taken\.jpg {2}fixed {2}image-location.*Git's history still contains it/,
    );
    expect(out).toContain('0 errors, 0 warnings');
    expect(code).toBe(0);
    expect(readFileSync(image).length).toBe(bytes.length);
    expect((await check('--fix')).out).not.toContain('taken.jpg');
    rmSync(image);
  });

  test('reports every problem with its place, and exits with 1', async () => {
    const good = read(broken);
    writeFileSync(
      join(root, broken),
      good.replace("## What's Next?", "## What's next ").replace('\nai: ', '\nsumary: x\nai: '),
    );
    const { code, out } = await check();
    expect(code).toBe(1);
    expect(out).toMatch(/high-seas-treaty\.md:\d+:1 {2}error {2}field-unknown/);
    expect(out).toMatch(/high-seas-treaty\.md:\d+:1 {2}error {2}section-heading/);
  });

  test('does the same as an npm script, without colours where there is no terminal', async () => {
    const { code, output } = await runScript(root, 'check', environment);
    expect(output).toBe((await check()).out);
    expect([code, output]).toEqual([1, expect.not.stringContaining('\u001b')]);
  });

  test.each(['json', 'sarif', 'github'])('prints the report as %s, and nothing else', async (format) => {
    const { code, out } = await check('--format', format);
    expect(code).toBe(1);
    if (format === 'github')
      expect(
        out
          .trim()
          .split('\n')
          .every((line) => line.startsWith('::')),
      ).toBe(true);
    else expect(JSON.parse(out)).toBeTypeOf('object');
  });

  test('checks the settings alone where these are named', async () => {
    const settings = 'briefs/_site.yaml';
    expect(await check(settings)).toMatchObject({
      code: 0,
      out: 'the settings checked: 0 errors, 0 warnings\n',
    });
    const before = changeSettings(root, { lang: 'tlh' });
    expect(await check(settings)).toMatchObject({
      code: 1,
      out: expect.stringMatching(/^briefs\/_site\.yaml:\d+:7 {2}error {2}field-language/) as unknown,
    });
    writeFileSync(join(root, settings), before);
  });

  test('writes the settings of an earlier version, which were code, where they are now', async () => {
    const settings = join(root, 'briefs/_site.yaml');
    const before = read('briefs/_site.yaml');
    const { publication } = checkSettings(root) as { readonly publication: object };
    const one = 'briefs/deepseek-r1-training-cost.md';
    rmSync(settings);
    rmSync(join(root, 'src'));
    mkdirSync(join(root, 'src'));
    writeFileSync(
      join(root, 'src/site.ts'),
      `// Ours.\nexport const site = ${JSON.stringify(publication)};\n`,
    );
    expect((await check()).out).toContain('run `npm run check -- --fix`');
    expect((await check(one, '--fix', '--dry-run')).out).toContain(
      'Would write briefs/_site.yaml from src/site.ts',
    );
    expect(existsSync(settings)).toBe(false);
    expect((await check(one, '--fix')).out).toMatch(/^Wrote briefs\/_site\.yaml.*comments are lost/);
    expect(checkSettings(root)).toEqual({ publication });
    rmSync(join(root, 'src'), { recursive: true });
    symlinkSync(join(here, 'src'), join(root, 'src'));
    writeFileSync(settings, before);
  });

  test('draws the cards, and reports their problems before a build does', async () => {
    const good = read('briefs/egypt-malaria-free.md');
    writeFileSync(join(root, 'briefs/egypt-malaria-free.md'), good.replace('title: ', 'title: 𐎜 '));
    const { code, out } = await check('briefs/egypt-malaria-free.md');
    writeFileSync(join(root, 'briefs/egypt-malaria-free.md'), good);
    expect(out).toContain(
      'briefs/egypt-malaria-free.md:2:8  error  card-text\n  Unexpected character U+1039C "𐎜"',
    );
    expect(code).toBe(1);
  });

  test('reports only on the files that are named', async () => {
    expect(await check('briefs/deepseek-r1-training-cost.md')).toMatchObject({ code: 0 });
    expect(await check(broken)).toMatchObject({ code: 1 });
  });

  test('checks the briefs of a given folder, from any working directory', async () => {
    mkdirSync(join(root, 'briefs/sub'));
    cpSync(join(root, 'briefs/deepseek-r1-training-cost.md'), join(root, 'briefs/sub/the-only-one.md'));
    expect(await check('briefs/sub')).toMatchObject({ out: '1 brief checked: 0 errors, 0 warnings\n' });
    const one = { code: 0, out: '1 brief checked: 0 errors, 0 warnings\n' };
    expect(
      await runCommand(checkCommand, root, ['the-only-one.md'], { folder: 'briefs/sub', environment }),
    ).toMatchObject(one);
    expect(await runCommand(checkCommand, root, ['.'], { folder: 'briefs/sub', environment })).toMatchObject(
      one,
    );
    expect((await check('briefs')).out).toContain(`${broken}:`);
    expect((await check('.')).out).toContain(`${broken}:`);
    rmSync(join(root, 'briefs/sub'), { recursive: true });
  });

  test.each(['briefs/pictures', 'briefs/_notes.yaml', 'briefs/pictures/notes.txt'])(
    'says of %s that it is no brief, exits with 2, and fixes nothing there',
    async (path) => {
      mkdirSync(join(root, 'briefs/pictures'), { recursive: true });
      writeFileSync(join(root, 'briefs/pictures/notes.txt'), 'Notes \n');
      writeFileSync(join(root, 'briefs/_notes.yaml'), 'name: News \n');
      const { code, out, errors } = await check('--fix', path);
      expect(code).toBe(2);
      expect(out).toBe('');
      expect(errors).toContain(
        `Unexpected path "${path}": there is no brief. A brief is a file below briefs/`,
      );
      expect(read('briefs/pictures/notes.txt')).toBe('Notes \n');
      expect(read('briefs/_notes.yaml')).toBe('name: News \n');
      rmSync(join(root, 'briefs/_notes.yaml'));
    },
  );

  test('checks a standing page that is named, and fixes nothing there', async () => {
    expect(await check('briefs/_pages/about.mdx')).toMatchObject({ code: 0, out: '1 page checked: 0 errors, 0 warnings\n' }); // prettier-ignore
    const about = read('briefs/_pages/about.mdx');
    writeFileSync(join(root, 'briefs/_pages/about.mdx'), `${about}\n{nothere} \n`);
    expect(await check('--fix', 'briefs/_pages')).toMatchObject({
      code: 1,
      out: expect.stringMatching(/^briefs\/_pages\/about\.mdx:\d+:1 {2}error {2}mdx-code\n/) as string,
    });
    expect(read('briefs/_pages/about.mdx')).toBe(`${about}\n{nothere} \n`);
    writeFileSync(join(root, 'briefs/_pages/about.mdx'), about);
  });

  test('follows no link when it fixes', async () => {
    writeFileSync(join(root, 'elsewhere.md'), '# Notes \n');
    symlinkSync('../elsewhere.md', join(root, 'briefs/linked.md'));
    expect((await check('--fix', 'briefs/linked.md')).out).toContain('file-link');
    expect(read('elsewhere.md')).toBe('# Notes \n');
    rmSync(join(root, 'briefs/linked.md'));
  });

  test('says what is wrong with the moment that it is given', async () => {
    const { code, errors } = await runCommand(checkCommand, root, [], {
      environment: { BRIEFS_NOW: 'garbage' },
    });
    expect(code).toBe(2);
    expect(errors).toMatch(/^BRIEFS_NOW is "garbage", expected ISO 8601/);
    expect(errors).not.toContain('    at ');
  });

  test('reports immediately that the topic of a new brief resembles another one', async () => {
    const { out } = await runCommand(newBrief, root, ['A new one', '--topic', 'climte']);
    expect(out).toBe('briefs/a-new-one.md\n');
    const { out: report } = await check('briefs/a-new-one.md');
    expect(report).toContain('warning  placeholder');
    expect(report).toContain('Unexpected topic "climte", which is almost "climate"');
    rmSync(join(root, 'briefs/a-new-one.md'));
  });

  test('shows what it would fix as a diff, and writes nothing', async () => {
    const before = read(broken);
    const { out } = await check('--fix', '--dry-run', broken);
    expect(out).toContain("-## What's next \n+## What's Next?");
    expect(read(broken)).toBe(before);
  });

  test('sends nothing of a brief to the terminal that one obeys, in no report and no diff', async () => {
    const good = read(broken);
    const evil = '\u001b[31mred\u001b]0;title\u0007 \u202egnp.moc \u009b2J';
    writeFileSync(join(root, broken), good.replace(/(## What's (?:next \n|Next\?\n))/, `$1\n${evil}\n`));
    for (const given of [['--fix', '--dry-run'], ['--format', 'json'], ['--format', 'sarif'], ['--format', 'github'], []]) {
      const { out, errors } = await check(...given, broken);
      expect(out.length, given.join(' ')).toBeGreaterThan(100);
      expect(`${out}${errors}`, given.join(' ')).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
    }
    writeFileSync(join(root, broken), good);
  }); // prettier-ignore

  test('fixes what is certain, keeps every other byte, and reports the rest', async () => {
    const expected = read(broken).replace("## What's next ", "## What's Next?");
    const { code, out } = await check('--fix');
    expect(read(broken)).toBe(expected);
    expect(out).toContain(`${broken}  fixed  section-heading`);
    expect(out).toContain('field-unknown');
    expect(out).not.toContain('section-heading\n  Unexpected');
    expect(code).toBe(1);
    writeFileSync(join(root, broken), expected.replace('sumary: x\n', ''));
  });

  test('counts warnings as errors when it is strict', async () => {
    const brief = 'briefs/who-pandemic-agreement.md';
    const good = read(brief);
    writeFileSync(join(root, brief), good.replace(/^title: .*$/m, `title: ${'A long title '.repeat(10)}`));
    expect(await check(brief)).toMatchObject({ code: 0 });
    expect(await check(brief, '--strict')).toMatchObject({ code: 1 });
    writeFileSync(join(root, brief), good);
  });

  test.each([['--formt', 'x'], ['--format', 'xml'], ['--dry-run']])(
    'takes %s for wrong usage, exits with 2 and says how it is used',
    async (...options) => {
      const { code, errors } = await check(...options);
      expect(code).toBe(2);
      expect(errors).toContain('Usage: npm run check');
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

  test('fixes after each change when it watches, and has nothing but reports on its output', async () => {
    const { said, stop } = startWatching('--fix', '--format', 'json');
    await expect.poll(() => said.errors, { timeout: 15_000 }).toContain('Watching for changes.');
    const good = read(broken);
    writeFileSync(join(root, broken), good.replace("## What's Next?", "## What's next"));
    await expect.poll(() => read(broken), { timeout: 15_000 }).toBe(good);
    await expect.poll(() => said.errors, { timeout: 15_000 }).toMatch(/fixed[^]*Watching for changes\.\n$/);
    await stop();
    expect(said.output).toMatch(/^\{/);
    const reports = said.output.split(/(?<=^\}\n)/m);
    expect(reports.length).toBeGreaterThan(1);
    for (const report of reports) expect(JSON.parse(report)).toHaveProperty('problems');
  });

  test('says that there is no folder to watch', async () => {
    renameSync(join(root, 'briefs'), join(root, 'away'));
    expect(await check('--watch')).toMatchObject({
      code: 2,
      out: '',
      errors: expect.stringMatching(/^There is no folder briefs\/ to watch\..*\n$/) as unknown,
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
