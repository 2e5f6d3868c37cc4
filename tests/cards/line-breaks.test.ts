import { expect, test } from 'vitest';
import { en } from '../../src/languages/en.ts';
import { drawCard } from '../../src/cards/draw.ts';
import { fitCard } from '../../src/cards/fit.ts';
import { linkSize } from './link-size.ts';
import type { Layout, Slot } from '../../src/cards/layout.ts';
import { withPhrases } from '../../src/cards/line-breaks.ts';
import { drawSlots } from './drawn.ts';
import { sheetOf } from './sheets.ts';

/** Joins and breaks made visible: `_` and `|`. */
const seen = (text: string, lang: string): string =>
  withPhrases(text, lang).replaceAll('\u2060', '_').replaceAll('\u200b', '|');

test.each([
  ['ja', '政府が新しい法律を発表した。', '政_府_が新_し_い法_律_を発_表_し_た_。'],
  ['zh-Hans', '深度求索公布R1训练成本，29.4万美元', '深_度求_索公_布R1_训_练成_本_，29.4_万美_元'],
  ['zh-TW', '遠低於美國對手', '遠低_於美_國對_手'],
  ['ko', '대통령이 기후법을', '대_통_령_이 기_후_법_을'],
  ['th', 'ศาลวินิจฉัยให้นายกรัฐมนตรี', 'ศาล|วินิจฉัย|ให้|นายก|รัฐมนตรี'],
])('a phrase is kept together: %s', (lang, text, phrases) => {
  expect(seen(text, lang)).toBe(phrases);
});

test('the characters tell the script where the language of the brief does not; letters are left as they are', () => {
  expect(seen('新しい', 'en')).toBe('新_し_い');
  expect(seen('公布', 'en')).toBe('公_布');
  expect(seen('DeepSeek puts R1’s bill', 'ja')).toBe('DeepSeek puts R1’s bill');
});

test('a phrase longer than a line is divided at the ends of its words', () => {
  expect(seen('人工智能不会取代记者', 'zh-Hans')).not.toContain('人工|');
  expect(seen('嫦娥六号样品首次定年', 'zh-Hans').replaceAll('_', '')).toContain('首次');
});

test('a phrase longer than a line may break, and does by the rules of its script', () => {
  expect(seen('アーティフィシャルインテリジェンス', 'ja')).toBe('アーティフィシャルインテリジェンス');
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

test('nothing is drawn for the marks', async () => {
  const draw = async (text: string, lang: string): Promise<string> => {
    const slot: Slot = { name: 'box', wordings: [[[{ text, face: 'display', colour: '#000000' }]]], sizes: [40], left: 50, top: 50, width: 1000, height: 500, edge: 'top' }; // prettier-ignore
    const layout: Layout = { size: linkSize, ground: [], slots: [slot] };
    const { picture } = await fitCard(layout, { lang, direction: 'ltr' }, (svg) => ({ picture: svg }));
    return picture.replace(/\s/g, '');
  };
  expect(await draw('公布成本', 'zh')).toBe(await draw('公布成本', 'en'));
  expect(await draw('ab\u200bcd', 'th')).not.toContain('NaN');
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
    await expect(drawCard(sheetOf({ title: '公布', lang }, language), '')).resolves.toHaveProperty('bytes');
  }
});
