import { expect, it } from 'vitest';
import { parseMarkdown } from '../../src/markdown/syntax.ts';
import { unintendedEmphasis } from '../../src/markdown/unintended-emphasis.ts';

/** The asterisks at both ends of each unintended emphasis. */
function unmeantIn(text: string, language: string): string[] {
  return unintendedEmphasis(parseMarkdown(text), text, language).map(({ opening, closing }) =>
    [opening, closing].map(({ start, end }) => text.slice(start, end)).join(' … '),
  );
}

it.each([
  ['two words with a gender star', 'de', 'Leser*innen und Schüler*innen'],
  ['the same in an English text', 'en', 'The “Leser*innen” and “Schüler*innen” of a paper'],
  ['two such words in one', 'de', 'Autor*innen-Leser*innen-Treffen'],
  ['two such words without a space', 'de', 'Autor*innen/Leser*innen'],
  ['articles with a star', 'de', 'jede*r Schüler*in'],
  ['a star and the mark of a note', 'de', 'Leser*innen*'],
  ['the mark of a note and a star', 'de', '*Hinweis: Leser*innen'],
  ['a star and a later mark of a note', 'de', 'Leser*innen (alle*)'],
  ['a star in a link', 'de', '[Leser*innen und Schüler*innen](https://example.org)'],
  ['stars in bold words', 'de', '**Leser*innen und Schüler*innen**'],
  ['bold words between stars', 'de', 'Leser*innen **und** Schüler*innen'],
  ['stressed words with a star', 'de', '*Leser*innen*'],
  ['endings in French', 'fr', 'les étudiant*e*s'],
  ['letters left open in Spanish', 'es', '*Nota: tod*s l*s'],
  ['a product', 'en', 'It is 10*12*2 m.'],
  ['a code to dial', 'en', 'Dial *100*1# for it.'],
  ['two products', 'en', '2*3 and 4*5'],
  ['a product and a bracket', 'en', '5*(3+2)*4 and 6*7'],
  ['a product of letters', 'en', 'a*b*c'],
  ['the mark of a note and a product', 'de', '*Maße: 20*30 cm'],
  ['a name with asterisks', 'en', 'He saw M*A*S*H.'],
  ['the sexes of an advertisement', 'de', 'Lokführer (m*w*d)'],
  ['hidden letters', 'en', 'f*ck and sh*t'],
  ['hidden letters in Cyrillic', 'en', 'х*й и п*зда'],
  ['hidden given names in Chinese', 'zh', '王*和李*都来了'],
  ['a mark in brackets and one at a word', 'en', 'Rooms (*b) or c*'],
  ['any kind of media', 'en', 'The type */* is sent.'],
  ['marks of notes in brackets', 'en', 'Price (*) and sum (*)'],
  ['marks between quotation marks', 'en', 'The signs "*" and "*"'],
])('finds emphasis that nobody meant: %s', (_what, language, text) => {
  expect(unmeantIn(text, language)).toEqual(['* … *']);
});

it.each([
  ['powers', 'x**2 + y**2', '** … **'],
  ['a tower of powers', '2**3**4', '** … **'],
  ['two hidden letters', 'f**k and b**h', '** … **'],
  ['hidden given names of two letters', '王**和李**都来了', '** … **'],
  ['three hidden letters', 'f***ing and b***h', '*** … ***'],
  ['three asterisks in brackets', '(***) ships (***)', '*** … ***'],
  ['asterisks in brackets and one at a word', '(****) and grade A*', '**** … *'],
  ['one in a word and some in brackets', 'the h*ll … (****)', '* … ****'],
])('finds all the asterisks of a run: %s', (_what, text, edges) => {
  expect(unmeantIn(text, 'en')).toEqual([edges]);
});

it.each([
  ['a part of a word', 'en', 'un*frigging*believable'],
  ['the end of a word', 'de', 'Wohn*zimmer* und un*glaublich*'],
  ['a title with an ending', 'en', 'several *Call of Duty*s and the *Times*s'],
  ['a title with a case', 'en', 'luin *Helsingin Sanomat*in'],
  ['a title with a case beside a gender star', 'de', '*Der Spiegel*s Autor*innen'],
  ['a ship and its crew', 'en', 'The *USS Cole*s sailed; *USS Cole*’s crew and the *Titanic*s'],
  ['letters of an abbreviation', 'en', '**A**rtificial **I**ntelligence, **Hel**lo **wor**ld'],
  ['a figure in a formula', 'en', 'CO*2*'],
  ['words behind an apostrophe', 'fr', 'l’*Humanité dimanche*'],
  ['words behind a hyphen', 'de', 'Trump-*Anhänger von gestern*'],
  ['Chinese', 'zh-Hans', '中文*强调*中文，使用*React 框架*的人'],
  ['Japanese', 'ja', '東京*駅 前*です'],
  ['Thai', 'en', 'ไทย*เน้น คำ*ไทย'],
  ['Korean', 'en', '그*한겨레 신문*은'],
  ['Arabic', 'ar', 'و*نيويورك تايمز* قالت'],
  ['Hebrew', 'en', 'ב*הארץ של היום*'],
  ['quoted titles', 'en', '"*Foo*" and "*Bar*"'],
  ['emphasis in brackets', 'en', '(*both*) *(a)* and *(b c)*'],
  ['emphasis in emphasis', 'en', '***both** one* and *one **both***'],
  ['marks of notes', 'en', 'A*, B** and C*** (1*)'],
  ['escaped asterisks', 'de', 'Leser\\*innen und Schüler\\*innen'],
  ['code', 'en', '`2*3*4`'],
])('says nothing of what a person may mean: %s', (_what, language, text) => {
  expect(unmeantIn(text, language)).toEqual([]);
});
