import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Publication } from '../../src/brief/publication.ts';
import { publicationSample } from '../brief-sample.ts';
import { openTestProject } from '../build/test-project.ts';
import { briefText } from '../check/brief-text.ts';
import { settingsFile } from '../../src/brief/briefs-folder.ts';

test('a setting that names an address of the site itself names one that is there', async () => {
  using testProject = openTestProject();
  testProject.write('briefs/one.md', briefText(['A text.']));
  testProject.write('briefs/draft.md', briefText(['A text.'], { status: 'draft' }));
  const address = 'https://news.test/a/';
  const settings: Partial<Publication> = {
    address,
    authors: {
      ada: { name: 'Ada', url: `${address}authors/` },
      bea: { name: 'Bea', url: `${address}topics/` },
      cid: { name: 'Cid', url: 'https://news.test/b/' },
      dan: { name: 'Dan', url: `${address}briefs/draft/` },
    },
    security: {
      contact: ['https://news.test/a/help/', 'mailto:a@b.test'],
      expires: '2099-01-01',
      policy: 'https://news.test/a/briefs/one/',
    },
    navigation: [
      { name: 'Topics', link: '/topics/' },
      { name: 'Shop', link: '/shop/' },
      { name: 'One', link: '/briefs/one/' },
    ],
    footerLinks: [
      { name: 'Draft', link: '/briefs/draft/' },
      { name: 'Elsewhere', link: 'https://elsewhere.test/' },
    ],
    miningReservation: { policy: 'https://news.test/a/mining' },
  };
  testProject.write(settingsFile, JSON.stringify(settings, null, 2));
  const { diagnostics } = await testProject.load({ publication: publicationSample(settings) });
  const text = readFileSync(join(testProject.root, settingsFile), 'utf8');
  expect(
    diagnostics.map(({ file, code, range }) => [file, code, text.slice(range.start, range.end)]),
  ).toEqual([
    [settingsFile, 'page-missing', `"${address}authors/"`],
    [settingsFile, 'brief-hidden', `"${address}briefs/draft/"`],
    [settingsFile, 'page-missing', `"${address}help/"`],
    [settingsFile, 'page-missing', '"/shop/"'],
    [settingsFile, 'brief-hidden', '"/briefs/draft/"'],
    [settingsFile, 'page-missing', `"${address}mining"`],
  ]);
});

test('what is to be written instead of an address is right on a site below a path', async () => {
  using testProject = openTestProject();
  testProject.write('briefs/one.md', briefText(['A text.']));
  const address = 'https://news.test/a/';
  const advices: Record<string, string | undefined> = {
    '/topics': 'write "/topics/", with a slash at the end',
    '/a/topics/': 'write "/topics/": the path of the site is added automatically',
    '/a/briefs/one/': 'write "/briefs/one/": the path of the site is added automatically',
    '/Topics/': 'did you mean "/topics/"?',
    '/briefs/one': 'write "/briefs/one/", with a slash at the end',
    '/briefs/one#sources': 'write "/briefs/one/", with a slash at the end',
    '/Briefs/one/': 'write "/briefs/one/"',
    '/briefs/one/index.html': 'write "/briefs/one/"',
    [`${address}topics`]: `write "${address}topics/", with a slash at the end`,
    [`${address}briefs/one`]: `write "${address}briefs/one/", with a slash at the end`,
    '/briefs/one/#sources': undefined,
    '/topics/': undefined,
  };
  const settings: Partial<Publication> = {
    address,
    footerLinks: Object.keys(advices).map((link) => ({ name: link, link })),
  };
  testProject.write(settingsFile, JSON.stringify(settings, null, 2));
  const { diagnostics } = await testProject.load({ publication: publicationSample(settings) });
  expect(diagnostics.map(({ note }) => note?.text)).toEqual(
    Object.values(advices).filter((advice) => advice !== undefined),
  );
});
