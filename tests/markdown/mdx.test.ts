import fc from 'fast-check';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { addressesOf } from '../../src/brief/addresses.ts';
import { check } from '../../src/check/check.ts';
import { factsOf } from '../../src/check/cross-brief-facts.ts';
import { parse } from '../../src/markdown/parse.ts';
import { render } from '../../src/markdown/render.ts';
import { anyText } from '../any-text.ts';
import { publicationSample } from '../brief-sample.ts';
import { problemsOf } from './components/render-mdx.ts';
import { briefText, codesOf } from '../check/brief-text.ts';
import { cpuTime } from '../cpu-time.ts';

const publication = publicationSample();

const piece = fc.oneof(
  fc.constantFrom(
    ...[
      '<Figure value="1" label="<script>alert(1)</script>" />',
      '<Quote who="a" url="javascript:x">b</Quote>',
    ],
    ...[
      '<Chart type="bar" title="</svg><script>" data="<script>: 1, b\' onload=x: 2" />',
      '<Figure ',
      'value="',
      '/>',
    ],
    ...[
      '<Timeline>\n',
      '</Timeline>\n',
      '- 2024: a\n',
      '<Compare>',
      '</Compare>',
      '<Side title="a">',
      '</Side>',
    ],
    ...[
      '<script>alert(1)</script>',
      '<svg onload={x}>',
      '<img src="x" onerror="alert(1)" />',
      '<a href="javascript:x">b</a>',
    ],
    ...[
      '{',
      '}',
      '{alert(1)}',
      '{...a}',
      '{`${x}`}',
      '{/*',
      '*/}',
      "import a from 'b'\n",
      'export const a = 1\n',
    ],
    ...[
      '<',
      '>',
      '</',
      '<>',
      '</>',
      '<!--',
      '-->',
      '"',
      "'",
      '=',
      '\n',
      '\n\n',
      '> ',
      '- ',
      '    ',
      '`',
      '```\n',
      '## ',
    ],
    ...['[x](javascript:x)', '![x](y.png)', '[^1]', '[^1]: note', '| a |\n|-|\n', '\\', '&lt;script&gt;'],
  ),
  anyText,
);
const mdx = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));

describe('an .mdx brief of strangers', { timeout: 30_000 }, () => {
  it('is parsed and checked without an exception', () => {
    fc.assert(
      fc.property(fc.oneof(mdx, anyText), (text) => {
        for (const source of [text, briefText([text])]) {
          const { diagnostics } = check(parse('briefs/a.mdx', source, publication), publication);
          for (const { range } of diagnostics) {
            expect(range.start).toBeGreaterThanOrEqual(0);
            expect(range.end).toBeGreaterThanOrEqual(range.start);
            expect(range.start).toBeLessThanOrEqual(source.length);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('never puts a script on a page, even if its errors are not heeded, and a drawing only of a chart', () => {
    fc.assert(
      fc.property(mdx, (text) => {
        const html = renderAnyway(text.replaceAll('![x](y.png)', ''));
        visit(fromHtml(html, { fragment: true }), 'element', ({ tagName, properties }, _, parent) => {
          expect(tagName).not.toMatch(/^(?:script|style|iframe|object|embed|form|base|meta|link|math)$/);
          if (tagName === 'svg') {
            expect(parent).toMatchObject({ tagName: 'figure', properties: { className: ['chart'] } });
          }
          expect(
            Object.keys(properties).filter((name) => /^(?:on|style$|srcDoc|formAction)/i.test(name)),
          ).toEqual([]);
          for (const address of [properties['href'], properties['src']]) {
            expect(String(address)).not.toMatch(/^[\s\u0000-\u0020]*(?:javascript|data|vbscript):/i);
          }
        });
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['tags', '<Quote who="a">\n'.repeat(10_000)],
    ['closed tags', '<Quote who="a">\n'.repeat(5000) + '</Quote>\n'.repeat(5000)],
    ['fragments', '<>'.repeat(10_000)],
    ['braces', '{'.repeat(10_000)],
    ['pairs of braces', '{'.repeat(10_000) + '}'.repeat(10_000)],
    ['quotations', '> '.repeat(10_000)],
  ])('with 10,000 nested %s is an error within a short time', (_, text) => {
    const started = cpuTime();
    expect(problemsOf(text).map(([code]) => code)).toEqual(['nesting-depth']);
    expect(cpuTime() - started).toBeLessThan(1000);
  });

  it.each([
    ['components', '<Figure value="1" label="a" />\n\n'.repeat(2000)],
    ['attributes', `<Figure ${'value="1" '.repeat(3000)}/>`],
    ['expressions', '{a} '.repeat(3000)],
    ['closing braces', `{a ${'}'.repeat(10_000)}`],
    ['lines of one expression', `{\n${'a\n'.repeat(5000)}}`],
    ['values', `<Chart type="line" title="a" data="${'a: 1, '.repeat(5000)}" />`],
    ['tags that do not close', '<a '.repeat(5000)],
    ['dates', `<Timeline>\n${'- 2024: a\n'.repeat(3000)}</Timeline>`],
  ])('of very many %s is read within seconds', (_, text) => {
    const started = cpuTime();
    problemsOf(text);
    expect(cpuTime() - started).toBeLessThan(5000);
  });
});

describe('the checker of .mdx', () => {
  it('reports the problems of every rule, each at its position', () => {
    const text =
      'A {b} <i>c</i>.\n\n<Figre />\n\n<Figure value="1" lable="a" />\n\n![](a.png) [x](javascript:x)';
    expect(problemsOf(text).map(([, place]) => place)).toEqual(
      expect.arrayContaining(['{b}', '<i', '<Figre', 'lable="a"', '![](a.png)', '[x](javascript:x)']),
    );
  });

  it('still judges the rest of a brief whose tags cannot be read', () => {
    const source = briefText(['<Timeline>\n\n[x](javascript:x)'], { ai: 'partly' }).replace(
      '## Beyond',
      '## Behind',
    );
    const { diagnostics } = check(parse('briefs/a.mdx', source, publication), publication);
    expect(diagnostics.map(({ code }) => code).sort()).toEqual([
      'field-value',
      'link-address',
      'mdx-syntax',
      'section-heading',
    ]);
  });

  it('counts columns after characters of any length', () => {
    expect(problemsOf('👩‍👩‍👧 é Ω {b} <i>c</i>')).toEqual([
      ['mdx-code', '{b}'],
      ['mdx-component', '<i'],
    ]);
  });

  it('treats escaped characters and code as text', () => {
    expect(problemsOf('\\{a\\} \\<b> `{c} <d>` 1 < 2\n\n```\n<e> {f}\n```')).toEqual([]);
  });

  it('is not asked where the file is Markdown', () => {
    expect(codesOf(briefText(['<Figure value="1" label="a" />']))).toEqual(['raw-html']);
    expect(codesOf(briefText(['{a} import b']))).toEqual([]);
  });

  it('does not call a section empty that holds a component', () => {
    expect(problemsOf('<Figure value="1" label="a" />')).toEqual([]);
  });
});

it('a brief that a component links to is one that the snapshot must have', () => {
  const source = briefText(['<Quote who="a" url="/briefs/other/">b</Quote> \n\n[c](./third.mdx)']);
  const draft = parse('briefs/small-bill.mdx', source, publication);
  const { fields } = check(draft, publication);
  if (!fields) throw new Error('the brief is valid');
  expect(factsOf(draft, fields).references.map(({ name, how }) => [name, how])).toEqual([
    ['other', 'link'],
    ['third', 'link'],
  ]);
});

function renderAnyway(text: string): string {
  const draft = parse('briefs/small-bill.mdx', briefText([text]), publication);
  try {
    const { sections, notes } = render(draft, addressesOf(publication), new Map());
    return [...sections.map((section) => section.html), notes]
      .map(({ page, portable }) => page + portable)
      .join('');
  } catch (error) {
    // Images are prepared before a brief without errors is rendered.
    expect(String(error)).toMatch(/an image was not prepared/);
    return '';
  }
}
