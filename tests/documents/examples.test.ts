import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse as parseYaml, stringify } from 'yaml';
import { settingsFile } from '../../src/brief/briefs-folder.ts';
import type { Publication } from '../../src/brief/publication.ts';
import { formatReport } from '../../src/check/report.ts';
import { headingsFor, languageFor } from '../../src/languages/languages.ts';
import { checkSettings } from '../../src/settings/settings.ts';
import { openTestProject, type TestProject } from '../build/test-project.ts';
import { blocksOf, documentOf, root } from './documents.ts';

const writing = documentOf('.github/docs/writing.md');
const settings = documentOf('.github/docs/settings.md');
const [wholeFile = '', ...parts] = blocksOf(settings, 'yaml');

let testProject: TestProject;
let publication: Publication;

beforeAll(() => {
  testProject = openTestProject();
  testProject.write(settingsFile, wholeFile);
  publication = readSettings();
});

afterAll(() => {
  testProject[Symbol.dispose]();
});

function readSettings(): Publication {
  const checked = checkSettings(testProject.root);
  if ('publication' in checked) return checked.publication;
  throw new Error(checked.diagnostics.map(({ message }) => message).join('\n'));
}

/** A brief in which only the given part may be wrong. */
function briefWith(fields: object, body = ''): string {
  const given = { topics: ['ai'], sources: [{ title: 'A paper', url: 'https://example.org/' }], ...fields };
  const { lang = 'en' } = fields as { lang?: string };
  const [first, ...others] = headingsFor(languageFor(lang), publication);
  const head = {
    title: 'Ports reopen after the strike',
    summary: 'The dockers and the port have agreed on pay, and ships are being unloaded again.',
    date: '2025-09-18T09:00:00+08:00',
    ai: 'none',
    ...given,
  };
  const sections = [`## ${first}\n\nShips are unloaded again.[^1]\n\n${body}`, ...others.map((heading) => `## ${heading}\n\nText.`)]; // prettier-ignore
  return `---\n${stringify(head)}---\n\n${sections.join('\n\n')}\n\n[^1]: The port, 2025.\n`;
}

/** The findings of a brief beside the documentation's complete example. */
async function reportOf(file: string, text: string): Promise<string> {
  const [original = ''] = blocksOf(writing, 'markdown');
  testProject.write('briefs/deepseek-r1-training-cost.md', original);
  testProject.write(file, text);
  const { diagnostics } = await testProject.load({ publication, now: '2026-01-01T00:00:00+00:00' });
  testProject.write(file, original);
  const said = diagnostics.filter((diagnostic) => diagnostic.file === file);
  return said.length === 0 ? '' : formatReport(testProject.root, { diagnostics: said });
}

test('the whole brief in the documents passes check', async () => {
  for (const [text = ''] of [blocksOf(writing, 'markdown'), blocksOf(documentOf('README.md'), 'markdown')]) {
    expect(text).toMatch(/^---\n/);
    expect(await reportOf('briefs/deepseek-r1-training-cost.md', text)).toBe('');
  }
});

test.each(blocksOf(writing, 'yaml'))('fields of a brief pass check: %s', async (text) => {
  expect(await reportOf('briefs/ports.md', briefWith(parseYaml(text) as object))).toBe('');
});

test.each(blocksOf(writing, 'text').filter((text) => text.startsWith('<')))(
  'components of a brief pass check: %s',
  async (text) => {
    expect(await reportOf('briefs/harbour.mdx', briefWith({}, text))).toBe('');
  },
);

test('a component of one’s own, and the text that uses it, pass check', async () => {
  const [component = ''] = blocksOf(writing, 'astro');
  const [text = ''] = blocksOf(writing, 'mdx');
  testProject.write('components/Map.astro', component);
  expect(text).toContain('<Map ');
  expect(await reportOf('briefs/harbour.mdx', briefWith({}, text))).toBe('');
});

test('the whole file of settings passes check', () => {
  expect(publication.name).toBe('The Harbour Desk');
});

test.each([
  ...parts,
  ...['cards', 'look'].flatMap((name) => blocksOf(documentOf(`.github/docs/${name}.md`), 'yaml')),
])('settings pass check: %s', (text) => {
  const whole = { ...(parseYaml(wholeFile) as object), ...(parseYaml(text) as object) };
  testProject.write(settingsFile, stringify(whole));
  expect(readSettings()).toMatchObject(parseYaml(text) as object);
  testProject.write(settingsFile, wholeFile);
});

test('the data of a brief begins as the documents show it', () => {
  const [json = ''] = blocksOf(documentOf('.github/docs/feeds-and-data.md'), 'json');
  const shown = JSON.parse(json) as Record<string, unknown>;
  const shipped = parseYaml(readFileSync(join(root, settingsFile), 'utf8')) as Publication;
  const slug = 'deepseek-r1-training-cost';
  expect(shown).toMatchObject({
    $schema: `${shipped.address}schema/brief.json`,
    id: `tag:${shipped.identity.authority},${shipped.identity.year}:${slug}`,
    url: `${shipped.address}briefs/${slug}/`,
  });
});
