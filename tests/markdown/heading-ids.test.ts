import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import fc from 'fast-check';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { addressesOf } from '../../src/brief/addresses.ts';
import { anchorIn, anchorsOf } from '../../src/markdown/anchors.ts';
import { headingIds, pageIds } from '../../src/markdown/heading-ids.ts';
import { parse } from '../../src/markdown/parse.ts';
import { render } from '../../src/markdown/render.ts';
import { anyText } from '../any-text.ts';
import { publicationSample } from '../brief-sample.ts';
import { briefText } from '../check/brief-text.ts';
import { cpuTime } from '../cpu-time.ts';

const publication = publicationSample();
const source = fileURLToPath(new URL('../../src', import.meta.url));

function idsOf(...headings: string[]): string[] {
  const text = briefText([headings.map((heading) => `### ${heading}\n\nText.`).join('\n\n')]);
  return [...headingIds(parse('briefs/small-bill.md', text, publication)).values()];
}

describe('the id of a heading', () => {
  it.each([
    ['Learning from rivals', 'learning-from-rivals'],
    ['Update, 27 July 2026', 'update-27-july-2026'],
    ['  Two   *words*, `code`  ', 'two-words-code'],
    ['R1’s cost: $294,000 (or so)', 'r1s-cost-294000-or-so'],
    ['state-of-the-art', 'state-of-the-art'],
    ['Größe', 'größe'],
    ['Größe', 'größe'],
    ['新闻之外', '新闻之外'],
    ['समाचार', 'समाचार'],
    ['ما التالي؟', 'ما-التالي'],
    ['![Chips](chips.png) table', 'table'],
    ['Note[^1]', 'note'],
    ['???', 'heading'],
    ['Sources', 'sources-1'],
    ['What’s next', 'whats-next-1'],
    ['small-bill-fn-1', 'heading-small-bill-fn-1'],
  ])('%j is %j', (heading, id) => {
    expect(idsOf(`${heading}\n\n[^1]: Note.`)).toEqual([id]);
  });

  it('is numbered when it is not the first', () => {
    expect(idsOf('Chips', 'Chips 1', 'Chips', 'chips', '?', '!')).toEqual([
      'chips',
      'chips-1',
      'chips-2',
      'chips-3',
      'heading',
      'heading-1',
    ]);
  });

  it('is found quickly among very many', () => {
    const started = cpuTime();
    expect(new Set(idsOf(...Array<string>(3000).fill('Chips'))).size).toBe(3000);
    expect(cpuTime() - started).toBeLessThan(3000);
  });
});

const heading = fc.oneof(
  fc.constantFrom(
    'Chips',
    'chips-1',
    'Chips 1',
    'Sources',
    'small-bill-fn-1',
    'fn-1',
    '?',
    'More[^1]',
    'content',
  ),
  anyText.map((text) => text.replace(/\s+/g, ' ')),
);

describe('the page of a brief', () => {
  it('has each id once, and every anchor that links may lead to', () => {
    fc.assert(
      fc.property(fc.array(heading, { maxLength: 8 }), (headings) => {
        const markdown = headings
          .map((text, at) => `${'#'.repeat(3 + (at % 4))} ${text}\n\nText.`)
          .join('\n\n');
        const draft = parse(
          'briefs/small-bill.md',
          briefText([`${markdown}\n\nText.[^1]\n\n[^1]: Note.`]),
          publication,
        );
        const { sections, notes } = render(draft, addressesOf(publication), new Map());
        const html = [...sections.map((section) => section.html.page), notes.page].join('\n');
        const ids: string[] = [...pageIds];
        visit(fromHtml(html, { fragment: true }), 'element', ({ properties }) => {
          if (typeof properties['id'] === 'string') ids.push(properties['id']);
        });
        expect(new Set(ids).size).toBe(ids.length);
        const parts = ['notes', 'sources', 'watch', 'corrections'];
        expect([...anchorsOf(draft, {})].filter((anchor) => ![...ids, ...parts].includes(anchor))).toEqual(
          [],
        );
      }),
      { numRuns: 150 },
    );
  });

  it('avoids the ids of its own parts', () => {
    const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((path) =>
      path.endsWith('.astro'),
    );
    const own = files.flatMap((path) =>
      [...readFileSync(join(source, path), 'utf8').matchAll(/\sid="([^"{}]+)"/g)].map(([, id = '']) => id),
    );
    expect(own).toContain('sources');
    expect(own.filter((id) => !pageIds.includes(id))).toEqual([]);
  });
});

describe('a fragment', () => {
  it.each([
    ['chips', 'chips'],
    ['gr%C3%B6%C3%9Fe', 'größe'],
    ['%', '%'],
    ['chips:~:text=a', 'chips'],
    ['', undefined],
    ['top', undefined],
    ['Top', undefined],
    [':~:text=a', undefined],
  ])('%j names the anchor %j', (fragment, anchor) => {
    expect(anchorIn(fragment)).toBe(anchor);
  });
});
