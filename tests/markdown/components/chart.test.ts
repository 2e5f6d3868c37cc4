import fc from 'fast-check';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { chart } from '../../../src/markdown/components/chart.ts';
import { ar } from '../../../src/languages/ar.ts';
import { en } from '../../../src/languages/en.ts';
import { problemsOf, renderMdx } from './render-mdx.ts';

const bars = '<Chart type="bar" title="Cost" unit="$m" data="R1: 0.3, V3: 5.50, Loss: -1" />';

describe('a chart', () => {
  it('is an image with a label and a table that can be opened', () => {
    const { html } = renderMdx(bars);
    expect(html.page).toMatch(
      /^<figure class="chart"><figcaption>Cost<\/figcaption><svg class="bar" role="img"/,
    );
    expect(html.page).toContain('aria-label="Cost: R1 $0.3m, V3 $5.50m, Loss −$1m"');
    expect(html.page).toContain('<details><summary>Table</summary><div class="table"');
    expect(html.page).toContain('<tr><th scope="row">V3</th><td class="end">$5.50m</td></tr>');
  });

  it('is its table alone away from the page, and a line for each value in plain text', () => {
    const { html, text } = renderMdx(bars);
    expect(html.portable).toBe(
      '<figure><figcaption>Cost</figcaption><table><tbody><tr><th scope="row">R1</th><td>$0.3m</td></tr><tr><th scope="row">V3</th><td>$5.50m</td></tr><tr><th scope="row">Loss</th><td>−$1m</td></tr></tbody></table></figure>',
    );
    expect(text.split('\n').map((line) => line.split(/\s+/))).toEqual([
      ['Cost'],
      ['R1', '$0.3m'],
      ['V3', '$5.50m'],
      ['Loss', '−$1m'],
    ]);
  });

  it('has neither a style nor a script, and its policy needs no exception', () => {
    const line = '<Chart type="line" title="a" data="2019: 1, 2020: 2" />';
    expect(renderMdx(`${bars}\n\n${line}`).html.page).not.toMatch(/style=|<style|<script|href=|xlink/);
  });

  it('names a long unit once, in the caption', () => {
    const { text } = renderMdx('<Chart type="bar" title="Coal" unit="million tonnes" data="a: 1, b: 2" />');
    expect(text).toMatch(/^Coal, million tonnes\na\s+1\nb\s+2$/);
  });

  it.each([
    ['a: 1, b: 2', ['a', 'b']],
    ['a, b: 1; c: 2', ['a, b', 'c']],
    ['\n  2019: 1\n  2020: 2\n', ['2019', '2020']],
    ['9:00: 1, 10:00: 2', ['9:00', '10:00']],
    ['2020-01: 1, 2020-02-03: 2', ['January 2020', '3 February 2020']],
  ])('reads the labels of %j', (data, labels) => {
    const { html } = renderMdx(`<Chart type="line" title="a" data="${data}" />`);
    expect([...html.portable.matchAll(/scope="row">([^<]*)/g)].map(([, label]) => label)).toEqual(labels);
  });

  it.each([
    '',
    'a: 1',
    'a: 1, b',
    'a: 1, b: x',
    'a: 1,000, b: 2',
    'a: 1, b: 1e9',
    ': 1, : 2',
    `a: 1, ${'x'.repeat(29)}: 2`,
  ])('refuses the data %j', (data) => {
    expect(problemsOf(`<Chart type="bar" title="a" data="${data}" />`)).toEqual([
      ['mdx-attribute', `data="${data}"`],
    ]);
  });

  it('measures bars from one zero, also below it', () => {
    const widths = shapesOf(renderMdx(bars).html.page, 'rect').map(({ x, width }) => [x, width]);
    expect(widths).toEqual([
      ['15.38%', '4.62%'],
      ['15.38%', '84.62%'],
      ['0%', '15.38%'],
    ]);
  });

  it('sets dates as far apart as they are', () => {
    const { html } = renderMdx('<Chart type="line" title="a" data="2000: 1, 2010: 2, 2012: 3" />');
    const [first = 0, second = 0, last = 0] = shapesOf(html.page, 'circle').map(({ cx }) =>
      parseFloat(cx ?? ''),
    );
    expect((second - first) / (last - first)).toBeCloseTo(10 / 12, 2);
  });

  it('runs from right to left where the language does', () => {
    const data = { type: 'line', title: 'a', data: '2000: 1, 2010: 2' };
    const places = [en, ar].map((language) => JSON.stringify(chart.draw(data, [], language)));
    expect(places[0]).toContain('"cx":"1.5%"');
    expect(places[1]).toContain('"cx":"98.5%"');
  });

  it('draws any numbers inside its frame', () => {
    const number = fc.double({ min: -1e12, max: 1e12, noNaN: true }).map((value) => value.toFixed(3));
    fc.assert(
      fc.property(
        fc.array(number, { minLength: 2, maxLength: 30 }),
        fc.constantFrom('bar', 'line'),
        fc.constantFrom(en, ar),
        (numbers, type, language) => {
          const data = numbers.map((value, at) => `n${at}: ${value}`).join(', ');
          const drawn = JSON.stringify(chart.draw({ type, title: 'a', data }, [], language));
          expect(drawn).not.toMatch(/NaN|Infinity|undefined/);
          for (const [, share = ''] of drawn.matchAll(/"(-?[\d.]+)%"/g)) {
            expect(Number(share)).toBeGreaterThanOrEqual(-0.01);
            expect(Number(share)).toBeLessThanOrEqual(100.01);
          }
        },
      ),
    );
  });

  it('says where the scale of a line starts, unless it starts at zero as the scale of bars always does', () => {
    const captionOf = (attributes: string): string | undefined =>
      /<figcaption>(.*?)<\/figcaption>/.exec(renderMdx(`<Chart title="Heat" unit="%" ${attributes} />`).html.page)?.[1];
    const data = 'data="2000: 91, 2010: 95, 2020: 99"';
    expect(captionOf(`type="line" ${data}`)).toBe('Heat <span class="scale">The scale starts at 90%.</span>');
    expect(captionOf(`type="line" from="0" ${data}`)).toBe('Heat');
    expect(captionOf(`type="line" from="80" ${data}`)).toBe('Heat <span class="scale">The scale starts at 80%.</span>');
    expect(captionOf(`type="bar" ${data}`)).toBe('Heat');
    expect(problemsOf(`<Chart type="line" title="a" from="low" ${data} />`)).toEqual([['mdx-attribute', 'from="low"']]);
  });
});

function shapesOf(html: string, tagName: string): Record<string, string | undefined>[] {
  const shapes: Record<string, string | undefined>[] = [];
  visit(fromHtml(html, { fragment: true }), 'element', (node) => {
    if (node.tagName === tagName) shapes.push(node.properties as Record<string, string>);
  });
  return shapes;
}
