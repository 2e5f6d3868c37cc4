import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arabic, specOf } from '../card-specs.ts';
import { anyCharacter } from '../../any-text.ts';
import { drawWhole } from '../drawn.ts';

const refusals =
  /^Error: title: Unexpected (?:character (?:U\+[0-9A-F]{4,6}) "|length of \d+ characters, \d+ too many|ink nearer)/;

/** Whether a title is drawn; one that is not has to be refused by name. */
async function isDrawn(title: string, lang: string): Promise<boolean> {
  const spec = specOf({ title, lang, topics: [] }, lang === 'ar' ? arabic : undefined);
  try {
    return (await drawWhole(spec, '')).bytes.length > 0;
  } catch (refusal) {
    expect(String(refusal)).toMatch(refusals);
    return false;
  }
}

const lang = fc.constantFrom('en', 'ar', 'zh-Hans', 'zh-TW', 'ja', 'ko', 'th');

/** Pieces that can be drawn, alone and in any order. */
const pieces = [
  ...[
    'Łódź ',
    'Việt ',
    'x\u0302',
    'Ἀθῆναι ',
    'Россия ',
    'קרא',
    'שָׁלוֹם ',
    'قرّر ',
    '١٢٣',
    'क्षत्रिय ',
    'ป้ำ',
    'น้ำ',
    '深度',
    '訓練',
  ],
  ...[
    'が',
    'ァー',
    '、',
    '」',
    '「',
    '한국 ',
    '∑',
    '𝕏',
    '𝛼',
    '→',
    '✓',
    '₂',
    '₿',
    '😀',
    '👨‍👩‍👧',
    '🇩🇪',
    '👋🏽',
    '1️⃣',
    '❤️',
    '❤',
  ],
  ...[
    '(',
    ')',
    '[',
    '«',
    '»',
    '“',
    '”',
    '’',
    '-',
    '—',
    '…',
    '%',
    '/',
    ':',
    '.',
    ',',
    '!',
    '؟',
    '12',
    '3.5 ',
    ' ',
    '\u00a0',
  ],
  ...[
    '\u2011',
    '\u202f',
    '\u00ad',
    '\u200b',
    '\u200c',
    '\u200d',
    '\u200e',
    '\u200f',
    '\u2060',
    '\u2066',
    '\u2069',
    '\ufe0e',
    '\ufe0f',
    '\ufeff',
  ],
];

test(
  'a title of any characters is drawn, or refused by the name of what is wrong',
  { timeout: 120_000 },
  async () => {
    const title = fc.string({ unit: fc.oneof({ weight: 1, arbitrary: anyCharacter }, { weight: 200, arbitrary: fc.constantFrom(...pieces) }), minLength: 1, maxLength: 100 }).map((text) => Array.from(text).slice(0, 300).join('')); // prettier-ignore
    await fc.assert(fc.asyncProperty(title, lang, async (text, code) => { await isDrawn(text, code); }), { numRuns: 100, seed: 7 }); // prettier-ignore
  },
);

test('a title of any characters of Unicode is drawn, or refused by name', { timeout: 120_000 }, async () => {
  const title = fc.string({ unit: anyCharacter, minLength: 1, maxLength: 300 });
  await fc.assert(fc.asyncProperty(title, lang, async (text, code) => { await isDrawn(text, code); }), { numRuns: 60, seed: 7 }); // prettier-ignore
});

test('a short title of characters that fonts have is drawn', { timeout: 120_000 }, async () => {
  const piece = fc.constantFrom(...pieces.filter((each) => !/[\ufe0e\ufe0f\u200d]/.test(each)));
  const title = fc.string({ unit: piece, minLength: 1, maxLength: 12 });
  await fc.assert(fc.asyncProperty(title, fc.constantFrom('en', 'ja', 'th'), async (text, code) => {
    expect(await isDrawn(text, code)).toBe(true);
  }), { numRuns: 60, seed: 7 }); // prettier-ignore
});
