import { expect, test } from 'vitest';
import { importText } from './import-sample.ts';

const body = ["What's Happening?", "Why It's Important?", "What's Next?", 'Beyond the Headlines']
  .map((heading) => `## ${heading}\n\nA sentence of it.`)
  .join('\n\n');
const dek = 'Mooring fees in the harbour rise by 12 percent in January, and boats may leave.';
const meta = 'Fees go up in the harbour from January, as the board decided on Tuesday.';

const forms: Readonly<Record<string, (fields: readonly [string, string][]) => readonly [string, string]>> = {
  'labelled lines': (fields) => [
    `${fields.map(([name, value]) => `**${name}:** ${value}`).join('\n')}\n\n---\n\n${body}`,
    'a.md',
  ],
  'front matter': (fields) => [
    `---\n${fields.map(([name, value]) => `${keyOf(name)}: ${JSON.stringify(value)}`).join('\n')}\n---\n\n${body}`,
    'a.md',
  ],
  JSON: (fields) => [
    JSON.stringify({ ...Object.fromEntries(fields.map(([name, value]) => [keyOf(name), value])), body }),
    'a.json',
  ],
};

const keyOf = (name: string): string => name.toLowerCase().replaceAll(' ', '_');

const cases = Object.keys(forms).flatMap((form) =>
  (
    [
      [
        ['Headline', 'A harbour'],
        ['Subheadline', dek],
        ['Meta description', meta],
      ],
      [
        ['SEO title', 'Harbour fees 2026 | News'],
        ['Headline', 'A harbour'],
        ['Meta description', meta],
        ['Dek', dek],
      ],
      [
        ['Title', 'A harbour'],
        ['Meta description', meta],
        ['Standfirst', dek],
        ['Excerpt', meta],
      ],
      [
        ['Title', 'A harbour'],
        ['Dek', 'Fees up.'],
        ['Description', dek],
      ],
    ] as const
  ).map((fields) => [form, fields] as const),
);

test.each(cases)(
  'in %s %j, one title and summary win, and the report names the others',
  async (form, fields) => {
    const [text, file] = forms[form]?.(fields as never) ?? ['', ''];
    const { draft, markdown, report } = await importText(text, file);
    expect(draft.frontMatter?.values).toMatchObject({ title: 'A harbour', summary: dek });
    expect(report.commented).toEqual([]);
    expect(markdown).not.toContain('<!--');
    const said = report.dropped.map((each) => each.text).join('\n');
    for (const [, value] of fields) if (value !== dek && value !== 'A harbour') expect(said).toContain(value);
  },
);

test('fields that say nothing of a brief are reported, and what may be text is asked about', async () => {
  const fields = 'created: 2026-11-28\nlayout: post\nword_count: 312\nkicker: Transport';
  const { markdown, report } = await importText(
    `---\ntitle: A\n${fields}\nquote: The mayor said that nobody pays more.\n---\n\n${body}`,
    'a.md',
  );
  expect(report.dropped.map(({ text }) => text.replaceAll('"', '')).join('\n')).toBe(fields);
  expect(markdown).toContain('<!-- imported: quote: The mayor said that nobody pays more. -->');
  const data = {
    title: 'A',
    body,
    word_count: 312,
    kicker: 'Transport',
    quote: 'The mayor said that nobody pays more.',
  };
  const read = await importText(JSON.stringify(data), 'a.json');
  expect(read.markdown).toContain('<!-- imported: quote: The mayor said that nobody pays more. -->');
  expect(read.markdown.match(/<!--/g)).toHaveLength(1);
});

const tagged = (inside: string): string =>
  `<brief>\n${inside}\n<whats_happening>A sentence.</whats_happening>\n<why_its_important>A sentence.</why_its_important>\n<whats_next>A sentence.</whats_next>\n<beyond_the_headlines>A sentence.</beyond_the_headlines>\n</brief>`;

const sources =
  'sources:\n  - title: Minutes\n    url: https://example.org/1\n  - title: Survey\n    url: https://example.org/2\n';

test.each([
  '<title>A harbour</title><source url="https://example.org/1" title="Minutes"/><source url="https://example.org/2" title="Survey" />',
  '<title>A harbour</title><sources><source url="https://example.org/1" title="Minutes"/><source title="Survey" url="https://example.org/2"/></sources>',
  '<title>A harbour</title><sources><source url="https://example.org/1">Minutes</source><source href="https://example.org/2">Survey</source></sources>',
  '<title value="A harbour"/><sources><source><title>Minutes</title><url>https://example.org/1</url></source><source><title>Survey</title><url>https://example.org/2</url></source></sources>',
  '<meta name="title" content="A harbour"/><link href="https://example.org/1" title="Minutes"/><link href="https://example.org/2" title="Survey"/>',
  '<field name="title">A harbour</field><source title="Minutes" url="https://example.org/1"></source><source title="Survey" url="https://example.org/2"></source>',
])('attributes and elements that close themselves are read: %s', async (inside) => {
  const { markdown, report } = await importText(tagged(inside), 'a.txt');
  expect(markdown).toContain('title: A harbour\n');
  expect(markdown).toContain(sources);
  expect(markdown.match(/A sentence\./g)).toHaveLength(4);
  expect(report.commented).toEqual([]);
});

test.each([
  ['<brief title="A harbour" topics="roads, city budget" date="2026-03-02">', '</brief>'],
  [
    '<brief><topic>roads</topic><topic>city budget</topic><title>A harbour</title><date>2026-03-02</date>',
    '</brief>',
  ],
  [
    '<brief><tag name="roads"/><tag name="city budget"/><title>A harbour</title><date value="2026-03-02"/>',
    '</brief>',
  ],
])('the attributes of the whole are fields: %s', async (start, end) => {
  const sections = ["What's Happening?", "Why It's Important?", "What's Next?", 'Beyond the Headlines']
    .map((heading) => `<section title="${heading}">A sentence.</section>`)
    .join('\n');
  const { draft } = await importText(`${start}\n${sections}\n${end}`, 'a.txt');
  expect(draft.frontMatter?.values).toMatchObject({
    title: 'A harbour',
    topics: ['roads', 'city-budget'],
    date: '2026-03-02',
  });
});
