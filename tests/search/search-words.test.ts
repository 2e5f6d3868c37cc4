import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { searchQuery, searchWords, textOfIndex, textToIndex } from '../../src/search/search-words.ts';
import { anyText } from '../any-text.ts';

/** Whether the index of a text has every word of a query. */
function finds(text: string, query: string, lang: string): boolean {
  const found = new Set(searchWords(text, lang).flatMap((word) => [...word.found, ...word.also]));
  return searchQuery(query, lang)
    .split(' ')
    .every((word) => found.has(word));
}

describe('a word is found', () => {
  test.each([
    ['fr', 'L’OTAN soutient l’Ukraine, aujourd’hui d’accord', ['OTAN', 'l’Ukraine', "l'ukraine", 'accord', 'aujourd’hui', 'Ukraine']], // prettier-ignore
    ['it', 'dell’Unione e un’altra', ['Unione', 'dell’Unione', 'altra']],
    ['en', 'The U.S. and the E.U., e.g.', ['US', 'U.S.', 'EU', 'eg']],
    ['en', 'Ukraine’s O’Brien didn’t', ['Ukraine', 'ukraine’s', 'OBrien', "O'Brien", 'didnt', 'didn’t']],
    ['en', 'It cost $294,000 (€35m), 1.5°C or 1.5 °C, 7%, 10²⁵, 3’000', ['$294,000', '294,000', '294000', '1.5°C', '1.5', '7%', '10²⁵', '3000']], // prettier-ignore
    ['en', 'CO₂, cœur, ﬁnal, Ⅳ, Ǆ', ['CO2', 'CO₂', 'coeur', 'cœur', 'final', 'IV', 'dž']],
    ['en', 'Diyarbakır Łódź Ørsted Tromsø Straße Færder Þórshöfn Bakı Đà Nẵng İstanbul ǅ', ['Diyarbakir', 'lodz', 'Orsted', 'Tromso', 'Strasse', 'STRASSE', 'Faerder', 'Thorshofn', 'Baki', 'Da Nang', 'istanbul']], // prettier-ignore
    ['ja', '２０２５年度の予算は１２３４万円。ＡＩとＤＸを使う。サーバーとコンピュータを更新する。ﾃｽﾄ用', ['2025', '１２３４', 'AI', 'DX', 'サーバ', 'サーバー', 'コンピューター', 'テスト', '予算']], // prettier-ignore
    ['zh-Hans', '第二季度ＧＤＰ增长５．２％', ['GDP', '5.2%', '季度']],
    ['en', 'Ministers of 東京都 met', ['東京', '東京都', 'Ministers']],
    ['ar', 'مُحَمَّد والمـلاريا', ['محمد', 'والملاريا']],
    ['he', 'שָׁלוֹם', ['שלום']],
    ['ru', 'Ещё Байкал', ['еще', 'Байкал']],
    ['en', 'Wi-Fi, F-16, COVID-19, e-mail, R&D, AT&T, 24/7, Ph.D.', ['wifi', 'Wi-Fi', 'f16', 'F-16', 'covid19', 'covid 19', 'covid', 'email', 'e-mail', 'mail', 'rd', 'R&D', 'att', '247', '24/7', 'phd']], // prettier-ignore
    ['en', 'An email of the F16', ['e-mail', 'F-16']],
    ['en', 'O’Brien, d’Artagnan, McDonald’s, Hawaiʻi, Qurʾān, Oʻzbekiston', ['obrien', 'Brien', 'Artagnan', 'mcdonalds', 'McDonald', 'hawaii', "Hawai'i", 'quran', 'ozbekiston']], // prettier-ignore
    ['fr', 'aujourd’hui, N’Djamena, d’O’Brien, l`eau, l´air, presqu’île', ['aujourdhui', 'NDjamena', 'djamena', 'eau', 'air', 'presquile']], // prettier-ignore
    ['fr', '12 500 €, 1\u202f234\u202f567 habitants', ['12500', '12 500', '12.500', '1234567', '1 234 567']],
    ['en', '£3,500 and 12 500 t in May 2025', ['3 500', '3500', '12,500', 'May 2025']],
    ['en', '10⁶ and 2½', ['10⁶', '10^6', '106', '2 1/2', '2½']],
    ['de', 'Müller, Größe, Ærø', ['Mueller', 'muller', 'groesse', 'grosse']],
    ['de', 'Robert Mueller, Goethe, Baer', ['Müller', 'Mueller', 'Göthe', 'goethe', 'Bär']],
    ['uk', 'Київ, Львів', ['Киев', 'КИЇВ', 'київ', 'Львов', 'Киив']],
    [
      'zh-Hans',
      '二〇二五年，〇〇七，一九八四',
      ['2025', '二〇二五', '2025年', '二〇二五年', '007', '〇〇七', '1984'],
    ],
    ['ja', '二〇二五年に成立した', ['2025', '二〇二五年', '成立']],
    ['da', 'Århus, Ø', ['Aarhus', 'arhus', 'oe', 'o']],
    ['en', 'Đoković and Əliyev', ['Djokovic', 'Dokovic', 'Aliyev', 'Eliyev']],
    ['ar', 'أحمد وإسرائيل وآسيا، مدرسة مصرى مؤتمر ٢٠٢٦', ['احمد', 'واسرائيل', 'واسيا', 'مدرسه', 'مصري', 'موتمر', '2026', '٢٠٢٦']], // prettier-ignore
    ['fa', 'ایران می‌رود ۲۰۲۶', ['ايران', 'میرود', 'می رود', '2026']],
    ['hi', 'ज़मीन हिंदी २०२६ पाँच', ['जमीन', 'हिन्दी', '2026', 'पांच']],
    ['bn', '২০২৬', ['2026']],
    ['he', 'ארה״ב', ['ארהב', 'ארה"ב']],
    ['ja', 'ヴァイオリン、か\u3099ん', ['バイオリン', 'がん']],
    ['ca', 'paral·lel', ['parallel', 'paral·lel']],
  ])('in %s: %s', (lang, text, queries) => {
    expect(queries.filter((query) => !finds(text, query, lang))).toEqual([]);
  });

  test.each([
    ['en', 'が か', 'が', 'か'],
    ['hi', 'कि की', 'कि', 'की'],
    ['ja', 'スキー', 'スキー', 'スキ'],
  ])('and not by another one, in %s: %s', (lang, text, itself, other) => {
    const [word] = searchWords(text, lang);
    expect([word?.found]).toEqual([[itself]]);
    expect(word?.found).not.toContain(other);
  });

  test('any word, by itself', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom('en', 'fr', 'ja', 'tr', 'th'), (text, lang) => {
        if (searchQuery(text, lang) !== '') expect(finds(text, text, lang)).toBe(true);
      }),
    );
  });
});

test('a text is in an index with what its words are found by, and comes back as it was', () => {
  expect(textToIndex('Le cœur de l’Ukraine  déçue: $1,000', 'fr')).toBe(
    'Le cœur \u2063coeur de l’Ukraine \u2063ukraine déçue: $1,000',
  );
  expect(textToIndex('Wi-Fi for 12 500 plain words, it’s O’Brien’s', 'en')).toBe(
    'Wi-Fi \u2063wi \u2063fi \u2063wifi for 12\u00a0500 \u206312500 plain words, it’s \u2063it \u2063its O’Brien’s \u2063obrien \u2063brien',
  );
  fc.assert(
    fc.property(anyText, fc.constantFrom('en', 'fr', 'ja'), (text, lang) => {
      const letters = (words: string): string => words.normalize('NFKC').replace(/[\s\u2060\u2063]+/g, '');
      expect(letters(textOfIndex(textToIndex(text, lang)))).toBe(letters(text));
    }),
  );
});
