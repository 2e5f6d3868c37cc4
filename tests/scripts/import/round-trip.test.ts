import { readdirSync, readFileSync } from 'node:fs';
import { stringify } from 'yaml';
import { expect, test } from 'vitest';
import { addressesOf } from '../../../src/brief/addresses.ts';
import type { Brief } from '../../../src/brief/brief.ts';
import type { Publication } from '../../../src/brief/publication.ts';
import { compile } from '../../../src/check/compile.ts';
import { headingsFor, languageFor } from '../../../src/languages/languages.ts';
import { briefData } from '../../../src/metadata/brief-json.ts';
import { formatMarkdown } from '../../../src/metadata/markdown-twin.ts';
import { examples, fields } from '../../every-field.ts';
import { shippedSettings } from '../../settings-file.ts';
import { importText } from './import-sample.ts';

const folder = new URL('../../../briefs/', import.meta.url);
const shipped = shippedSettings();
const site: Publication = {
  ...shipped,
  authors: { ...shipped.authors, ada: { name: 'Ada Example' } },
};

/** A text with what the shipped briefs do not have. */
const full = `---
${stringify({
  title: 'A bridge closes: “two years”, says the council',
  summary: 'The council voted on Monday to close the bridge for two years, and ferries take its place.',
  date: '2025-09-18T09:30:00+02:00',
  updated: '2025-10-02T10:00:00+02:00',
  topics: ['climate', 'chips'],
  authors: ['ada'],
  ai: 'assisted',
  reviewer: 'The “desk” [of] Ada',
  cardTitle: 'A bridge "closes" \\ [now] & <later>',
  lang: 'en-GB',
  translationOf: 'un-puente',
  aliases: ['a-bridge', 'the-bridge'],
  sources: [
    {
      title: 'A paper, with commas',
      url: 'https://example.org/a_(b)',
      publisher: 'Nature',
      date: '2025-09',
      accessed: '2025-09-18',
      archive: 'https://archive.example/1',
    },
    { title: 'A [note]', url: 'https://example.org/2', date: '2024' },
  ],
  figures: [{ value: '$4.2m', label: 'cost of the repairs' }],
  watch: [
    { by: '2027-06-30', expect: 'The bridge opens again' },
    { by: '2025-09-30', expect: 'Work starts', outcome: 'missed', note: 'The builder is late.' },
    { by: '2025-09-30', expect: 'Tenders open', outcome: 'happened', brief: 'tenders' },
  ],
  corrections: [
    { date: '2025-10-01T09:00:00Z', note: 'The sum was wrong.' },
    { date: '2025-10-02', note: 'So was the date: it is 4 May.' },
  ],
  thread: 'bridges',
  expires: '2028-01-01',
  image: {
    src: './pictures/dimorphos-orbit.png',
    alt: 'A drawing of the [bridge]',
    credit: 'Drawing: *Ada*',
  },
})}---

${headingsFor(languageFor('en'), {})
  .map(
    (heading) =>
      `## ${heading}\n\nWords of it, with **strong** ones, $4.2 million and H₂O.[^1]\n\n- One\n- Two\n\n> Said [Ada](https://example.org/).\n\n| A | B |\n| --- | --- |\n| 1 | 2 |`,
  )
  .join('\n\n')}

[^1]: A note with [a link](https://example.org/n).
`;

const briefs = new Map(readdirSync(folder).filter((name) => /\.mdx?$/.test(name)).map((name) => [name, readFileSync(new URL(name, folder), 'utf8')])); // prettier-ignore
briefs.set('full.md', full);

async function compiled(file: string, text: string): Promise<Brief> {
  const { compiled: made, diagnostics } = await compile(
    { file: `briefs/${file}`, text },
    site,
    [],
    (path) => {
      const name = /([^/]+)\.\w+$/.exec(path)?.[1] ?? '';
      const src = addressesOf(site).image(`${name}-800-0123456789ab.png`);
      return Promise.resolve({ image: { file: path, src, width: 800, height: 600, sources: [] } });
    },
  );
  if (!made) throw new Error(`${diagnostics.map(({ message }) => message).join('\n')}\n${text}`);
  return { ...made.listing, ...made.body, digest: '' };
}

const stateless = { outOfDate: false, cards: [] };

/** Every field, the name of the file, and the text. */
function saidBy(brief: Brief) {
  const { slug, image, markdown } = brief;
  const values = Object.fromEntries(fields.map(([name]) => [name, brief[name as keyof Brief]]));
  return {
    fields: { ...values, slug, image: image && [image.file, image.alt, image.credit] },
    // Components of .mdx come back as the Markdown that they are for programs; notes are numbered.
    markdown: numbered(markdown),
  };
}

function numbered(markdown: string): string {
  const labels: string[] = [];
  return markdown.trim().replace(/\[\^([^\]]+)\]/g, (_, label: string) => {
    if (!labels.includes(label)) labels.push(label);
    return `[^${labels.indexOf(label) + 1}]`;
  });
}

test('every field is in one of the briefs', () => {
  const missing = Object.keys(examples).filter((name) => !full.includes(`\n${name}:`) && name !== 'status');
  expect(missing).toEqual([]);
});

test.each([...briefs])('the data of %s comes back whole', async (file, text) => {
  const brief = await compiled(file, text);
  const language = languageFor(brief.lang);
  const data = briefData(site, addressesOf(site, brief.lang), brief, language, stateless);
  const back = await importText(JSON.stringify(data), `${brief.slug}.json`, { publication: site });
  expect(saidBy(await compiled(`${back.slug}.md`, back.markdown))).toEqual(saidBy(brief));
});

test.each([...briefs])('the Markdown of the page of %s comes back whole', async (file, text) => {
  const brief = await compiled(file, text);
  const language = languageFor(brief.lang);
  const twin = formatMarkdown(site, addressesOf(site, brief.lang), brief, language, false);
  const back = await importText(twin, `${brief.slug}.md`, { publication: site });
  const again = await compiled(`${back.slug}.md`, back.markdown);
  expect(saidBy(again)).toEqual(saidBy(brief));
});
