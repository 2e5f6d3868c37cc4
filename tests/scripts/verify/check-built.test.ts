import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkBuilt } from '../../../scripts/verify/check-built.ts';
import { openSite } from '../../../scripts/verify/site-folder.ts';
import { openFolder, type OwnFolder } from '../../store/folders.ts';

const files: Readonly<Record<string, string>> = {
  'index.html': '<link rel="canonical" href="https://x.example/news/">',
  'briefs/one/index.html': 'One.',
  'empty.txt': '',
};
const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
const built = new Map(Object.entries(files).map(([file, text]) => [file, digest(text)]));

function faultsAfter(change: (folder: OwnFolder) => void): string[] {
  using folder = openFolder();
  for (const [file, text] of Object.entries(files)) folder.write(file, text);
  change(folder);
  return checkBuilt(openSite(folder.path), built).map(({ address, reason }) => `${address} ${reason}`);
}

const changed = '/news/briefs/one/ was changed after the build';
const lost = '/news/briefs/one/ is missing; the build wrote it';

describe('a site compared with what its build wrote', () => {
  test.each<[string, (folder: OwnFolder) => void, string[]]>([
    ['nothing happened', () => undefined, []],
    ['a letter differs', (folder) => folder.write('briefs/one/index.html', 'Ono.'), [changed]],
    ['a file grew', (folder) => folder.write('briefs/one/index.html', 'One. '), [changed]],
    ['an empty file is filled', (folder) => folder.write('empty.txt', ' '), ['/news/empty.txt was changed after the build']],
    ['a page is gone', ({ path }) => { rmSync(join(path, 'briefs'), { recursive: true }); }, [lost]],
    ['a page was added', (folder) => folder.write('briefs/two/index.html', ''), ['/news/briefs/two/ was added after the build']],
    ['a hidden file was added', (folder) => folder.write('.env', 'KEY=1'), ['/news/.env was added after the build']],
    ['a repository was put into a folder', (folder) => folder.write('briefs/.git/config', ''), ['/news/briefs/.git/config was added after the build']],
    ['a repository lies where its publisher keeps it', (folder) => folder.write('.git/config', ''), []],
    ['a page has another name', ({ path }) => { renameSync(join(path, 'briefs'), join(path, 'Briefs')); }, ['/news/Briefs/one/ was added after the build', lost]],
    ['a page is a link to nothing', ({ path }) => { relink(path, '/none'); }, [lost]],
    ['a page is a link to another', ({ path }) => { relink(path, join(path, 'index.html')); }, [changed]],
    ['a page is a pipe, which never ends', ({ path }) => { rmSync(join(path, 'briefs/one/index.html')); execFileSync('mkfifo', [join(path, 'briefs/one/index.html')]); }, [lost]],
    ['a page is a folder', (folder) => { rmSync(join(folder.path, 'empty.txt')); folder.write('empty.txt/a', ''); }, ['/news/empty.txt/a was added after the build', '/news/empty.txt is missing; the build wrote it']],
  ])('says what differs where %s', (_, change, faults) => {
    expect(faultsAfter(change)).toEqual(faults);
  }); // prettier-ignore

  test('reads files larger than one chunk', () => {
    using folder = openFolder();
    const text = 'x'.repeat(600_001);
    folder.write('index.html', files['index.html'] ?? '');
    writeFileSync(join(folder.path, 'large.txt'), text);
    const site = openSite(folder.path);
    const known = new Map([['index.html', built.get('index.html') ?? ''], ['large.txt', digest(text)]]); // prettier-ignore
    expect(checkBuilt(site, known)).toEqual([]);
    writeFileSync(join(folder.path, 'large.txt'), `${text.slice(1)}y`);
    expect(checkBuilt(site, known)).toHaveLength(1);
  });
});

function relink(folder: string, to: string): void {
  rmSync(join(folder, 'briefs/one/index.html'));
  symlinkSync(to, join(folder, 'briefs/one/index.html'));
}
