import { addressesOf } from '../../src/brief/addresses.ts';
import { check } from '../../src/check/check.ts';
import { parse } from '../../src/markdown/parse.ts';
import { render } from '../../src/markdown/render.ts';
import { formatHuman } from '../../src/diagnostics/print.ts';
import { briefText } from '../check/brief-text.ts';
import { publicationSample } from '../brief-sample.ts';
import { cpuTime } from '../cpu-time.ts';

/** Repeats a short text up to 1 MB, the size of the largest brief. */
const filling = (text: string): string => text.repeat(Math.floor(900_000 / text.length));

const many = 20_000;

/** Texts that make parsers take quadratic time or worse. */
const texts: Readonly<Record<string, string>> = {
  asterisks: '*'.repeat(many),
  'asterisks with words': '*a '.repeat(many),
  'asterisks both ways': 'a**b*'.repeat(many),
  underscores: '_a_'.repeat(many),
  tildes: '~~a'.repeat(many),
  'opening brackets': '['.repeat(many),
  'brackets with words': '[a]('.repeat(many),
  'nested brackets': `${'['.repeat(5000)}a${']'.repeat(5000)}`,
  'images in images': '!['.repeat(many),
  'references without end': '[a][b'.repeat(many),
  definitions: '[a]: https://a.example/\n'.repeat(5000),
  'footnote calls': '[^1]'.repeat(many),
  'footnotes in footnotes': Array.from({ length: 2000 }, (_, at) => `[^${at}]: Note[^${at + 1}].\n\n`).join(
    '',
  ),
  backticks: Array.from({ length: 1300 }, (_, at) => '`'.repeat(at + 1)).join(' '),
  'fences that open': '```\n'.repeat(5000),
  'opening tags': '<a '.repeat(many),
  'comments that open': '<!--'.repeat(many),
  entities: '&'.repeat(many),
  'entities without end': '&a'.repeat(many),
  'numbers of entities': '&#x10ffff'.repeat(many),
  pipes: '|'.repeat(many),
  'rows of a table': `| a |\n| - |\n${'| b |\n'.repeat(5000)}`,
  'columns of a table': `${'|a'.repeat(1000)}|\n${'|-'.repeat(1000)}|\n${`${'|b'.repeat(1000)}|\n`.repeat(10)}`,
  'addresses without end': 'https://a.example/'.repeat(5000),
  'dots of addresses': `www.${'a.'.repeat(many)}`,
  'signs of mail': 'a@'.repeat(many),
  'closing parentheses': `https://a.example/${')'.repeat(many)}`,
  'one long word': 'a'.repeat(500_000),
  spaces: `a${' '.repeat(500_000)}b`,
  'spaces before the end': 'a \n'.repeat(50_000),
  backslashes: '\\'.repeat(many),
  'numbers and points': '1. '.repeat(5000),
  'hashes of headings': `${'#'.repeat(6)} a\n\n`.repeat(3000),
  'lines that underline': 'a\n-\n'.repeat(5000),
  // Characters that JavaScript trims and Markdown does not, and line separators.
  'emphasis in a paragraph of blank-looking lines': Array.from(
    { length: 1500 },
    () => `${'_a '.repeat(90)}${'a* '.repeat(90)}`,
  ).join('\n\u00a0\n'),
  ...Object.fromEntries(
    ['2. ', '|', '      - ', '    -'].map((mark) => [
      `emphasis in a paragraph of lines with ${JSON.stringify(mark)}`,
      `a\n${`${mark}${'*a _b '.repeat(20)}${'a* b_ '.repeat(20)}\n`.repeat(2900)}z`,
    ]),
  ),
  'quotations within each other, again and again': `${'> '.repeat(90)}a\n\n`.repeat(3900),
  'lists within each other, again and again': `${'- '.repeat(90)}a\n\n`.repeat(3900),
  'a table as wide as a megabyte': `${'a|'.repeat(160_000)}\n${'-|'.repeat(160_000)}\n`,
  'a megabyte of cells': `|a|b|c|\n|-|-|-|\n${'|*a*|`b`|[c](https://a.b)|\n'.repeat(29_000)}`,
  'quotation marks': '> '.repeat(10_000),
  'lists in lists': Array.from({ length: 10_000 }, (_, at) => `${' '.repeat(at * 2)}- a`)
    .slice(0, 400)
    .join('\n'),
  'ten thousand lists': '- '.repeat(10_000),
  'a megabyte of quotations': filling('> a\n\n'),
  'a megabyte of underlined headings': filling('a\n-\n'),
  'a megabyte of emphasis': filling('a**b*'),
  'a megabyte of calls': filling('[^1]'),
  'a megabyte of references': filling('[a][b] '),
  'a megabyte of numbers': filling('1. a\n'),
  'a megabyte of headings': filling('## a\n'),
  'a megabyte of paragraphs': filling('`\n\n'),
  'a megabyte of rows': `| a |\n| - |\n${filling('|b\n')}`,
  'a megabyte of tables': filling('|a|\n|-|\n\n'),
  'a megabyte of line breaks': filling('a\\\n'),
  'line ends that are spelled': `a.${'&#10;'.repeat(80_000)}`,
  'more tags than a function takes arguments': 'a<b>'.repeat(130_000),
  'placeholders in one line': 'TODO '.repeat(60_000),
  'a megabyte of comments that open': filling('a <!-- '),
  'a megabyte of instructions that open': filling('a <? '),
  'a megabyte of notes': Array.from({ length: 30_000 }, (_, at) => `a[^${at}]\n\n[^${at}]: b\n\n`).join(''),
  'a megabyte of names without an address': `${Array.from({ length: 3000 }, (_, at) => `[name-${at}]: https://a.example/\n`).join('')}\n${filling('[a][zzzzzzzzzzzzzzzz]\n\n').slice(0, 200_000)}`,
  'tags that nobody sees': `\u{1f3f4}${'\u{e0061}'.repeat(200_000)}`,
  'an address that each reference repeats': `[a]: https://a.example/${'a'.repeat(400_000)}\n\n${'[a]\n\n'.repeat(5000)}`,
  'a title that each reference repeats': `[a]: https://a.example/ "${'a'.repeat(400_000)}"\n\n${'[a]\n\n'.repeat(5000)}`,
  'rows that are filled up': `${'|a'.repeat(5000)}|\n${'|-'.repeat(5000)}|\n${'|b\n'.repeat(8000)}`,
  'braces in braces': `{${filling('{}')}`,
  'braces beside each other': '{a} '.repeat(30_000),
  'attributes of a component': `<Quote ${'a="b" '.repeat(100_000)}/>`,
  'a heading of signs': `## ${'! '.repeat(150_000)}What's Happening?`,
  'sentences without end': 'A. '.repeat(many),
  'headings of models': '**Sure! Here is**\n\n'.repeat(3000),
};

/** Each by name, for every kind of file that is parsed differently. */
export const slowTexts = Object.entries(texts).flatMap(([name, text]) =>
  // MDX parses tags and braces differently, and everything else like Markdown.
  (/[<{]/.test(text) ? ['md', 'mdx'] : ['md']).map((ending) => [name, ending, text] as const),
);

const publication = publicationSample();
const addresses = addressesOf(publication);

/** Milliseconds of this thread to parse, check, render and report a brief with the text. */
export function timeOfReading(text: string, ending: string): number {
  const start = cpuTime();
  const source = briefText([text]);
  const draft = parse(`briefs/a.${ending}`, source, publication);
  const { fields, diagnostics } = check(draft, publication);
  if (fields) render(draft, addresses, new Map());
  formatHuman(diagnostics, () => source);
  return cpuTime() - start;
}
