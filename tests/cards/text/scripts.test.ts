import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../../site/chromium.ts';
import { differenceOf, drawByChromium, drawByUs, image } from './browser.ts';
import type { Sample } from './chromium-lines.ts';

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launchChromium();
  page = await browser.newPage({ viewport: image });
});
afterAll(() => browser.close());

/** Of the ink: all lines below come to 0.00 %, and the smallest point that is another to 0.17 %. */
const tolerance = 0.0005;

/** The cases that other engines, or a font, have had wrong: marks moved up or down, letters that join, digits and brackets from right to left. */
const lines: Record<string, Omit<Sample, 'face'>> = {
  Latin: { text: 'Łódź’s “office” Ægir, Ångström', lang: 'en', direction: 'ltr' },
  'combining marks': { text: 'n̄ ẍ q̃ e̱ ɔ̃ ŵ x̂', lang: 'en', direction: 'ltr' },
  Vietnamese: { text: 'Ế ẩm, đẩy chuyển đổi ở Việt Nữ Ợ', lang: 'vi', direction: 'ltr' },
  Greek: { text: 'Ἀθῆναι: ἡ Κυβέρνηση ΰ ᾧ', lang: 'el', direction: 'ltr' },
  Cyrillic: { text: 'Россия ё й Ѓ Їжак ћ', lang: 'uk', direction: 'ltr' },
  Arabic: { text: 'قرّر النقض تثبيت أُنشئ لله ١٢٣', lang: 'ar', direction: 'rtl' },
  'Arabic with Latin, a number and brackets': {
    text: 'كلفة تدريب R1 (294,000 دولار)',
    lang: 'ar',
    direction: 'rtl',
  },
  Persian: { text: 'گزارش می‌شود پژوهش چهار ۴۵۶', lang: 'fa', direction: 'rtl' },
  'Hebrew with Latin, a number and brackets': {
    text: 'בית המשפט חשפה (R1) 294,000',
    lang: 'he',
    direction: 'rtl',
  },
  'Hebrew with points': { text: 'בְּרֵאשִׁית שָׁלוֹם וְאֵת הָאָֽרֶץ', lang: 'he', direction: 'rtl' },
  Devanagari: { text: 'क्षत्रिय राष्ट्रीय ज्ञान र्क र्कि द्ध', lang: 'hi', direction: 'ltr' },
  Thai: { text: 'ป้ำ น้ำ กี่ ที่นี่ ญู ฐุ ปั้น ผู้', lang: 'th', direction: 'ltr' },
  'simplified Chinese': { text: '深度求索公布“成本”，直骨', lang: 'zh-Hans', direction: 'ltr' },
  'traditional Chinese': { text: '深度求索公布「成本」，直骨', lang: 'zh-Hant', direction: 'ltr' },
  Japanese: { text: '気候変動で「直骨」がプァー、ゔ', lang: 'ja', direction: 'ltr' },
  Korean: { text: '대통령이 기후법을 발표했다 漢字', lang: 'ko', direction: 'ltr' },
  'Hebrew with a share at its end': { text: 'בית המשפט עלה (4.5%)', lang: 'he', direction: 'rtl' },
  'English with a bracket in Hebrew': {
    text: 'The court (בית המשפט: 56%) in',
    lang: 'en',
    direction: 'ltr',
  },
  'Hebrew with signs beside numbers': { text: 'ב-18/9/2025 עלה 50% ‎-5', lang: 'he', direction: 'rtl' },
  mathematics: { text: '∑ ∫ ≥ ≤ √2 ∞ ∂ ∇ ∈ ℝ 𝕏 𝛼 α', lang: 'en', direction: 'ltr' },
  signs: { text: '→ ✓ CO₂ € ₹ ₿ ½ ‰ ★ ☂ ❤ © ™ №', lang: 'en', direction: 'ltr' },
  'rare signs': { text: '⅔ ⅛ 5 ‱ ʃ ɮ Ⅷ', lang: 'en', direction: 'ltr' },
};

/** Each has one family for all faces, so one of them tells of all. */
const linesOfOneFamily: typeof lines = {
  Armenian: { text: 'Հայաստանի խորհրդարանը և ևս', lang: 'hy', direction: 'ltr' },
  Bengali: { text: 'শেখ হাসিনা র্ক্ষ্ম দ্রুত স্ত্রী', lang: 'bn', direction: 'ltr' },
  'Canadian syllabics': { text: 'ᓄᓇᕗᑦ ᐃᓄᒃᑎᑐᑦ', lang: 'iu', direction: 'ltr' },
  Cherokee: { text: 'ᏣᎳᎩ ᎦᏬᏂᎯᏍᏗ', lang: 'chr', direction: 'ltr' },
  Ethiopic: { text: 'አበበ ቢቂላ፡ በአዲስ አበባ።', lang: 'am', direction: 'ltr' },
  Georgian: { text: 'საქართველოს პარლამენტი', lang: 'ka', direction: 'ltr' },
  Gujarati: { text: 'ગુજરાતના રાષ્ટ્રીય ક્ષત્રિય', lang: 'gu', direction: 'ltr' },
  Gurmukhi: { text: 'ਪੰਜਾਬ ਵਿੱਚ ਸ੍ਰੀ ਨਵਾਂ', lang: 'pa', direction: 'ltr' },
  Kannada: { text: 'ಕರ್ನಾಟಕ ರಾಷ್ಟ್ರೀಯ ಸ್ತ್ರೀ', lang: 'kn', direction: 'ltr' },
  Khmer: { text: 'កម្ពុជា ស្ត្រី ច្បាប់ថ្មី', lang: 'km', direction: 'ltr' },
  Lao: { text: 'ສະພາ ກົດໝາຍ ໃໝ່ ນີ້ ນ້ຳ', lang: 'lo', direction: 'ltr' },
  Malayalam: { text: 'കേരളം രാഷ്ട്രീയ സ്ത്രീ ക്ഷ', lang: 'ml', direction: 'ltr' },
  Burmese: { text: 'မြန်မာ ဥပဒေသစ် ဣန္ဒြေ', lang: 'my', direction: 'ltr' },
  Odia: { text: 'ଓଡ଼ିଶା ରାଷ୍ଟ୍ରୀୟ ସ୍ତ୍ରୀ', lang: 'or', direction: 'ltr' },
  Sinhala: { text: 'ශ්‍රී ලංකාවේ ක්‍ෂ නීතිය', lang: 'si', direction: 'ltr' },
  Tamil: { text: 'தமிழ் ஸ்ரீ க்ஷ கொள்கை', lang: 'ta', direction: 'ltr' },
  Telugu: { text: 'తెలుగు రాష్ట్రీయ స్త్రీ', lang: 'te', direction: 'ltr' },
  Thaana: { text: 'ދިވެހިރާއްޖެ 2025 ވަނަ', lang: 'dv', direction: 'rtl' },
  Tibetan: { text: 'བོད་ཡིག་ རྒྱ་མཚོ སྐྱེ', lang: 'bo', direction: 'ltr' },
  Tifinagh: { text: 'ⵜⴰⵎⴰⵣⵉⵖⵜ ⵍⵎⵖⵔⵉⴱ', lang: 'zgh', direction: 'ltr' },
};

const faces = ['display', 'label'] as const;

test.each([
  ...Object.entries(lines).flatMap(([script, line]) => faces.map((face) => ({ script, face, ...line }))),
  ...Object.entries(linesOfOneFamily).map(([script, line]) => ({
    script,
    face: 'display' as const,
    ...line,
  })),
])('a line looks as Chromium shows it: $script ($face)', async ({ script: _script, ...line }) => {
  expect(differenceOf(await drawByUs(line), await drawByChromium(page, line))).toBeLessThan(tolerance);
});

test.each([
  ['a dot that moved', 'قرّر النقض تثبيت', 'قرّر النفض تثبيت', 'ar'],
  ['a tone mark that is missing', 'ป้ำ น้ำ กี่ ที่นี่', 'ป้ำ น้ำ กี ที่นี่', 'th'],
  ['a point that is another', 'שָׁלוֹם וְאֵת', 'שַׁלוֹם וְאֵת', 'he'],
  ['the wrong Han form', '直', '直', 'ja'],
])('the comparison sees %s', async (_case, one, other, lang) => {
  const line = { face: 'display', lang, direction: lang === 'th' || lang === 'ja' ? 'ltr' : 'rtl' } as const;
  const shown = await drawByChromium(page, {
    ...line,
    text: other,
    lang: lang === 'ja' ? 'zh-Hans' : lang,
  });
  expect(differenceOf(await drawByUs({ ...line, text: one }), shown)).toBeGreaterThan(2 * tolerance);
});
