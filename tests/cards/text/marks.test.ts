import { expect, test } from 'vitest';
import { boundsOf } from '../../../src/cards/glyphs.ts';
import type { Box } from '../../../src/cards/geometry.ts';
import { graphemesOf } from '../../../src/cards/text/characters.ts';
import type { Face } from '../../../src/cards/text/font-families.ts';
import { lineGlyphs } from '../../../src/cards/text/lines.ts';
import { shapeParagraph } from '../../../src/cards/text/paragraph.ts';

/** Texts with letters that have no code point of their own with all of their marks. */
const texts: Record<string, string> = {
  yo: 'Ìjọba Nàìjíríà ṣe òfin tuntun: ẹ̀kọ́ ọ̀fẹ́ fún ọ̀pọ̀ ọmọ Ọ̀yọ́ àti Ẹ̀gbá, gbọ̀ngàn, m̀bọ̀, ń ǹ',
  ig: 'Gọọmenti Naịjirịa kwadoro iwu ọhụrụ: ụ́lọ̀, ị́ ị̀ ụ̀ ọ́ ọ̀ ṅ Ụ̀mụ̀',
  lt: 'Lietuvõs Seĩmas: lė̃tas ė́ ū̃ ū́ į̃ į́ ų̃ ų́ ą̃ ę̃ m̃ l̃ r̃ j̃ i̇́ i̇̀ i̇̃',
  ru: 'Росси\u0301я: за\u0301мок и замо\u0301к, ы\u0301 ю\u0301 э\u0301 е\u0301, А\u0301нна, Ю\u0301лия',
  uk: 'Украї\u0301на: за\u0301кон, є\u0301, ї\u0301, Ю\u0301рій',
  bg: 'За\u0301кон, ъ\u0301, я\u0301, ѝ',
  sr: 'о\u0300 о\u0311 а\u0302 о\u0304 е\u0300',
  os: 'ӕ\u0301 Ӕ\u0301',
  ce: 'а\u0304 о\u0304 ы\u0304 э\u0304',
  ee: 'Ɖɔ́kta ɛ́ ɔ̀ ɛ̃ ɔ̃',
  ln: 'Mbɔ́tɛ ɛ́ ɛ̂ ɔ̌ ɔ̂',
  nv: 'Diné ą́ ę́ į́ ǫ́ Ą́',
  gn: 'Guaraní g̃ G̃ ỹ',
  mh: 'M̧ajeļ m̧ n̄ o̧',
  ha: 'r̃ Ƙasa',
  vi: 'Nghị định ế ầ ỗ ỡ Ế',
  'zh-Latn': 'ǖ ǘ ê̄ ế ê̌ ề m̀ ń ňg',
  el: 'ᾷ ῗ ᾶ α\u0304 ι\u0306',
  en: 'x\u0302 q\u0303 z\u0324 h\u0331 b\u0332 n\u0329 d\u0325',
};

interface PlacedMark {
  readonly text: string;
  readonly base: Box;
  readonly marks: readonly Box[];
}

/** The boxes of each letter and of the marks that are glyphs of their own. */
async function marksIn(written: string, lang: string, face: Face): Promise<PlacedMark[]> {
  const paragraph = await shapeParagraph(written.normalize('NFC'), face, { lang, direction: 'ltr' });
  const { text } = paragraph;
  const glyphs = lineGlyphs(paragraph, { start: 0, end: text.length, next: text.length, width: 0 });
  let at = 0;
  return graphemesOf(text).flatMap((grapheme) => {
    const start = at;
    at += grapheme.length;
    const boxes = glyphs.flatMap(({ source, glyph, offset, left }) =>
      glyph && 'outlineOf' in source && start <= offset && offset < at
        ? [boundsOf({ outline: source.outlineOf(glyph.id), x: left + glyph.dx, y: -glyph.dy, scale: 1 })]
        : [],
    );
    const [base, ...marks] = boxes;
    return base && marks.length > 0 ? [{ text: grapheme, base, marks }] : [];
  });
}

const faces = ['display', 'label'] as const;
/** Ems: a slanting mark over an i may be centred beside it. */
const reach = 0.06;

test.each(Object.entries(texts).flatMap(([lang, text]) => faces.map((face) => [lang, face, text] as const)))(
  'marks stand over or under their letters: %s (%s)',
  async (lang, face, text) => {
    const astray = (await marksIn(text, lang, face)).flatMap(({ text: letter, base, marks }) => {
      const isBeside = marks.some((mark) => {
        const middle = mark.left + mark.width / 2;
        return middle < base.left - reach || middle > base.left + base.width + reach;
      });
      const isOverAnother = marks.some((mark, at) =>
        marks.slice(at + 1).some(({ top, height }) => mark.top < top + height / 2 && top + height / 2 < mark.top + mark.height),
      );
      return isBeside || isOverAnother ? [letter] : [];
    });
    expect(astray).toEqual([]);
  },
); // prettier-ignore

test('a headline with such letters is set in one family as a whole', async () => {
  const { items } = await shapeParagraph(texts['yo'] ?? '', 'display', { lang: 'yo', direction: 'ltr' });
  const families = items.map(({ source }) => (source instanceof URL ? '' : source.name.replace(/ \d.*/, '')));
  expect(new Set(families)).toEqual(new Set(['Noto Serif']));
});

test('a headline is not made light by a letter with a mark', async () => {
  const { items } = await shapeParagraph('о\u0300', 'display', { lang: 'sr', direction: 'ltr' });
  expect(items.map(({ source }) => (source instanceof URL ? 0 : source.axes['wght'] ?? Number(/\d{3}/.exec(source.name)?.[0])))).toEqual([700]); // prettier-ignore
});
