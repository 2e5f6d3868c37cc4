import { execFile, execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { differencesOf, digestsOf } from '../site/digests.ts';
import { copyProject, runScript, userEnvironment } from '../site/project.ts';
import { openRegistry, type Registry } from './package-registry.ts';

const here = new URL('../..', import.meta.url).pathname;
const day = { BRIEFS_NOW: '2026-01-01T12:00:00Z' };

let work = '';
let publication = '';
let registry: Registry;

/** Runs a command as a user whose npm asks the registry of this test, in the system's own Node. */
async function run(folder: string, command: string, ...words: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(command, words, {
    cwd: folder,
    env: userEnvironment({
      ...day,
      npm_config_registry: registry.address,
      npm_config_cache: join(work, 'npm'),
    }),
  });
  return stdout;
}

function fourfold(folder: string, ...words: readonly string[]): Promise<string> {
  return run(folder, join(folder, 'node_modules/.bin/fourfold'), ...words);
}

/** The package as `npm pack` writes it, with a version. */
function pack(version: string): {
  readonly name: string;
  readonly version: string;
  readonly description: object;
  readonly pack: () => Buffer;
} {
  const folder = join(work, version);
  execFileSync('mkdir', ['-p', folder]);
  execFileSync('tar', ['-xzf', join(work, tarball), '-C', folder]);
  const path = join(folder, 'package/package.json');
  const description = { ...(JSON.parse(readFileSync(path, 'utf8')) as object), version };
  writeFileSync(path, JSON.stringify(description));
  return {
    name: 'fourfold',
    version,
    description,
    pack: () => execFileSync('tar', ['-cz', '-C', folder, 'package'], { maxBuffer: 2 ** 30 }),
  };
}

let tarball = '';

beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), 'fourfold-package-'));
  // A path as on a desk: npm, Vite and Node must all cope with it.
  publication = join(work, 'Die Küste 2');
  execFileSync('mkdir', [publication]);
  registry = await openRegistry(here);
  tarball = execFileSync('npm', ['pack', '--silent', '--pack-destination', work], {
    cwd: here,
    encoding: 'utf8',
  }).trim();
  registry.publish(pack('1.0.0'));
});

afterAll(() => {
  registry.close();
  rmSync(work, { recursive: true, force: true });
});

test('the package has two megabytes at most', () => {
  expect(readFileSync(join(work, tarball)).length).toBeLessThan(2_000_000);
});

test('three commands in an empty folder give a site, and nothing of ours beside it', async () => {
  await run(publication, 'npm', 'install', 'fourfold');
  await fourfold(publication, 'init', '--yes', '--name', 'Die Küste');
  expect(await fourfold(publication, 'build')).toContain('Built 0 briefs');
  const files = execFileSync('ls', ['-A', publication], { encoding: 'utf8' }).trim().split('\n');
  expect(files.filter((file) => !/^(?:\.astro|\.cache|\.dist-next.*|dist|node_modules)$/.test(file)).sort()).toEqual([
    '.github', '.gitignore', 'briefs', 'package-lock.json', 'package.json', 'public',
  ]); // prettier-ignore
});

test('the same briefs give the same bytes as in a clone, also in a clean clone of the publication', async () => {
  const clone = copyProject({ briefs: true });
  try {
    const { code, output } = await runScript(clone, 'build', day);
    expect(code, output).toBe(0);
    for (const part of ['briefs', 'public']) {
      rmSync(join(publication, part), { recursive: true });
      cpSync(join(clone, part), join(publication, part), { recursive: true });
    }
    await fourfold(publication, 'build');
    expect(differencesOf(digestsOf(join(clone, 'dist')), digestsOf(join(publication, 'dist')))).toEqual([]);
    expect(await fourfold(publication, 'verify')).toContain('nothing wrong');
    const other = join(work, 'other');
    for (const part of ['briefs', 'public', 'package.json', 'package-lock.json']) {
      cpSync(join(publication, part), join(other, part), { recursive: true });
    }
    await run(other, 'npm', 'ci');
    await fourfold(other, 'build');
    expect(differencesOf(digestsOf(join(clone, 'dist')), digestsOf(join(other, 'dist')))).toEqual([]);
  } finally {
    rmSync(clone, { recursive: true, force: true });
  }
});

test('an upgrade overwrites nothing of the publisher’s', async () => {
  const before = digestsOf(join(publication, 'briefs'));
  writeFileSync(join(publication, '.github/workflows/publish.yml'), '# Mine.\n');
  registry.publish(pack('1.1.0'));
  await run(publication, 'npm', 'install', 'fourfold@latest');
  expect(readFileSync(join(publication, 'package.json'), 'utf8')).toContain('1.1.0');
  expect(await fourfold(publication, 'check')).toContain('0 errors');
  expect(differencesOf(before, digestsOf(join(publication, 'briefs')))).toEqual([]);
  expect(readFileSync(join(publication, '.github/workflows/publish.yml'), 'utf8')).toBe('# Mine.\n');
  expect(await fourfold(publication, 'build')).toContain('Built 11 briefs');
});
