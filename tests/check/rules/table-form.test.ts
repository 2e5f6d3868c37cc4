import { describe, expect, test } from 'vitest';
import { briefText, checkText } from '../brief-text.ts';

/** Each finding as its code and marked text. */
function foundIn(section: string): string[] {
  const text = briefText([section]);
  return checkText(text).diagnostics.map(
    ({ code, range }) => `${code}: ${text.slice(range.start, range.end)}`,
  );
}

describe('a cell beyond the columns of the header', () => {
  const header = '| a | b |\n|---|---|\n';
  test.each([
    ['of a row that is longer', `${header}| 1 | 2 | 3 |`, '3'],
    ['of several', `${header}| 1 | 2 | 3 | 4 |`, '3 | 4'],
    ['behind a stroke in code', `${header}| \`x | y\` | 2 |`, '2'],
    ['in a quotation', '> | a |\n> |---|\n> | 1 | 2 |', '2'],
    ['in a list', '- | a |\n  |---|\n  | 1 | 2 |', '2'],
    ['of a table without strokes at its edges', 'a | b\n--|--\n1 | 2 | 3', '3'],
    ['that is a link', `${header}| 1 | 2 | [c](https://a.example) |`, '[c](https://a.example)'],
  ])('%s is a warning, at the cell', (_, section, cell) => {
    expect(foundIn(section)).toEqual([`table-cell: ${cell}`]);
  });

  test.each([
    ['is empty', `${header}| 1 | 2 | |`],
    ['stands behind an escaped stroke', `${header}| \`x \\| y\` | 2 |`],
    ['is missing', `${header}| 1 |`],
  ])('is not reported if it %s', (_, section) => {
    expect(foundIn(section)).toEqual([]);
  });
});

describe('rows that Markdown does not read as a table', () => {
  test.each([
    ['without a rule', '| a | b |\n| 1 | 2 |'],
    ['without a rule or spaces', '|a|b|\n|1|2|'],
    ['without a rule or strokes at their edges', 'a | b | c\n1 | 2 | 3'],
    ['with dashes for a rule', '| a | b |\n| — | — |\n| 1 | 2 |'],
    ['with short dashes for a rule', '| a | b |\n|–|–|\n| 1 | 2 |'],
    ['with equal signs for a rule', '| a | b |\n|===|===|\n| 1 | 2 |'],
    ['with a rule of too few columns', '| a | b |\n|---|\n| 1 | 2 |'],
    ['with a rule of too many columns', '| a | b |\n|---|---|---|\n| 1 | 2 |'],
    ['with no header above the rule', '---|---\na | b'],
    ['of tabs', 'a\tb\n1\t2'],
    ['of a grid', '+---+---+\n| a | b |\n+---+---+\n| 1 | 2 |\n+---+---+'],
    ['of a grid with a double rule', '+---+---+\n| a | b |\n+===+===+\n| 1 | 2 |\n+---+---+'],
    ['of a grid with a sign of alignment', '+:--+--:+\n| a | b |\n+---+---+'],
    ['of drawn lines', '┌──┬──┐\n│ a│ b│\n├──┼──┤\n│ 1│ 2│\n└──┴──┘'],
    ['of double drawn lines', '╔══╦══╗\n║ a║ b║\n╚══╩══╝'],
    ['between drawn strokes alone', '│ a │ b │\n│ 1 │ 2 │'],
    ['between full-width strokes', '｜項目｜値｜\n｜甲｜1｜'],
    ['between full-width strokes, with a rule', '｜a｜b｜\n｜---｜---｜\n｜1｜2｜'],
    ['between strokes of both kinds', '| a ｜ b ｜\n| 1 ｜ 2 ｜'],
    ['with full-width strokes between their cells', '項目 ｜ 値 ｜ 注\n甲 ｜ 1 ｜ 2'],
    ['of reStructuredText', '=====  =====\nA      B\n=====  =====\n1      2\n=====  ====='],
    ['of AsciiDoc', '|===\n|a |b\n|1 |2\n|==='],
    ['of MediaWiki', '{| class="wikitable"\n|-'],
    ['of columns made by spaces', 'Fruit    Price\nBananas  $1.34\nOranges  $2.10'],
  ])('%s are one warning, over all rows', (_, section) => {
    expect(foundIn(section)).toEqual([`table-form: ${section}`]);
  });

  test.each([
    ['of Pandoc', 'Fruit   Price\n------- -------\nBananas $1.34', '------- -------'],
    ['of Pandoc without a header', '----- ----\n   12   12\n----- ----', '----- ----'],
    ['of Pandoc with narrow columns', 'A  B\n-- --\n1  2', '-- --'],
    ['of Pandoc in a quotation', '> A   B\n> --- ---\n> 1   2', '--- ---'],
  ])('%s are one warning, at the line of hyphens', (_, section, rule) => {
    expect(foundIn(section)).toEqual([`table-form: ${rule}`]);
  });

  test('of Pandoc over several lines are a warning, beside what their last line does', () => {
    const rows =
      '------------\nFruit  Price\n------ -----\nFigs   $1\n       each\n\nPears  $2\n------------';
    expect(foundIn(rows)).toEqual(['section-unknown: ------------', 'table-form: ------ -----']);
  });

  test('of a grid in a quotation are a warning', () => {
    expect(foundIn('> +---+\n> | a |\n> +---+')).toEqual(['table-form: +---+\n> | a |\n> +---+']);
  });

  test.each([
    'The rule |x| < 1 and |y| < 2 hold.',
    'Yes | No | Maybe are the answers.',
    'He said: a | b.\nShe said: c | d and so on, for long.',
    'Name:\tAnn\nshe left.',
    '1.\tFirst\n2.\tSecond',
    '+49 30 1234\n+49 30 1235',
    'P(A|B) = 0.4\nP(B|A) = 0.5',
    'Home | News | About',
    '+++ Eilmeldung +++',
    'One\n\n+--+',
    '|| a or b ||',
    'Roses are red | Violets are blue |\nSugar is sweet | and so are you',
    'Q1\t5 %\tup',
    '`a | b`\n`c | d`',
    '```\n| a | b |\n| 1 | 2 |\n```',
    '| a | b |\n|:--|--:|\n| 1 | 2 |',
    '日時｜11月30日\n場所｜大阪',
    '速報｜首相が会見｜朝日新聞',
    'Text.\n\n--- ---\n\nText.',
    'One.\n\n- - -\n\n* * *\n\nTwo.',
    'He left.  She stayed.\nHe came.  She left it.',
    'The port closed  on\nMonday and will open  on Friday.',
    '=== Update ===\nThe port closed.',
  ])('are not reported in %j', (section) => {
    expect(foundIn(section)).toEqual([]);
  });
});
