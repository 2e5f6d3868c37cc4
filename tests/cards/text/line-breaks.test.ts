import { expect, test } from 'vitest';
import { en } from '../../../src/languages/en.ts';
import type { Slot } from '../../../src/cards/layout.ts';
import { lineBreaks, standardBreaks } from '../../../src/cards/text/line-breaks.ts';
import { drawSlots, drawWhole } from '../drawn.ts';
import { specOf } from '../card-specs.ts';
import { readUnicodeTest } from './unicode-test.ts';

/** The text with a stroke where a line may end. */
const seen = (text: string, lang: string): string => {
  let at = 0;
  return lineBreaks(text, lang)
    .map((end) => text.slice(at, (at = end)))
    .join('|');
};

/**
 * What UAX #14 of Unicode 15.1 has changed since: a quotation mark is no longer tied to an opening bracket behind spaces (LB15), but a
 * final one to what stands before its spaces (LB15b), an initial one to what stands behind them (LB15a).
 */
const isOfChangedRule = (line: string): boolean =>
  /0022 (?:× 0308 )?× 0020 × (?:0028|2329)|00AB.*00BB/.test(line);

test('a line ends where the Unicode Line Breaking Algorithm lets it: LineBreakTest 15.0, but for a changed rule', () => {
  const lines = readUnicodeTest('LineBreakTest.txt');
  const wrong = lines.filter((line) => {
    let text = '';
    const expected: number[] = [];
    for (const part of line.split(/\s+/)) {
      if (part === '÷') expected.push(text.length);
      else if (part !== '×') text += String.fromCodePoint(Number.parseInt(part, 16));
    }
    return standardBreaks(text).join() !== expected.filter((at) => at > 0).join();
  });
  expect(lines).toHaveLength(7654);
  expect(wrong).toHaveLength(8);
  expect(wrong.filter((line) => !isOfChangedRule(line))).toEqual([]);
});

test.each([
  ['ja', '政府が新しい法律を発表した。', '政府が|新しい|法律を|発表した。'],
  ['zh-Hans', '深度求索公布R1训练成本，29.4万美元', '深度|求索|公布|R1训练|成本，|29.4万|美元'],
  ['zh-TW', '遠低於美國對手', '遠|低於|美國|對手'],
  ['ko', '대통령이 기후법을', '대통령이 |기후법을'],
  ['th', 'ศาลวินิจฉัยให้นายกรัฐมนตรี', 'ศาล|วินิจฉัย|ให้|นายก|รัฐมนตรี'],
])('a phrase is kept together: %s', (lang, text, phrases) => {
  expect(seen(text, lang)).toBe(phrases);
});

test('the characters tell the script where the language of the brief does not', () => {
  expect(seen('新しい', 'en')).toBe('新しい');
  expect(seen('公布', 'en')).toBe('公布');
  expect(seen('DeepSeek puts R1’s bill', 'ja')).toBe('DeepSeek |puts |R1’s |bill');
});

test('a phrase longer than a line is divided at the ends of its words, or by the rules of its script', () => {
  expect(seen('嫦娥六号样品首次定年', 'zh-Hans')).toContain('首次|');
  expect(seen('アーティフィシャルインテリジェンス', 'ja')).toContain('|');
});

test.each([
  ['$1,000/month', '$1,000/month'],
  ['Thumbs 👎🏿🫸🏽 up', 'Thumbs |👎🏿|🫸🏽 |up'],
  ['non\u2011profit', 'non\u2011profit'],
  ['Rind\u00adfleisch', 'Rind\u00ad|fleisch'],
  ['−10%–€5 a(b) “c” d', '−10%–|€5 |a(b) |“c” |d'],
])('no line ends within a number, a price or a character: %s', (text, lines) => {
  expect(seen(text, 'en')).toBe(lines);
});

/** The height of a text of 40 px in a box of so many ems, in lines. */
async function linesOf(text: string, lang: string, ems: number): Promise<number> {
  const slot: Slot = {
    name: 'box',
    wordings: [[[{ text, face: 'display', colour: '#000000' }]]],
    sizes: [40],
    ...{ left: 50, top: 50, width: ems * 40, height: 500, edge: 'top' },
  };
  const drawn = await drawSlots([slot], { lang, direction: 'ltr' });
  const { info } = await drawn.trim({ background: '#ffffff', threshold: 40 }).toBuffer({ resolveWithObject: true }); // prettier-ignore
  return Math.round((info.height + 12) / 49);
}

test('lines are filled with whole phrases, and overlong ones go on in the next line', async () => {
  // Two phrases of four: 5 ems hold one and a part of the next.
  expect(await linesOf('政府が新しい法律を', 'ja', 5)).toBe(3);
  expect(await linesOf('アーティフィシャルインテリジェンス', 'ja', 9)).toBe(2);
});

test('no line begins with closing punctuation', async () => {
  // The comma would be the first of the second line, so a character goes with it.
  expect(await linesOf('啊啊啊啊，啊啊啊', 'zh', 4)).toBe(3);
});

test('a phrase fits into the narrowest column of a card', async () => {
  const headings = [
    '何が起きているのか？',
    '在這之後還會發生什麼呢？',
    '무엇이일어나고있는가?',
    'รัฐธรรมนูญวินิจฉัย',
  ] as const;
  const language = { ...en, headings };
  for (const lang of ['ja', 'zh-Hant', 'ko', 'th']) {
    await expect(drawWhole(specOf({ title: '公布', lang }, language), '')).resolves.toHaveProperty('bytes');
  }
});
