import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkHostFiles } from '../../scripts/verify/check-host-files.ts';
import { openSite } from '../../scripts/verify/site-folder.ts';
import { addLines } from '../../src/build/added-files.ts';
import { formatRedirects } from '../../src/hosting/host-files.ts';
import { briefText } from '../check/brief-text.ts';
import { openFolder } from '../store/folders.ts';
import { openTestProject } from './test-project.ts';

const text = briefText(['A text.']);

/** Codes with the marked text of the redirects and the position in the note. */
async function foundIn(redirects: string): Promise<string[][]> {
  using testProject = openTestProject();
  testProject.write('briefs/one.md', text.replace('---\n', '---\naliases: [once]\n'));
  testProject.write('briefs/draft.md', text.replace('---\n', '---\nstatus: draft\naliases: [drafted]\n'));
  testProject.write('public/report.pdf', 'x');
  testProject.write('public/_redirects', redirects);
  const { diagnostics } = await testProject.load();
  const read = (file: string, { start, end }: { start: number; end: number }): string =>
    readFileSync(join(testProject.root, file), 'utf8').slice(start, end);
  return diagnostics.map(({ file, code, range, note }) => [
    code,
    read(file, range),
    ...(note?.at ? [`${note.at.file}: ${read(note.at.file, note.at.range)}`] : []),
  ]);
}

test('check says of a redirect where it leads wrong, and from where another leads already', async () => {
  const lines = [
    '\ufeff# Ours\r\n',
    '/old-1 /news/new 301',
    '  /old-2   https://fourfold.example/news/topics  301 # so\r',
    '/old-3',
    '/old-4 301',
    '/shop id=1 /news/nothing 301',
    '/old-5 /news/briefs/nothing/',
    '/old-6 /news/briefs/draft/',
    '/news/briefs/once /news/topics/',
    '/a /news/',
    '/a/ /news/topics/',
  ];
  expect(await foundIn(lines.join('\n'))).toEqual([
    ['redirect-target', '/news/new'],
    ['redirect-target', 'https://fourfold.example/news/topics'],
    ['redirect-target', '/old-3'],
    ['redirect-target', '/old-4'],
    ['redirect-target', '/news/nothing'],
    ['brief-missing', '/news/briefs/nothing/'],
    ['brief-hidden', '/news/briefs/draft/'],
    ['address-taken', '/news/briefs/once', 'briefs/one.md: once'],
    ['address-taken', '/a/', 'public/_redirects: /a'],
  ]);
});

test('check says nothing of a redirect that leads somewhere, or of which only the host knows', async () => {
  const lines = [
    '/old-1 /news/ 301',
    '/old-2 /news/briefs/one/#whats-next 302',
    '/old-3 https://fourfold.example/news/report.pdf',
    // Another site, another part of this host, a path of the host itself, and one handled by another line.
    '/old-4 https://other.example/gone',
    '/old-5 /elsewhere 301',
    '/api /.netlify/functions/api 200',
    '/a /b',
    '/b /news/',
    // For any value, and for some readers only.
    '/blog/* /news/:splat 301',
    '/year/:year /news/nothing-of/:year',
    '/ /news/ 302 Language=en',
    '/ /news/topics/ 302 Language=de',
    '/news/briefs/drafted /news/',
  ];
  expect(await foundIn(lines.join('\n'))).toEqual([]);
  expect(await foundIn('')).toEqual([]);
});

test('verify leaves redirects added by the publisher to check', () => {
  using folder = openFolder();
  folder.write('index.html', '<link rel="canonical" href="https://fourfold.example/news/">');
  folder.write('briefs/one/index.html', '');
  const ours = formatRedirects([
    { from: '/news/briefs/once/', to: '/news/briefs/one/' },
    { from: '/news/briefs/lost/', to: '/news/briefs/gone/' },
  ]);
  folder.write('_redirects', addLines(ours, '/old /new 301\n'));
  const faultsWith = (own: string[]): string[] =>
    checkHostFiles(openSite(folder.path), new Set(own))
      .filter(({ address }) => address.endsWith('_redirects'))
      .map(({ reason }) => reason);
  const lost = 'sends /news/briefs/lost/ to /news/briefs/gone/, which does not exist';
  expect(faultsWith(['_redirects'])).toEqual([lost]);
  expect(faultsWith([])).toEqual([lost, 'sends /old to /new, which is outside /news/, the path of the site']);
});
