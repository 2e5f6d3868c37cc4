import { describe, expect, it, test } from 'vitest';
import { addressesOf } from '../../src/brief/addresses.ts';
import { parse } from '../../src/markdown/parse.ts';
import { render } from '../../src/markdown/render.ts';
import { publicationSample } from '../brief-sample.ts';
import { briefText, codesOf } from '../check/brief-text.ts';

const publication = publicationSample();

function bodyOf(text: string) {
  return render(parse('briefs/a.md', briefText([text]), publication), addressesOf(publication), new Map());
}

test.each([
  ['H~2~O and CO~2~', 'H₂O and CO₂'],
  ['Ca~3~(PO~4~)~2~, v~max~, SO~4~^2−^', 'Ca₃(PO₄)₂, vₘₐₓ, SO₄²⁻'],
  ['x^2^, 10^25^, 10^-6^ and 4 m^3^', 'x², 10²⁵, 10⁻⁶ and 4 m³'],
  ['the 21^st^ time', 'the 21ˢᵗ time'],
  ['It is :fire: and :white_check_mark:, :+1:', 'It is 🔥 and ✅, 👍'],
  ['**Important :rocket:**', 'Important 🚀'],
])('"%s" is read as "%s" on page, in feed, on cards and as Markdown', (text, read) => {
  const { sections, markdown } = bodyOf(text);
  expect(sections[0].text).toBe(read);
  expect(sections[0].html.page.replace(/<[^>]*>/g, '')).toBe(read);
  expect(sections[0].html.portable.replace(/<[^>]*>/g, '')).toBe(read);
  expect(sections[0].blocks).toEqual([{ kind: 'paragraph', text: read }]);
  expect(markdown.replaceAll('*', '')).toContain(read);
  expect(codesOf(briefText([text]))).toEqual([]);
});

describe('what only looks alike', () => {
  it.each([
    '10~20% and 30~40%, ~50',
    '5~10~15',
    '月~金~日',
    'At 10:30:45, a ratio of 1:100:5, :wq: and [:alpha:]',
    '`H~2~O` and `:fire:`',
    String.raw`H\~2\~O, x\^2\^ and \:fire:`,
    'a^b and ^1',
    '<https://example.org/~a~b/:fire:/>',
  ])('stays as it is: %s', (text) => {
    const plain = text.replace(/\\(?=[~^:])|`|^<|>$/g, '');
    expect(bodyOf(text).sections[0].text).toBe(plain);
  });
});

test('a callout is one on page, in feed, in text and on cards', () => {
  const { sections, markdown } = bodyOf('> [!WARNING]\n> The bridge is closed.');
  const [{ text, html, blocks }] = sections;
  expect(html.page).toContain('class="callout callout-warning"');
  expect(html.portable.replaceAll('\n', '')).toBe(
    '<blockquote><p><strong>Warning:</strong></p><p>The bridge is closed.</p></blockquote>',
  );
  expect(text).toBe('Warning: The bridge is closed.');
  expect(blocks).toEqual([
    { kind: 'heading', text: 'Warning:' },
    { kind: 'paragraph', text: 'The bridge is closed.' },
  ]);
  expect(markdown).toContain('> [!WARNING]\n> The bridge is closed.');
});
