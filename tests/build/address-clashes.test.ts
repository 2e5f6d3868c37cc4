import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { publicationSample } from '../brief-sample.ts';
import { briefText } from '../check/brief-text.ts';
import { openTestProject, type TestProject } from './test-project.ts';

function openSite(...files: readonly string[]): TestProject {
  const testProject = openTestProject();
  const text = briefText(['A text.']);
  testProject.write('briefs/one.md', text);
  testProject.write('briefs/uno.md', text.replace('---\n', '---\nlang: es\n'));
  testProject.write('briefs/coming.md', text.replace(/^date: .*/m, 'date: 2026-05-01'));
  testProject.write('briefs/draft.md', text.replace('---\n', '---\nstatus: draft\n'));
  for (const file of files)
    testProject.write(
      file,
      file.endsWith('.mdx') ? '---\ntitle: A page\ndescription: A page of ours.\n---\n\nText.\n' : 'x',
    );
  return testProject;
}

async function clashesOf(testProject: TestProject): Promise<string[]> {
  const { diagnostics } = await testProject.load();
  return diagnostics
    .filter(({ code }) => code === 'address-taken')
    .map(({ file, message }) => `${file}: ${message}`);
}

const made = 'which is that of a page or file that the site makes itself';

test.each([
  [
    'briefs/_pages/es.mdx',
    'Unexpected address "/es/", which is that of the home of briefs in "es", such as briefs/uno.md',
  ],
  ['public/rss.xml', `Unexpected address "/rss.xml", ${made}`],
  ['public/RSS.XML', `Unexpected address "/RSS.XML", ${made}`],
  ['public/index.html', `Unexpected address "/", ${made}`],
  ['public/topics/ai/index.html', `Unexpected address "/topics/ai/", ${made}`],
  ['public/topics', `Unexpected address "/topics", ${made}`],
  ['public/feed.json/more.txt', `Unexpected address "/feed.json/more.txt", ${made}`],
  ['public/briefs/one.md', 'Unexpected address "/briefs/one.md", which is that of the brief briefs/one.md'],
  [
    'public/briefs/coming/index.html',
    'Unexpected address "/briefs/coming/", which is that of the brief briefs/coming.md',
  ],
  ['public/favicon.ico', `Unexpected address "/favicon.ico", ${made}`],
])('an own file that would have the address of another is an error: %s', async (file, message) => {
  using testProject = openSite(file);
  expect(await clashesOf(testProject)).toEqual([`${file}: ${message}`]);
});

test('so is one of two own files with one address', async () => {
  using testProject = openSite(
    'briefs/_pages/press.mdx',
    'public/press/index.html',
    'public/Logo.png',
    'public/logo.png',
  );
  expect(await clashesOf(testProject)).toEqual([
    'public/logo.png: Unexpected address "/logo.png", which is that of public/Logo.png',
    'public/press/index.html: Unexpected address "/press/", which is that of briefs/_pages/press.mdx',
  ]);
});

test("files that are merged into the site's own, or have their own address, do not clash", async () => {
  using testProject = openSite(
    ...['_headers', '_redirects', 'robots.txt', '.nojekyll', '.htaccess', 'CNAME', 'ads.txt'].map(
      (name) => `public/${name}`,
    ),
    ...[
      'briefs/one/data.csv',
      'briefs/draft.md',
      'topics/ai/chart.png',
      'fr/index.html',
      '.well-known/acme',
    ].map((path) => `public/${path}`),
    'briefs/_pages/about.mdx',
  );
  expect(await clashesOf(testProject)).toEqual([]);
});

test('nothing that ships has the address of another', async () => {
  using testProject = openTestProject();
  for (const folder of ['briefs', 'public'])
    cpSync(join(import.meta.dirname, '../..', folder), join(testProject.root, folder), { recursive: true });
  const { diagnostics } = await testProject.load({ publication: publicationSample() });
  expect(diagnostics.filter(({ code }) => code === 'address-taken')).toEqual([]);
});
