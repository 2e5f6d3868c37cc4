import fc from 'fast-check';
import { expect, test } from 'vitest';
import { breakLines, lineGlyphs, type LineOptions } from '../../../src/cards/text/lines.ts';
import { shapeParagraph, type Paragraph } from '../../../src/cards/text/paragraph.ts';
import { wildTitles } from './wild-titles.ts';

const english = { lang: 'en', direction: 'ltr' } as const;
const filled: LineOptions = { breakWords: false, isBalanced: false };

/** The lines of a text, as far as they are drawn. */
async function linesOf(
  text: string,
  width: number,
  options: Partial<LineOptions> = {},
): Promise<string[] | undefined> {
  const paragraph = await shapeParagraph(text, 'label', english);
  const lines = breakLines(paragraph, width, { ...filled, ...options });
  return lines?.map(({ start, end }) => paragraph.text.slice(start, end));
}

const widthOf = ({ places }: Paragraph): number => places.at(-1) ?? 0;

test('a line holds as many words as it can, and the spaces at its end take no room', async () => {
  const text = await shapeParagraph('one two three', 'label', english);
  expect(await linesOf('one two three', widthOf(text))).toEqual(['one two three']);
  expect(await linesOf('one two three', widthOf(text) - 0.01)).toEqual(['one two', 'three']);
  const [first] = breakLines(text, widthOf(text) - 0.01, filled) ?? [];
  expect(await linesOf('one two three', first?.width ?? 0)).toEqual(['one two', 'three']);
});

test('a word wider than a line has no lines, unless it may be broken', async () => {
  expect(await linesOf('a constitutionality', 4)).toBeUndefined();
  const broken = await linesOf('a constitutionality', 4, { breakWords: true });
  expect(broken?.[0]).toBe('a');
  expect(broken?.slice(1).join('')).toBe('constitutionality');
  expect(await linesOf('👩🏽‍💻👩🏽‍💻', 0.5, { breakWords: true })).toEqual(['👩🏽‍💻', '👩🏽‍💻']);
});

test('lines of a headline are as equal as their number allows', async () => {
  const text = 'aaa aaa aaa aaa aaa a';
  const width = widthOf(await shapeParagraph('aaa aaa aaa aaa aaa', 'label', english));
  expect(await linesOf(text, width)).toEqual(['aaa aaa aaa aaa aaa', 'a']);
  expect(await linesOf(text, width, { isBalanced: true })).toEqual(['aaa aaa aaa', 'aaa aaa a']);
});

test('a headline does not divide a word at its hyphen to be a little more equal', async () => {
  const text = 'A treaty for the two-thirds of the ocean that no one owns';
  const lines = await linesOf(text, 11, { isBalanced: true });
  expect(lines?.filter((line) => line.endsWith('-'))).toEqual([]);
});

test('a soft hyphen is drawn, and takes room, only where a line ends at it', async () => {
  const paragraph = await shapeParagraph('Rind\u00adfleisch', 'label', english);
  const plain = await shapeParagraph('Rindfleisch', 'label', english);
  expect(widthOf(paragraph)).toBeCloseTo(widthOf(plain), 3);
  const [first, second] = breakLines(paragraph, 4, filled) ?? [];
  const half = await shapeParagraph('Rind-', 'label', english);
  expect(first?.width).toBeCloseTo(widthOf(half), 1);
  expect(first && lineGlyphs(paragraph, first)).toHaveLength(lineGlyphs(half, breakLines(half, 9, filled)?.[0] ?? { start: 0, end: 0, next: 0, width: 0 }).length + 1); // prettier-ignore
  expect(second && paragraph.text.slice(second.start, second.end)).toBe('fleisch');
  expect(await linesOf('Rind\u00adfleisch', widthOf(half) - 0.01, { breakWords: true })).not.toContain(
    'Rind\u00ad',
  );
});

test('no line of any title is wider than its room, and together they are the title', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...wildTitles), fc.integer({ min: 2, max: 30 }), fc.boolean(), fc.boolean(), async (title, width, breakWords, isBalanced) => {
      const paragraph = await shapeParagraph(title.text, title.face, title);
      const lines = breakLines(paragraph, width, { breakWords, isBalanced });
      if (!lines) return;
      expect(lines.map(({ start, next }) => paragraph.text.slice(start, next)).join('')).toBe(paragraph.text);
      for (const line of lines) {
        const glyphs = lineGlyphs(paragraph, line);
        const right = glyphs.at(-1)?.right ?? 0;
        // Shaped anew at its ends where that matters: what is measured is what is drawn.
        expect(Math.abs(right - line.width)).toBeLessThan(line.width > width - 0.5 ? 0.001 : 0.3);
        if (paragraph.text.slice(line.start, line.end).length > 2) expect(line.width).toBeLessThanOrEqual(width);
      }
    }),
    { numRuns: 400 },
  );
}); // prettier-ignore
