import { describe, expect, it } from 'vitest';
import { fieldsOf, page, sections } from './fields-sample.ts';
import { importText } from './import-sample.ts';

describe('the title', () => {
  it.each([
    [
      'of the front matter',
      `---\ntitle: "Mine: first"\n---\n\n# Other\n\n${sections}`,
      'draft.md',
      'Mine: first',
    ],
    ['of the first heading', `# **Mine** first\n\n${sections}`, 'draft.md', 'Mine first'],
    ['of any level', `### Mine first\n\n${sections}`, 'draft.md', 'Mine first'],
    ['of a first line', `**Mine first**\n\nBy me.\n\n${sections}`, 'draft.md', 'Mine first'],
    ['of a first line that asks', `Is it mine?\n${sections}`, 'draft.md', 'Is it mine?'],
    [
      'else the first sentence',
      `By me.\n\n${sections}`,
      'draft.md',
      'The lab disclosed the figure in a paper of last week',
    ],
    [
      'of a page’s heading',
      page('<title>Other</title>', '<h1>Mine <i>first</i></h1>'),
      'a.html',
      'Mine first',
    ],
    ['of a page’s head', page('<title>Mine first</title>'), 'a.html', 'Mine first'],
    [
      'of a page’s head without the site',
      page('<title>Mine first | The Site</title><meta property="og:site_name" content="The Site">'),
      'a.html',
      'Mine first',
    ],
    [
      'of a page’s metadata',
      page('<title>Other</title><meta property="og:title" content="Mine first">'),
      'a.html',
      'Mine first',
    ],
    [
      'of a heading in what is dropped',
      page('<title>Other</title>', '<header><h1>Mine first</h1></header>'),
      'a.html',
      'Mine first',
    ],
  ])('is that %s', async (_where, text, file, title) => {
    expect(await fieldsOf(text, file)).toMatchObject({ title });
  });

  it('that is too long is cut at a word, complete in a comment, and left for the writer to fill in', async () => {
    const { markdown, draft, report } = await importText(
      `# ${'many words '.repeat(30)}\n\n${sections}`,
      'a.md',
    );
    expect((draft.frontMatter?.values as { title: string }).title).toMatch(/^many words .* words…$/);
    expect(markdown).toContain(`<!-- imported: # ${'many words '.repeat(30).trim()} -->`);
    expect(report.toFill).toContain('title');
  });

  it('that is a long first sentence is not cut: check says that it is long', async () => {
    const sentence = `The lab disclosed ${'the figures and '.repeat(7)}more`;
    const { draft, report } = await importText(`## What's Happening?\n\n${sentence}.`, 'a.md');
    expect(draft.frontMatter?.values).toMatchObject({ title: sentence });
    expect(report.toFill).not.toContain('title');
  });

  it('besides that of the front matter goes into a comment, unless it is the same', async () => {
    const other = await importText(`---\ntitle: Mine\n---\n\n# Other\n\n${sections}`, 'a.md');
    expect(other.markdown).toContain('<!-- imported: # Other -->');
    const same = await importText(`---\ntitle: Mine\n---\n\n# Mine\n\n${sections}`, 'a.md');
    expect(same.markdown).not.toContain('imported');
  });
});

describe('the summary', () => {
  const standfirst = 'The lab disclosed the figure. It is far below what others have reported.';

  it.each([
    ['of the front matter', `---\nsummary: Mine.\n---\n\nSummary\n\n${standfirst}\n\n${sections}`, 'Mine.'],
    ['of the block about the story', `What is the story about?\n${standfirst}\n\n${sections}`, standfirst],
    ['of its line', `Summary: ${standfirst}\n\n${sections}`, standfirst],
    ['of a short block, for the writer to extend', `## TL;DR\n\nShort.\n\n${sections}`, 'Short.'],
    ['of the paragraph before the sections', `# A\n\nBy me\n\n${standfirst}\n\n${sections}`, standfirst],
    [
      'else the first sentences',
      `# A\n\n${sections}`,
      'The lab disclosed the figure in a paper of last week.',
    ],
  ])('is that %s', async (_where, text, summary) => {
    expect(await fieldsOf(text)).toMatchObject({ summary });
  });

  it('of a page is its description, if nothing in the text is one', async () => {
    const head = `<meta name="description" content="${standfirst}">`;
    expect(await fieldsOf(page(head), 'a.html')).toMatchObject({ summary: standfirst });
    expect(await fieldsOf(page('<meta name="description" content="Short.">'), 'a.html')).toMatchObject({
      summary: 'The lab disclosed the figure in a paper.',
    });
  });

  it('that is too long is cut at the end of a sentence, and complete in a comment', async () => {
    const story = `${standfirst} `.repeat(6).trim();
    const { markdown, draft } = await importText(`Summary\n\n${story}\n\n${sections}`, 'a.md');
    expect(draft.frontMatter?.values).toMatchObject({ summary: `${standfirst} `.repeat(4).trim() });
    expect(markdown).toContain(`<!-- imported: ${story} -->`);
  });

  it('with a link goes into a comment with the address', async () => {
    const { markdown } = await importText(
      `Summary\n\n${standfirst} [There](https://example.org/).\n\n${sections}`,
      'a.md',
    );
    expect(markdown).toContain(`summary: ${standfirst} There.`);
    expect(markdown).toContain('[There](https://example.org/). -->');
  });

  it('occurs once, beside a comment in its block', async () => {
    for (const start of ['', `---\nsummary: ${standfirst}\n---\n\n`]) {
      const { markdown } = await importText(
        `${start}Summary\n\n${standfirst}\n\n<!-- so far -->\n\n${sections}`,
        'a.md',
      );
      expect(markdown.split(standfirst)).toHaveLength(2);
      expect(markdown).toContain('<!-- imported: so far -->');
    }
  });

  it('of a block without words leaves its other content', async () => {
    for (const before of ['', `${standfirst}\n\n`]) {
      const text = `${before}## Summary\n\n![](https://x.example/a.png) <!-- so far -->\n\n${sections}`;
      expect((await importText(text, 'a.md')).markdown).toContain('so far');
    }
  });

  it('is left to the writer where no sentence fits', async () => {
    const { report } = await importText("# A\n\n## What's Happening?\n\nShort.", 'a.md');
    expect(report.toFill).toContain('summary');
  });
});

describe('the date', () => {
  it.each([
    ['front matter', '---\ndate: 2025-09-18\n---\n\n', 'draft.md', '2025-09-18'],
    [
      'metadata',
      page('<meta property="article:published_time" content="2025-09-18T09:00:00+08:00">'),
      'a.html',
      '2025-09-18T09:00:00+08:00',
    ],
    [
      'structured data',
      page('<script type="application/ld+json">{"@graph":[{"datePublished":"2025-09-18"}]}</script>'),
      'a.html',
      '2025-09-18',
    ],
    ['time before the text', page('', '<time datetime="2025-09-18">today</time>'), 'a.html', '2025-09-18'],
  ])('is that of the %s', async (_where, text, file, date) => {
    expect(await fieldsOf(file === 'draft.md' ? text + sections : text, file)).toMatchObject({ date });
  });

  it.each([
    [
      'an event that the text tells of',
      page('').replace('More.', '<time datetime="2025-09-18">Thursday</time>'),
      'a.html',
    ],
    ['no date at all', page('<meta property="article:published_time" content="yesterday">'), 'a.html'],
    ['words', `# A\n\n18 September 2025\n\n${sections}`, 'draft.md'],
  ])('is empty for %s; then check asks for it', async (_where, text, file) => {
    const { report, draft } = await importText(text, file);
    expect(draft.frontMatter?.values).not.toHaveProperty('date');
    expect(report.toFill).toContain('date');
  });
});

describe('the other fields', () => {
  it('of a front matter stay as they are, right or wrong', async () => {
    const text = `---\nfigures:\n  - { value: "512", label: chips }\nthread: a-thread\naliases: [old]\ndate: Thursday\nwatch: soon\n---\n\n${sections}`;
    expect(await fieldsOf(text)).toMatchObject({
      figures: [{ value: '512', label: 'chips' }],
      thread: 'a-thread',
      aliases: ['old'],
      date: 'Thursday',
      watch: 'soon',
    });
  });

  it('that are not as a brief has them are for the writer to fill in', async () => {
    const text = `---\ndate: 2025-13-45\nai: maybe\ntopics: [ai, "!"]\nwatch: soon\n---\n\n${sections}`;
    expect((await importText(text, 'a.md')).report.toFill.slice(0, 5)).toEqual([
      'date',
      'topics',
      'ai',
      'sources',
      'watch',
    ]);
  });

  it('have the names that other generators use', async () => {
    const text = `---\ndescription: Mine.\npublishDate: 2025-09-18\nlastmod: 2025-09-19\ncategories: [Climate Change, KI]\nlanguage: de\ndraft: true\n---\n\n${sections}`;
    expect(await fieldsOf(text)).toMatchObject({
      summary: 'Mine.',
      date: '2025-09-18',
      updated: '2025-09-19',
      topics: ['climate-change', 'ki'],
      lang: 'de',
      status: 'draft',
    });
  });

  it.each([
    ['published: false', 'draft'],
    ['published: "No"', 'draft'],
    ['publish: false', 'draft'],
    ['draft: True', 'draft'],
    ['draft: yes', 'draft'],
    ['status: Draft', 'draft'],
    ['status: pending', 'draft'],
    ['post_status: private', 'draft'],
    ['visibility: private', 'draft'],
    ['hidden: true', 'draft'],
    ['unlisted: true', 'draft'],
    ['permalink: false', 'draft'],
    ['eleventyExcludeFromCollections: true', 'draft'],
    ['draft: true\npublished: true', 'draft'],
    ['draft: false', undefined],
    ['published: TRUE', undefined],
    ['status: publish', undefined],
    ['status: withdrawn', 'withdrawn'],
  ])('with "%s" leave the status %s', async (line, status) => {
    const { markdown, report } = await importText(`---\n${line}\n---\n\n${sections}`, 'a.md');
    expect(/^status: (.*)$/m.exec(markdown)?.[1]).toBe(status);
    expect(report.commented).toEqual([]);
  });

  it.each([
    ['Hugo', '+++\ndraft = true\ndate = 2024-05-01T10:00:00+02:00\ntags = ["Ports", "Big Ships"]\n+++'],
    [
      'Zola',
      '+++\ndate = 2024-05-01T10:00:00+02:00\ndraft = true\n[taxonomies]\ntags = ["Ports", "Big Ships"]\n+++',
    ],
    [
      'Hugo, in JSON',
      '{\n"draft": true, "date": "2024-05-01T10:00:00+02:00",\n"tags": ["Ports", "Big Ships"]\n}',
    ],
    [
      'Eleventy, in JSON',
      '---json\n{"draft": true, "date": "2024-05-01T10:00:00+02:00", "tags": ["Ports", "Big Ships"]}\n---',
    ],
    [
      'Eleventy, in TOML',
      '---toml\ndraft = true\ndate = 2024-05-01T10:00:00+02:00\ntags = ["Ports", "Big Ships"]\n---',
    ],
    ['Jekyll', '---\npublished: false\ndate: 2024-05-01 10:00:00 +0200\ntags: ports, big ships\n---'],
    [
      'Jekyll, with spaces',
      '---\npublished: false\ndate: 2024-05-01 10:00:00 +0200\ncategories: ports big-ships\n---',
    ],
  ])('are read as %s writes them', async (_who, front) => {
    expect(await fieldsOf(`${front}\n\n${sections}`)).toMatchObject({
      date: '2024-05-01T10:00:00+02:00',
      topics: ['ports', 'big-ships'],
      status: 'draft',
    });
  });

  it('that no brief can have go into a comment, and so does unreadable front matter', async () => {
    const unknown = await importText(`---\nlayout: post\npublishDate: soon\n---\n\n${sections}`, 'a.md');
    expect(unknown.markdown).toContain('<!-- imported: publishDate: soon -->');
    const broken = await importText(`---\ntitle: a\n  b: c\n---\n\n${sections}`, 'a.md');
    expect(broken.markdown).toContain('<!-- imported:\n\ntitle: a\n  b: c\n\n-->');
    const toml = await importText(`+++\ntitle = a\n+++\n\n${sections}`, 'a.md');
    expect(toml.markdown).toContain('<!-- imported: title = a -->');
  });

  it('have comments that the report repeats', async () => {
    const { report } = await importText(
      `---\n# ours\ntitle: "#1" # new\nsummary: |\n  # text\n---\n\n${sections}`,
      'a.md',
    );
    expect(report.dropped).toEqual([{ what: 'comments of the front matter', text: '# ours\n# new' }]);
  });

  it('are those of the option, for a document that names none', async () => {
    expect(await fieldsOf(sections, 'a.md', { topics: ['ai', 'chips'] })).toMatchObject({
      topics: ['ai', 'chips'],
    });
    expect(
      await fieldsOf(`---\ntopics: [law]\n---\n\n${sections}`, 'a.md', { topics: ['ai'] }),
    ).toMatchObject({
      topics: ['law'],
    });
  });

  it('are the sources below their heading; what is more than a title and an address stays in a comment', async () => {
    const list = [
      '- [A paper](https://example.org/a), 2025',
      '- https://example.org/b',
      '- Reuters: <https://example.org/c>',
      '- [One](https://example.org/d) and [two](https://example.org/e)',
      '- Told by a person',
      '- as said in https://example.org/f by all',
    ];
    const { draft, markdown } = await importText(`${sections}\n\n**Sources**\n\n${list.join('\n')}`, 'a.md');
    expect((draft.frontMatter?.values as { sources: unknown }).sources).toEqual([
      { title: 'A paper, 2025', url: 'https://example.org/a' },
      { title: 'example.org/b', url: 'https://example.org/b' },
      { title: 'Reuters', url: 'https://example.org/c' },
    ]);
    expect(markdown.match(/^- /gm)).toHaveLength(3);
    expect(markdown).toMatch(/<!-- imported:\n\n- \[One][^]*Told by a person[^]*by all\n\n-->/);
  });
});
