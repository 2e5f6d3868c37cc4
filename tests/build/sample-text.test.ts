import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Publication } from '../../src/brief/publication.ts';
import { findSampleText } from '../../src/build/sample-text.ts';
import { samples } from '../../src/build/samples.ts';
import { publicationSample } from '../brief-sample.ts';
import { openTestProject } from './test-project.ts';

async function authoritiesIn(address: string, authority: string): Promise<string[]> {
  using testProject = openTestProject();
  const publication = publicationSample({ address, identity: { authority, year: 2025 }, authors: {} });
  const found = await findSampleText(testProject.root, publication);
  return found.map(({ file, code, message }) => `${file} ${code} ${message}`);
}

test.each(['fourfold.example', 'news@elsewhere.example', 'example', 'a.test', 'localhost'])(
  'the example authority %s is reported for a site that readers can reach',
  async (authority) => {
    expect(await authoritiesIn('https://news.org/', authority)).toEqual([
      `briefs/_site.yaml sample-text Unexpected authority "${authority}" of the identity, which is reserved for examples`,
    ]);
  },
);

test.each([
  ['https://news.org/', 'news.org'],
  ['https://news.org/', 'desk@example.org'],
  ['https://news.org/', 'example.com.au'],
  ['https://news.test/', 'fourfold.example'],
  ['http://localhost:4321/', 'fourfold.example'],
])('nothing is said of a site at %s with the authority %s', async (address, authority) => {
  expect(await authoritiesIn(address, authority)).toEqual([]);
});

test.each([
  [
    { address: 'https://news.example/' },
    ['Unexpected address "news.example", which is reserved for examples'],
  ],
  [
    {
      feedback: { kind: 'mailto', address: 'desk@news.example' },
      hub: 'https://hub.example/',
    },
    [
      'Unexpected address "desk@news.example", which is reserved for examples',
      'Unexpected address "hub.example", which is reserved for examples',
    ],
  ],
  [
    { description: samples.description },
    ['Unexpected sample name "Fourfold"', 'Unexpected sample description'],
  ],
  [
    { description: { en: 'Ours.', es: samples.description.es } },
    ['Unexpected sample name "Fourfold"', 'Unexpected sample description'],
  ],
  [{ name: 'Fourfold' }, []],
  [
    {
      topics: {
        ai: { name: 'AI', description: samples.topics.ai },
        law: { name: 'Law', description: 'What judges say.' },
      },
      threads: { treaties: { name: 'Treaties', description: samples.threads.treaties } },
    },
    ['Unexpected sample topics: "ai"', 'Unexpected sample threads: "treaties"'],
  ],
] satisfies [Partial<Publication>, string[]][])(
  'the settings %j are reported: %j',
  async (settings, messages) => {
    using testProject = openTestProject();
    const own = {
      address: 'https://news.org/',
      identity: { authority: 'news.org', year: 2025 },
      authors: {},
    };
    const found = await findSampleText(testProject.root, publicationSample({ ...own, ...settings }));
    expect(found.map(({ message }) => message)).toEqual(messages);
  },
);

test('a sample brief and a sample page are reported until they have a text of their own', async () => {
  using testProject = openTestProject();
  const own = publicationSample({ address: 'https://news.test/', authors: {} });
  testProject.write(
    'briefs/egypt-malaria-free.md',
    `---\ntitle: ${samples.briefs['egypt-malaria-free.md']}\n---\n`,
  );
  testProject.write('briefs/high-seas-treaty.md', '---\ntitle: Our treaty\n---\n');
  testProject.write(
    'briefs/_pages/about.mdx',
    '---\ntitle: About\ndescription: Us.\nsample: true\n---\n\nText.\n',
  );
  const found = await findSampleText(testProject.root, own);
  expect(found.map(({ file, message }) => [file, message.split(',')[0]])).toEqual([
    ['briefs/_pages/about.mdx', 'Unexpected sample page'],
    ['briefs/egypt-malaria-free.md', 'Unexpected sample brief'],
  ]);
});

test.each([
  ['https://news.org/', 1],
  ['https://news.test/', 0],
])('Fourfold’s icon on a site at %s is reported %d times', async (address, times) => {
  using testProject = openTestProject();
  const icon = readFileSync(new URL('../../public/favicon.svg', import.meta.url), 'utf8');
  testProject.write('public/favicon.svg', icon);
  const identity = { authority: 'news.org', year: 2025 };
  const found = await findSampleText(testProject.root, publicationSample({ address, identity, authors: {} }));
  expect(found.filter(({ file }) => file === 'public/favicon.svg')).toHaveLength(times);
});
