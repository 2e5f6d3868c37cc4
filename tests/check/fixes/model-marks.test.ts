import { describe, expect, it } from 'vitest';
import { fix } from '../../../src/check/fixes/fix.ts';
import { publicationSample } from '../../brief-sample.ts';
import { briefText } from '../brief-text.ts';

const fixed = (text: string): string => fix('briefs/a.md', text, publicationSample()).text;

describe('what a model writes in a section', () => {
  it.each([
    ['H<sub>2</sub>O, CO<SUB>2</SUB>', 'H₂O, CO₂'],
    ['x<sup>2</sup>, 5 km<sup>2</sup>, 10<sup>25</sup>, 21<sup>st</sup>', 'x², 5 km², 10²⁵, 21ˢᵗ'],
    ['**H<sub>2</sub>**', '**H₂**'],
    ['One line.<br>Another one.', 'One line.\\\nAnother one.'],
    ['One line.<br />\nAnother one.', 'One line.\\\nAnother one.'],
    ['One line.<br><br>A paragraph.', 'One line.\n\nA paragraph.'],
    ['The end.<br>', 'The end.'],
    ['###The bill\n\nText.', '### The bill\n\nText.'],
    ['### **The bill**\n\nText.', '### The bill\n\nText.'],
    [
      '[A page](https://example.org/?utm_source=news&a=b), <https://example.org/?gclid=1>',
      '[A page](https://example.org/?a=b), <https://example.org/>',
    ],
  ])('is written as Markdown: %s', (given, written) => {
    expect(fixed(briefText([given]))).toBe(briefText([written]));
  });

  it.each([
    ['a note, or a power', 'It cost $294,000<sup>1</sup> in the town<sup>2</sup>.'],
    ['characters that Unicode lacks', 'A<sub>qQ</sub>'],
    ['a break in a cell', '| A | B |\n| - | - |\n| 1<br>2 | 3 |'],
    ['a break before what would be a list', 'One<br>- Two'],
    ['code', '`x<sup>2</sup>` and `a<br>b`'],
    ['a tag', '#hashtag and ##'],
  ])('stays where it is not certain: %s', (_, text) => {
    expect(fixed(briefText([text]))).toBe(briefText([text]));
  });

  it('is a footnote where the brief has the note', () => {
    const text = briefText(['It cost $294,000<sup>1</sup>.\n\n[^1]: Without the base model.']);
    expect(fixed(text)).toBe(text.replace('<sup>1</sup>', '[^1]'));
  });
});

it('a section that is a line in bold becomes a heading', () => {
  const text = briefText(['One.', 'Two.']);
  const bold = text.replace(/^## (.*)$/gm, '**$1**');
  expect(bold).not.toBe(text);
  expect(fixed(bold)).toBe(text);
});

describe('a field', () => {
  const withFields = (date: string, url: string): string =>
    briefText(['One.'], { date, sources: `\n  - title: A page\n    url: ${url}` });

  it('has its date in ISO 8601, and its address without what counts readers', () => {
    const given = withFields('September 18, 2025', 'https://example.org/a?utm_source=chatgpt.com&b=1');
    expect(fixed(given)).toBe(withFields('2025-09-18', 'https://example.org/a?b=1'));
  });

  it.each(['03/04/2026', 'soon', '2025-02-30'])('keeps the date %s, which could be two or none', (date) => {
    expect(fixed(withFields(date, 'https://example.org/'))).toBe(withFields(date, 'https://example.org/'));
  });
});
