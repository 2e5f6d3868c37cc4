import { expect, test } from 'vitest';
import { findSampleText } from '../../src/build/sample-text.ts';
import { publicationSample } from '../brief-sample.ts';
import { openTestProject } from './test-project.ts';

async function authoritiesIn(address: string, authority: string): Promise<string[]> {
  using testProject = openTestProject();
  const publication = publicationSample({ address, identity: { authority, year: 2025 } });
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
  ['https://news.example/', 'fourfold.example'],
  ['https://news.test/', 'fourfold.example'],
  ['http://localhost:4321/', 'fourfold.example'],
])('nothing is said of a site at %s with the authority %s', async (address, authority) => {
  expect(await authoritiesIn(address, authority)).toEqual([]);
});
