import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openBuildFolder, replaceFiles, restoreSite, swapFolders } from '../../src/store/build-folder.ts';
import { ownFilesBelow } from '../../src/store/folder.ts';
import { openOutput } from '../../src/store/output.ts';
import { openFolder, type OwnFolder } from './folders.ts';

function contentsOf(folder: string): Record<string, string> {
  return Object.fromEntries(
    Array.from(ownFilesBelow(folder), (path) => [path, readFileSync(join(folder, path), 'utf8')]),
  );
}

function write(folder: OwnFolder, place: string, files: Readonly<Record<string, string>>): string {
  mkdirSync(join(folder.path, place), { recursive: true });
  for (const [path, text] of Object.entries(files)) folder.write(`${place}/${path}`, text);
  return join(folder.path, place);
}

describe('a finished site', () => {
  test('replaces the last site, from which the next build starts, and keeps its repository', () => {
    using folder = openFolder();
    const next = write(folder, '.dist-next', { 'index.html': 'new' });
    const current = write(folder, 'dist', { 'index.html': 'old', '.git/HEAD': 'ref' });
    swapFolders(next, current);
    expect([contentsOf(current), contentsOf(next)]).toEqual([
      { 'index.html': 'new' },
      { 'index.html': 'old' },
    ]);
    expect(readFileSync(join(current, '.git/HEAD'), 'utf8')).toBe('ref');
    expect(existsSync(join(next, '.git'))).toBe(false);
  });

  test.each([
    ['the old site', { 'index.html': 'old' }, undefined],
    ['the repository of the new one', { 'index.html': 'old' }, { 'index.html': 'new' }],
  ])('gets %s back where a build was killed between two steps of the swap', (_, last, current) => {
    using folder = openFolder();
    write(folder, '.dist-next-last', { ...last, '.git/HEAD': 'ref' });
    if (current) write(folder, 'dist', current);
    openBuildFolder(folder.path);
    expect(contentsOf(join(folder.path, 'dist'))).toEqual(current ?? last);
    expect(readFileSync(join(folder.path, 'dist/.git/HEAD'), 'utf8')).toBe('ref');
    expect(existsSync(join(folder.path, '.dist-next-last'))).toBe(false);
  });

  test.each([
    ['a link', (path: string) => { symlinkSync('/srv/www', path); }, 'dist is a symbolic link to /srv/www'],
    ['a link to nothing', (path: string) => { symlinkSync('gone', path); }, 'dist is a symbolic link to gone'],
    ['a file', (path: string) => { writeFileSync(path, 'x'); }, 'dist is not a folder'],
    ['a pipe', (path: string) => { execFileSync('mkfifo', [path]); }, 'dist is not a folder'],
  ])('is not put in the place of %s, which stays', (_, make, message) => {
    using folder = openFolder();
    write(folder, '.dist-next-last', { 'index.html': 'old' });
    make(join(folder.path, 'dist'));
    expect(() => { restoreSite(folder.path); }).toThrow(message);
    expect(() => openBuildFolder(folder.path)).toThrow(message);
    expect(existsSync(join(folder.path, '.dist-next-last/index.html'))).toBe(true);
  }); // prettier-ignore

  test('is built in a folder of ours, not where a link of its name leads', () => {
    using folder = openFolder();
    write(folder, 'elsewhere', { 'index.html': 'theirs' });
    symlinkSync('elsewhere', join(folder.path, '.dist-next'));
    openBuildFolder(folder.path);
    expect(contentsOf(join(folder.path, '.dist-next'))).toEqual({});
    expect(contentsOf(join(folder.path, 'elsewhere'))).toEqual({ 'index.html': 'theirs' });
  });
});

test('a link that somebody put into a site is removed, and what it leads to stays', () => {
  using folder = openFolder();
  write(folder, 'downloads', { 'report.pdf': 'theirs', 'index.html': 'theirs' });
  const site = write(folder, 'site', { 'index.html': 'old' });
  symlinkSync('../downloads', join(site, 'downloads'));
  symlinkSync('../downloads/report.pdf', join(site, 'report.pdf'));
  const output = openOutput(site);
  output.write('downloads/index.html', Buffer.from('ours'));
  output.write('report.pdf', Buffer.from('ours'));
  output.sweep();
  expect(contentsOf(site)).toEqual({ 'downloads/index.html': 'ours', 'report.pdf': 'ours' });
  expect(contentsOf(join(folder.path, 'downloads'))).toEqual({
    'report.pdf': 'theirs',
    'index.html': 'theirs',
  });
});

/** Few names, so that files and folders often have the same name. */
const paths = fc
  .array(fc.constantFrom('a', 'b', 'c.html'), { minLength: 1, maxLength: 3 })
  .map((parts) => parts.join('/'));
const sites = fc
  .dictionary(paths, fc.constantFrom('one', 'two', 'three'))
  .map((site) =>
    Object.fromEntries(
      Object.entries(site).filter(
        ([path]) => !Object.keys(site).some((other) => other.startsWith(`${path}/`)),
      ),
    ),
  );

describe('where dist/ is mounted', () => {
  test('its files become those of the new site, and only those that differ are written', () => {
    fc.assert(
      fc.property(sites, sites, (before, after) => {
        using folder = openFolder();
        const current = write(folder, 'dist', { ...before, '.git/HEAD': 'ref' });
        const next = write(folder, 'next', after);
        const inodes = new Map(Object.keys(before).map((path) => [path, statSync(join(current, path)).ino]));
        replaceFiles(next, current);
        expect(contentsOf(current)).toEqual(after);
        expect(contentsOf(next)).toEqual(after);
        expect(readFileSync(join(current, '.git/HEAD'), 'utf8')).toBe('ref');
        for (const [path, text] of Object.entries(after))
          if (before[path] === text) expect(statSync(join(current, path)).ino).toBe(inodes.get(path));
      }),
      { numRuns: 50 },
    );
  });

  const canMount =
    spawnSync('unshare', ['--map-root-user', '--mount', 'mount', '-t', 'tmpfs', 'none', '/mnt']).status === 0;

  test.runIf(canMount)('which cannot be renamed, the site is replaced nevertheless', () => {
    using folder = openFolder();
    write(folder, 'volume', { 'index.html': 'old', 'gone.html': 'old' });
    write(folder, '.dist-next', { 'index.html': 'new', 'cards/a.png': 'new' });
    mkdirSync(join(folder.path, 'dist'));
    const code = new URL('../../src/store/build-folder.ts', import.meta.url).href;
    const script = `import { swapFolders } from ${JSON.stringify(code)}; swapFolders('.dist-next', 'dist');`;
    for (const mount of ['mount --bind volume dist', 'mount -t tmpfs none dist && cp -R volume/. dist']) {
      const shell = `${mount} && "$0" --input-type=module --eval "$1" && cp -R dist result && umount dist`;
      execFileSync('unshare', ['--map-root-user', '--mount', 'sh', '-c', shell, process.execPath, script], {
        cwd: folder.path,
      });
      renameSync(join(folder.path, 'result'), join(folder.path, `result ${mount.length}`));
      expect(contentsOf(join(folder.path, `result ${mount.length}`))).toEqual({
        'index.html': 'new',
        'cards/a.png': 'new',
      });
    }
    expect(contentsOf(join(folder.path, 'volume'))).toEqual({ 'index.html': 'new', 'cards/a.png': 'new' });
  });
});
