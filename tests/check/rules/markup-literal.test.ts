import { describe, expect, test } from 'vitest';
import { briefText, checkText } from '../brief-text.ts';

/** The marked text of each warning, and the advice. */
function literalsIn(section: string): { readonly found: string[]; readonly advice: (string | undefined)[] } {
  const text = briefText([section]);
  const diagnostics = checkText(text).diagnostics.filter(({ code }) => code === 'markup-literal');
  return {
    found: diagnostics.map(({ range }) => text.slice(range.start, range.end)),
    advice: diagnostics.map(({ note }) => note?.text),
  };
}

describe('underscores that stress nothing', () => {
  test.each([
    ['around quotation marks between Chinese letters', '强调__“强”__字', '__“强”__', 'write **“强”**'],
    ['around Chinese words', '这很__重要__的事', '__重要__', 'write **重要**'],
    ['before a Korean ending', '__강조__는 것', '__강조__', 'write **강조**'],
    ['of one sign before a Korean ending', '이 _강조_는 것', '_강조_', 'write *강조*'],
    ['around the title of a Chinese book', '看_《红楼梦》_之类', '_《红楼梦》_', 'write *《红楼梦》*'],
    ['before a Russian ending', '_слово_ми', '_слово_', 'write *слово*'],
    ['before a sign of Hindi', '_शब्द_ों', '_शब्द_', 'write *शब्द*'],
    ['before an Arabic ending', 'قالت _كلمة_ات', '_كلمة_', 'write *كلمة*'],
    ['before a German ending', '__Der Spiegel__s Bericht', '__Der Spiegel__', 'write **Der Spiegel**'],
  ])('%s are a warning that says what does', (_, section, found, advice) => {
    expect(literalsIn(section)).toEqual({ found: [found], advice: [advice] });
  });

  test('are a warning if Markdown makes the text between two of them emphasis', () => {
    expect(literalsIn('看_“泰坦尼克号”_这部，以及_《红楼梦》_之类').advice).toEqual(['write *“泰坦尼克号”*']);
  });

  test.each([
    '__stress__ and _stress_',
    '这是 __重要__ 的事',
    '文件_名称_最终版.docx',
    'open _config_文件',
    '2025年__月__日',
    'user_name__icontains and foo__bar__baz',
    '_id and user_id and _foo_bar',
    '__proto__ and obj.__class__.__name__',
    'by @_ab_さん and @__ab__さん',
    '^_^ and (´_ゝ`)',
    'Name: __________',
    '`__a__b`',
    '强调\\_\\_“强”\\_\\_字',
  ])('are not reported in %j', (section) => {
    expect(literalsIn(section).found).toEqual([]);
  });
});

describe('a box of a task', () => {
  test.each([
    ['without a space behind it', '- [x]done', '[x]', '[x]'],
    ['that is empty, without a space behind it', '- [ ]open', '[ ]', '[ ]'],
    ['without a space in it', '- [] open', '[]', '[ ]'],
    ['without any space', '- []open', '[]', '[ ]'],
    ['with too many spaces', '- [ x ] done', '[ x ]', '[x]'],
    ['in a numbered list', '1. [X]done', '[X]', '[x]'],
    ['between wide brackets', '- ［x］ 済み', '［x］', '[x]'],
    ['right behind a hyphen', '-[x] done', '-[x]', '[x]'],
    ['in a quotation', '> - []open', '[]', '[ ]'],
    ['behind nothing', '- [ ]', '[ ]', '[ ]'],
  ])('%s is a warning', (_, section, found, box) => {
    expect(literalsIn(section)).toEqual({
      found: [found],
      advice: [`write "- ${box} the task", with a space on both sides of the box`],
    });
  });

  test('in lines that are no list is a warning in each', () => {
    expect(literalsIn('[x] done\n[ ] open').found).toEqual(['[x]', '[ ]']);
  });

  test.each([
    '- [x] done\n- [ ] open',
    '- [sic] is said',
    '- [x](https://a.example) is a letter',
    '- [x]\n\n[x]: https://a.example',
    '[x] denotes the floor of x',
    '- \\[x]done',
    '- `[]` is empty',
    'An array, [], is empty.',
  ])('is not reported in %j', (section) => {
    expect(literalsIn(section).found).toEqual([]);
  });
});

describe('two asterisks that end what was never opened', () => {
  test.each([
    ['behind a word', 'The small word** is more.', ['**']],
    ['behind several', 'The word** is, and bold text** here.', ['**', '**']],
    ['behind a Russian word', 'Это слово** важно.', ['**']],
  ])('%s are a warning', (_, section, found) => {
    expect(literalsIn(section).found).toEqual(found);
  });

  test.each([
    'The sh** is real, f** you and bullsh** too.',
    'Mr. K**, Kumar** and Lee** said so, and 王**表示同意。',
    'An Aa** rating.',
    'Revenue** rose.\n\n** Restated.',
    'Revenue** rose.\n\n\\*\\* Restated.',
    '| a** b | c |\n|---|---|\n| 1 | ** in dollars |',
    'Revenue** (2024)',
  ])('are not reported in %j', (section) => {
    expect(literalsIn(section).found).toEqual([]);
  });
});

describe('what models write for other programs', () => {
  test.each([
    ['a formula', String.raw`It is \(x^2 + 1\) here.`, String.raw`\(x^2 + 1\)`],
    ['a formula on a line of its own', String.raw`\[E = mc^2\]`, String.raw`\[E = mc^2\]`],
    ['a formula between dollars', 'It is $E=mc^2$ for $5.', '$E=mc^2$'],
    ['a variable between dollars', 'Let $x$ be one.', '$x$'],
    ['a definition list', 'Toll\n: What a driver pays.', ': What a driver pays.'],
    ['a numbered list without spaces', '1.One\n2.Two', '1.One\n2.Two'],
    ['a subscript that Unicode lacks', 'It is x~bcd~ and H~2~O.', '~bcd~'],
    ['a superscript that Unicode lacks', 'It is x^q^ and x^2^.', '^q^'],
    ['the name of no emoji', 'It is :rocketry: now.', ':rocketry:'],
  ])('%s is a warning', (_, section, found) => {
    expect(literalsIn(section).found).toEqual([found]);
  });

  test.each([
    'It costs $5 and $6, US$5=£4 and $7; $AAPL rose, $TSLA fell.',
    'She paid $x for it, or $1,000/month and $n a day, in A$ or $m_total.',
    String.raw`See "a \[note\]" and \(so he said\).`,
    '`$x$` and `\\(x^2\\)`',
    String.raw`[A page](https://example.org/a_\(b\)_c)`,
    '3.Liga spielt heute\nund die 2.Liga morgen',
    'He said this:\n: so it is.',
  ])('money, brackets and leagues are not: %s', (section) => {
    expect(literalsIn(section).found).toEqual([]);
  });
});

describe('lists that are typed as characters', () => {
  test.each([
    ['• First\n• Second', 'write "- First"'],
    ['The council decided:\n\n•\tFirst', 'write "- First"'],
    ['◦ First\n◦ Second', 'write "- First"'],
    ['– First\n– Second', 'write "- First"'],
    ['· First\n· Second', 'write "- First"'],
    ['✅ First\n✅ Second', 'write "- First"'],
    ['📍 Place\n📅 Date', 'write "- Place"'],
    ['➡️ First\n➡️ Second', 'write "- First"'],
    ['1️⃣ First\n2️⃣ Second', 'write "1. First"'],
    ['① 第一\n② 第二', 'write "1. 第一"'],
    ['1、第一点\n2、第二点', 'write "1. 第一点"'],
    ['(1) First\n(2) Second', 'write "1. First"'],
    ['*First\n*Second', 'write "- First"'],
    ['+First\n+Second', 'write "- First"'],
    ['*First\n* Second', 'write "* First"'],
  ])('%j draws one warning that says what to type', (section, advice) => {
    expect(literalsIn(section).advice).toEqual([advice]);
  });

  test.each([
    'Reuters • AP • AFP',
    '– No, she said.',
    '– No.  \n– Yes.',
    '– No.\n\n– Yes.',
    'The council – which met\n– in May – voted.',
    '✓ Checked by the desk.',
    '* Prices of 2020.',
    '*Prices of 2020.',
    'It has three parts:\n(1) the first and\n(2) the second.',
    '+49 30 1234\n+49 30 1235',
    '3、4号线',
    '- One\n- Two',
    '1) One\n2) Two',
    '- One\n  – she said – and\n  left',
  ])('%j is not reported', (section) => {
    expect(literalsIn(section).found).toEqual([]);
  });
});

describe('what programs leave in a text', () => {
  test.each([
    [String.raw`It rose.\nIt fell.`, String.raw`\n`],
    [String.raw`It rose.\n\nIt fell.`, String.raw`\n\n`],
    [String.raw`The caf\u00e9 closed.`, String.raw`\u00e9`],
    ['Tom &amp;amp; Jerry', '&amp;amp;'],
    ['It&amp;#39;s', '&amp;#39;'],
    ['5&nbsp km', '&nbsp'],
    ['A &lt;b&gt; word', '&lt;b&gt;'],
    ['They donâ€™t know', 'â€™'],
    ['CafÃ© closed', 'Ã©'],
    [String.raw`\newpage`, String.raw`\newpage`],
    [String.raw`A \textbf{bold} word`, String.raw`\textbf{bold}`],
    ['Dear ${reader_name}', '${reader_name}'],
    ['In {city_name} it rains', '{city_name}'],
    ['<%= title %> closes', '<%= title %>'],
    ['"text": "It rose."', '"text": "It rose."'],
    ['The text {.lead}', '{.lead}'],
    ['{.lead}\nThe text', '{.lead}'],
    ['{#intro}\n\nThe text', '{#intro}'],
    ['[TOC]\n\nThe text', '[TOC]'],
    ['{{ title }} closes', '{{ title }}'],
    ['It was __big.', '__'],
    ['It was big__ and new.', '__'],
  ])('%j draws a warning', (section, found) => {
    expect(literalsIn(section).found.map((each) => each.trim())).toEqual([found]);
  });

  test.each([
    String.raw`The file C:\news\new.txt and \\server\name`,
    'Q&A, R&D, AT&T; x &lt; y and y &gt; z',
    'The tag `&lt;b&gt;` and `\\n` and `{city_name}` and `&amp;amp;`',
    'NÃO, SÃO and ÂNGULO',
    'He said: "text" and "words", then "more".',
    'Posts with {#harbour} and {anexo}, {x | x > 0}',
    'The set {a, b} costs ${5}',
    'open __init__.py',
    'Form: ____ and __',
    'a&nbsp;b',
  ])('%j is not reported', (section) => {
    expect(literalsIn(section).found).toEqual([]);
  });
});

test('each number in brackets without a source draws a warning, after words, figures and marks alike', () => {
  expect(literalsIn('It rose by 5%[2], it said[2][3]. In 2024 [3], it fell.\n\n发布[2]。').found).toEqual(['[2]', '[2]', '[3]', '[3]', '[2]']); // prettier-ignore
  expect(literalsIn('It said[1]. The array a[2] has [2] cats, x^[2] and f[2](3).').found).toEqual([]);
});

test('a long line above a list takes no longer than its length', () => {
  const before = performance.now();
  literalsIn(`${'word '.repeat(20_000)}\n\n- One\n- Two`);
  expect(performance.now() - before).toBeLessThan(3000);
});
