import { describe, expect, it } from 'vitest';
import { parse } from '../../src/brief/parse.ts';
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

  it('keeps numbers and the like as the writer wrote them', () => {
    const figures =
      '[{ value: 512, label: yes }, { value: 0x1F, label: 1_000 }, { value: ~, label: 2025-09-18 }]';
    expect(checkText(briefText([], { figures })).fields?.figures).toEqual([
      { value: '512', label: 'yes' },
      { value: '0x1F', label: '1_000' },
      { value: '~', label: '2025-09-18' },
    ]);
  });

  it('may use aliases of YAML', () => {
    const text = briefText([], { title: '&t A small bill', image: '{ src: ./a.png, alt: *t }' });
    expect(checkText(text).fields?.image?.alt).toBe('A small bill');
  });
});

describe('the checker', () => {
  it('finds every problem at once', () => {
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

  it('says of YAML that cannot be read only that', () => {
    expect(codesOf(briefText([], { title: '[' }))).toEqual(['front-matter-syntax']);
    expect(codesOf(briefText([], { reviewer: '*nobody' }))).toEqual(['front-matter-alias']);
  });

  it('takes `__proto__` and `constructor` for unknown fields', () => {
    expect(codesOf(briefText([], { __proto__x: 'a', constructor: 'b' }))).toEqual([
      'field-unknown',
      'field-unknown',
    ]);
    expect(codesOf(briefText().replace('---\n', '---\n__proto__: { title: x }\n'))).toEqual([
      'field-unknown',
    ]);
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
