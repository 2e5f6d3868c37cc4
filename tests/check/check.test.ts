import { describe, expect, it } from 'vitest';
import { parse } from '../../src/markdown/parse.ts';
import { fix } from '../../src/check/fixes/fix.ts';
import { publicationSample } from '../brief-sample.ts';
import { briefText, checkText, codesOf } from './brief-text.ts';

describe('a valid brief', () => {
  it('has no problem and all its fields, with those it leaves out', () => {
    const { fields, diagnostics } = checkText(briefText());
    expect(diagnostics).toEqual([]);
    expect(fields).toMatchObject({
      title: 'A small bill',
      date: '2025-09-18T01:00:00+00:00',
      topics: ['ai', 'chips'],
      authors: [],
      figures: [],
      lang: 'en',
      status: 'published',
      aliases: [],
    });
  });

  it.each([
    ['\r\n', '\r\n'],
    ['\r', '\r'],
  ])('may end its lines in %j', (_, end) => {
    const text = briefText().replaceAll('\n', end);
    expect(codesOf(text)).toEqual([]);
    const { frontMatter } = parse('briefs/a.md', text, publicationSample());
    expect(text.slice(frontMatter?.offset).startsWith('title:')).toBe(true);
  });

  it('may begin the lines of a text with wide spaces, as Japanese paragraphs do', () => {
    expect(
      codesOf(briefText([], { summary: `>\n  \u3000${'港の使用料が春から上がる。'.repeat(4)}` })),
    ).toEqual([]);
  });

  it('keeps numbers and similar values as text', () => {
    const figures =
      '[{ value: 512, label: yes }, { value: 0x1F, label: 1_000 }, { value: "~", label: 2025-09-18 }]';
    expect(checkText(briefText([], { figures })).fields?.figures).toEqual([
      { value: '512', label: 'yes' },
      { value: '0x1F', label: '1_000' },
      { value: '~', label: '2025-09-18' },
    ]);
  });

  it.each(['', 'null', 'Null', '~', '""'])('treats a field with the value %j as missing', (empty) => {
    const names = [
      'reviewer',
      'thread',
      'updated',
      'expires',
      'figures',
      'watch',
      'image',
      'status',
      'lang',
      'aliases',
    ];
    const fields = Object.fromEntries(names.map((name) => [name, empty]));
    const nested = `[{ title: Paper, url: https://example.org/, publisher: ${empty}, date: ${empty} }]`;
    const { fields: read, diagnostics } = checkText(briefText([], { ...fields, sources: nested }));
    expect(diagnostics).toEqual([]);
    expect(read).not.toHaveProperty('thread');
    expect(read).toMatchObject({ status: 'published', lang: 'en', figures: [] });
    expect(read?.sources).toEqual([{ title: 'Paper', url: 'https://example.org/' }]);
    const text = briefText([], { title: empty, ai: empty, topics: empty });
    const missing = checkText(text).diagnostics;
    expect(missing.map(({ code, message }) => [code, /"\w+"/.exec(message)?.[0]])).toEqual([
      ['field-missing', '"title"'],
      ['field-missing', '"topics"'],
      ['field-missing', '"ai"'],
    ]);
    expect(missing.every(({ range }) => range.start > text.indexOf('title:') - 1)).toBe(true);
  });

  it('treats an empty item as missing, and locates the others correctly', () => {
    const topics = '\n  - ai\n  -\n  - null\n  - ~\n  - chips';
    expect(checkText(briefText([], { topics })).fields?.topics).toEqual(['ai', 'chips']);
    const text = briefText([], { topics: '[~, ai, null, Bad]' });
    expect(checkText(text).diagnostics.map(({ range }) => text.slice(range.start, range.end))).toEqual([
      'Bad',
    ]);
    expect(codesOf(briefText([], { topics: '[~]' }))).toEqual(codesOf(briefText([], { topics: '[]' })));
  });

  it('may use aliases of YAML', () => {
    const text = briefText([], { date: '&day 2025-09-18', updated: '*day' });
    expect(checkText(text).fields?.updated).toBe(checkText(text).fields?.date);
  });
});

describe('the checker', () => {
  it.each(['\n- ai\n-chips', '\n  - ai\n  -chips\n  - space', '\n-ai\n- chips'])(
    'says where an item of a list lacks its space: %j',
    (topics) => {
      const text = briefText([], { topics });
      const { diagnostics } = checkText(text);
      expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
        ['front-matter-syntax', 'Unexpected list item without a space after "-"'],
      ]);
      expect(text.slice(diagnostics[0]?.range.start).startsWith('-')).toBe(true);
    },
  );

  it.each(['\u200b', '\u2060\u200b', '\u00a0'])(
    'names an invisible character before the front matter: %j',
    (character) => {
      const { diagnostics } = checkText(character + briefText());
      expect(diagnostics).toHaveLength(1);
      expect(diagnostics[0]?.message).toMatch(
        /^Unexpected U\+[\dA-F]{4}, a character that readers cannot see, before/,
      );
      expect(fix('briefs/a.md', character + briefText(), publicationSample()).text).toBe(briefText());
    },
  );

  it('finds every problem', () => {
    const text = briefText(['<b>', '[x](javascript:x)', '', '![](a.png)'], { ai: 'partly', mood: 'good' });
    const expected = [
      'field-unknown',
      'field-value',
      'image-alt',
      'link-address',
      'raw-html',
      'section-empty',
    ];
    expect([...new Set(codesOf(text))].sort()).toEqual(expected);
  });

  it('judges the fields that are right, though another is wrong', () => {
    expect(codesOf(briefText([], { ai: 'partly', updated: '2020-01-01' })).sort()).toEqual([
      'date-order',
      'field-value',
    ]);
  });

  it.each([
    ['the day of publication, without a time', '2025-09-18', []],
    ['the day of publication, before its hour', '2025-09-18T00:30:00Z', ['date-order']],
    ['the day before', '2025-09-17', ['date-order']],
  ])('accepts or rejects an update on %s: %s', (_when, updated, codes) => {
    expect(codesOf(briefText([], { date: '2025-09-18T09:00:00Z', updated }))).toEqual(codes);
  });

  it('says of YAML that cannot be read only that', () => {
    expect(codesOf(briefText([], { title: '[' }))).toEqual(['front-matter-syntax']);
    expect(codesOf(briefText([], { reviewer: '*nobody' }))).toEqual(['front-matter-alias']);
  });

  it.each([
    ['...\nstatus: draft', '...'],
    ['... # end\nstatus: draft', '...'],
    ['--- x\nstatus: draft', '---'],
    ['--- {status: draft}', '---'],
    ['--- # more\nstatus: draft', '---'],
    ['reviewer: >\n  Desk\n  status: draft', 'status:'],
    ['reviewer: |\n  Desk\n  date: 2030-01-01', 'date:'],
    ['reviewer: "Desk\n  status: draft\n  x"', 'status:'],
  ])('reports a field that YAML reads as text: %j', (fields, place) => {
    const text = briefText().replace('\n---\n', `\n${fields}\n---\n`);
    const { diagnostics } = checkText(text);
    expect(diagnostics.map(({ code, range }) => [code, text.slice(range.start, range.end)])).toEqual([
      ['front-matter-syntax', place],
    ]);
  });

  it.each([
    'status: published\nstatus: draft',
    'status: published\n"status": draft',
    "'status': draft\n? status\n: published",
    'status: draft\rstatus: published',
    '%YAML 1.2\nstatus: draft',
    '\ufeffstatus: draft',
    'status\u200b: draft',
    'Status: draft',
    'status: Draft',
    'status: "draft "',
    'status:draft',
    'status：draft',
    'status:\u00a0draft',
    ' status: draft',
    '\tstatus: draft',
    'draft: true',
    'published: false',
    '<<: { status: draft }',
    '!!null status: draft',
    'withdrawn:\n  status: draft',
    'reviewer: Desk\n  status: draft',
    'reviewer: "Desk\nstatus: draft\nthread: x"',
    'reviewer: Desk # status: draft',
    'reviewer: Desk\u0085status: draft',
    'reviewer: Desk\u2028status: draft',
  ])('publishes no brief whose fields might mean a draft: %j', (fields) => {
    const { fields: known } = checkText(briefText().replace('\n---\n', `\n${fields}\n---\n`));
    expect(known).toBeUndefined();
  });

  it('accepts an end marker after the only document', () => {
    expect(codesOf(briefText().replace('\n---\n', '\nstatus: draft\n...\n---\n'))).toEqual([]);
  });

  it('joins the lines of a Chinese or Japanese field without a space', () => {
    const fields = { lang: 'ja', title: '北埠頭を\n  閉鎖', reviewer: '“编辑”\n  部' };
    const { known } = checkText(briefText([], { ...fields, summary: '>\n  a\n  b' }));
    expect(known.title).toBe('北埠頭を閉鎖');
    expect(known.reviewer).toBe('“编辑”部');
    expect(checkText(briefText([], { title: 'One\n  two' })).known.title).toBe('One two');
  });

  it('spells the scheme of an address in small letters, as in the text', () => {
    const sources = '[{ title: A, url: HTTPS://Example.org/A, archive: Http://example.org/HTTP:x }]';
    const { known } = checkText(briefText([], { sources }));
    expect(codesOf(briefText([], { sources }))).toEqual([]);
    expect(known.sources).toMatchObject([
      { url: 'https://Example.org/A', archive: 'http://example.org/HTTP:x' },
    ]);
  });

  it('reports a title that starts with a hashtag, which YAML reads as a comment', () => {
    expect(codesOf(briefText([], { title: '#MeToo turns ten' })).sort()).toEqual([
      'field-comment',
      'field-missing',
    ]);
  });

  it('accepts a comment that cuts off no text', () => {
    const fields = {
      title: '"A small bill" # no text is lost',
      date: '2025-09-18 # embargo',
      topics: '[ai, chips] # two',
      summary: '"Number #1, and a text that is long enough to be a summary"',
      reviewer: 'Desk#1\n# A line of its own',
    };
    expect(codesOf(briefText([], fields))).toEqual([]);
  });

  it('judges the text below blank lines before the front matter as if they were not there', () => {
    for (const before of ['\n', '---\n\n---\n', ' \r\n']) {
      const text = before + briefText(['<b>'], { ai: 'partly' });
      const { diagnostics } = checkText(text);
      expect(diagnostics.map(({ code, range }) => [code, text.slice(range.start, range.end)])).toEqual([
        ['front-matter-missing', before.charAt(0)],
        ['field-value', 'partly'],
        ['raw-html', '<b>'],
      ]);
    }
  });

  it('offers a line that YAML can read for a title that it cannot read, unless the title goes on below', () => {
    const noteOf = (title: string) => checkText(briefText([], { title })).diagnostics[0]?.note?.text;
    expect(noteOf(`"It's no deal," he said`)).toBe(
      `put the whole value in quotation marks: title: '"It''s no deal," he said'`,
    );
    expect(noteOf('"No deal," he said\n  and left')).not.toContain('title:');
  });

  it('treats `__proto__` and `constructor` as unknown fields', () => {
    expect(codesOf(briefText([], { __proto__x: 'a', constructor: 'b' }))).toEqual([
      'field-unknown',
      'field-unknown',
    ]);
    expect(codesOf(briefText().replace('---\n', '---\n__proto__: { title: x }\n'))).toEqual([
      'field-unknown',
    ]);
  });

  it.each([
    ['topics', 12],
    ['aliases', 50],
  ])('limits %s to %d, since each makes pages', (field, max) => {
    const list = (length: number): string =>
      `[${Array.from({ length }, (_, at) => `name-${at}`).join(', ')}]`;
    expect(codesOf(briefText([], { [field]: list(max) }))).toEqual([]);
    const { diagnostics } = checkText(briefText([], { [field]: list(max + 1) }));
    expect(diagnostics).toEqual([
      expect.objectContaining({
        code: 'field-length',
        message: expect.stringContaining(`at most ${max}`) as string,
      }),
    ]);
  });

  it.each(['figures', 'topics'])('counts no letters of a text where "%s" expects a list', (field) => {
    expect(codesOf(briefText([], { [field]: '44 countries and more' }))).toEqual(['field-type']);
  });

  it.each(['', '\n', '---', '---\n---', '---\n---\n', '\ufeff', '---\n\n---\n', '# x', '## ', '[^1]: x'])(
    'has something to say about the text %j',
    (text) => {
      expect(codesOf(text).length).toBeGreaterThan(0);
    },
  );

  it('counts a length in characters as readers do', () => {
    const family = '👨‍👩‍👧‍👦';
    const label = family.repeat(60);
    expect(codesOf(briefText([], { figures: `[{ value: ${family.repeat(12)}, label: ${label} }]` }))).toEqual(
      [],
    );
    expect(codesOf(briefText([], { figures: `[{ value: 1, label: ${label}${family} }]` }))).toEqual([
      'field-length',
    ]);
  });
});
