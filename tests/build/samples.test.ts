import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { isSampleBrief, isSampleIcon, samples, titleLine } from '../../src/build/samples.ts';

const briefs = new URL('../../briefs/', import.meta.url);

type Group = Readonly<Record<string, { readonly description: string }>>;

const descriptionsOf = (group: Group): Record<string, string> =>
  Object.fromEntries(Object.entries(group).map(([slug, { description }]) => [slug, description]));

test('the samples are what ships', () => {
  const files = readdirSync(briefs, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.\w+$/.test(file) && !file.startsWith('_'),
  );
  const titles = Object.fromEntries(
    files
      .filter((file) => /\.mdx?$/.test(file))
      .map((file) => [file, titleLine.exec(readFileSync(new URL(file, briefs), 'utf8'))?.[1]]),
  );
  const settings = parse(readFileSync(new URL('_site.yaml', briefs), 'utf8')) as {
    name: string;
    address: string;
    description: string;
    topics: Group;
    threads: Group;
  };
  const { pictures, icon: _icon, ...texts } = samples;
  expect(isSampleIcon(readFileSync(new URL('../public/favicon.svg', briefs), 'utf8'))).toBe(true);
  expect(texts).toEqual({
    address: settings.address,
    name: settings.name,
    description: settings.description,
    briefs: titles,
    topics: descriptionsOf(settings.topics),
    threads: descriptionsOf(settings.threads),
  });
  expect([...Object.keys(pictures), ...Object.keys(titles)].sort()).toEqual(files.sort());
});

test.each([
  ['A treaty for the two-thirds of the ocean that no one owns', true],
  ["'A treaty for the two-thirds of the ocean that no one owns'", true],
  ['Our own treaty', false],
])('a brief is a sample while it has its title: %s, %s', (title, expected) => {
  expect(isSampleBrief('high-seas-treaty.md', `---\ntitle: ${title}\n---\n`)).toBe(expected);
});
