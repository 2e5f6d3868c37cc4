import fc from 'fast-check';
import { expect, test } from 'vitest';
import { importDocument } from '../../../scripts/import/import-document.ts';
import { noText } from '../../../scripts/import/read-document.ts';
import { formatReport } from '../../../scripts/import/report.ts';
import { publicationSample } from '../../brief-sample.ts';

/** A unique word of at least four letters. */
const wordMark = '\u0001';

const sentences = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.constantFrom('', '.', '?', ':', ', '))
  .map(([count, end]) => `${Array.from({ length: count }, () => wordMark).join(' ')}${end}`);

const names = fc.constantFrom(
  ...["What's Happening?", 'Why it matters', "What's Next?", 'Beyond the Headlines', 'Summary', 'Sources'],
  ...['AI-generated text', 'Was this helpful?', "What's Happening: ", "What's Next? ", '¿Qué sigue?'],
);

const tags =
  `a abbr address article aside b blockquote body br button canvas caption center code dd del details dialog div dl dt em
  fieldset figcaption figure font footer form h1 h2 h3 h6 head header i iframe ins kbd label legend li main map math menu
  my-card nav noscript object ol output p pre q ruby s section small span strong sub summary table
  tbody td textarea th thead time title tr u ul unknown var video`.split(/\s+/);

const attributes = fc.constantFrom(
  ...[
    '',
    '',
    '',
    ' hidden',
    ' style="display:none"',
    ' role="navigation"',
    ' role="main"',
    ' href="#a"',
    ' href="/b"',
  ],
  ...['share-price', 'social', 'related', 'sidebar', 'modal', 'comments', 'cookie', 'ad', 'pagination'].map(
    (name) => ` class="${name}"`,
  ),
);

/** Words of a page outside its text. */
const extras = fc
  .constantFrom(
    '<!-- WORD WORD WORD. -->',
    '<!-- WORD -->',
    '<img alt="WORD" src="a.png">',
    '<input value="WORD">',
    '<select><option>WORD</option></select>',
    '<br>',
    '<hr>',
  )
  .map((text) => text.replaceAll('WORD', wordMark));

const { html } = fc.letrec<{ html: string; element: string }>((tie) => ({
  element: fc
    .tuple(fc.constantFrom(...tags), attributes, tie('html'), fc.boolean())
    .map(
      ([tag, attribute, inside, isClosed]) => `<${tag}${attribute}>${inside}${isClosed ? `</${tag}>` : ''}`,
    ),
  html: fc
    .array(fc.oneof({ maxDepth: 4 }, sentences, sentences, extras, names, tie('element'), tie('element')), {
      maxLength: 5,
    })
    .map((parts) => parts.join('\n')),
}));

const punctuation = fc.constantFrom(
  ...[
    '\n',
    '\n\n',
    '\n\n',
    '\n- ',
    '\n1. ',
    '\n> ',
    '\n# ',
    '\n## ',
    '\n### ',
    '\n---\n',
    '\n| ',
    ' | ',
    '\n| - | - |\n',
  ],
  ...[
    '**',
    '*',
    '`',
    '\n```\n',
    '~~',
    '\\',
    '[',
    ']',
    '](https://a.example/)',
    '](javascript:a)',
    '![',
    '[^1]',
    '\n[^1]: ',
  ],
  ...[
    '<b>',
    '</b>',
    '<',
    '>',
    '<!-- ',
    ' -->',
    '<div>',
    '</div>',
    '<p class="share">',
    '<aside>',
    '</aside>',
    '<br>',
  ],
  ...[
    '<Name of ',
    '<Figure label="',
    '" />',
    '<b',
    '&amp;',
    '&lt;',
    '\t',
    '    ',
    ': ',
    '{',
    '}',
    '<title of ',
    '</title>',
  ],
);

/** Constructs rarely made of single characters. */
const made = fc
  .constantFrom(
    ...[
      '<Name of WORD>',
      '<WORD>',
      'Vec<WORD>',
      '<title of WORD WORD>',
      '<!-- WORD -->',
      '<!-- WORD WORD WORD. -->',
    ],
    ...['\n\n<Figure label="WORD" value="WORD" />\n\n', '<Note text="WORD" />', '[WORD](https://a.example/)'],
    ...[
      '![WORD](https://a.example/b.png "WORD")',
      '[WORD](javascript:a "WORD")',
      '[^2]\n\n[^2]: WORD\n\n',
      '**WORD:** WORD',
    ],
    ...[
      "\n- WORD\n**What's Next?** WORD\n",
      '\n> WORD\n',
      '\n| WORD |\n| - |\n| WORD |\n',
      '\n# WORD <!-- WORD --> WORD\n',
    ],
  )
  .map((text) => text.replaceAll('WORD', wordMark));

const marked = fc
  .array(fc.oneof(sentences, made, names, punctuation, punctuation), { maxLength: 40 })
  .map((parts) => parts.join(''));

/** "qaaa", "qaab" … in place of the markers. */
function withWords(pattern: string): { text: string; words: string[] } {
  const words: string[] = [];
  const text = pattern.replaceAll(wordMark, () => {
    const letters = words.length.toString(26).padStart(4, '0');
    const word = `q${letters.replace(/./g, (digit) => String.fromCharCode(97 + parseInt(digit, 26)))}z`;
    words.push(word);
    return word;
  });
  return { text, words };
}

test.each([
  ['a page', 'a.html', html],
  ['Markdown', 'a.md', marked],
  ['a component’s Markdown', 'a.mdx', marked],
  ['a text', 'a.txt', marked],
  ['a text that may be a page', 'a.txt', html],
])(
  'every visible word of %s is in the brief or in the report',
  async (_kind, file, patterns) => {
    const options = { publication: publicationSample(), topics: [] };
    await fc.assert(
      fc.asyncProperty(patterns, async (pattern) => {
        const { text, words } = withWords(pattern);
        const result = await importDocument(new TextEncoder().encode(text), file, options);
        // A page of only menus is an error, which loses nothing.
        if (!('markdown' in result)) {
          expect(result).toEqual({ problem: noText });
          return;
        }
        const shown = `${result.markdown}\n${formatReport(result.report, file, 'brief.md')}`;
        // A letter beside an emphasis marker may have to be a character reference.
        const read = shown.replace(/&#x([0-9a-f]+);/gi, (_all, hex: string) =>
          String.fromCodePoint(parseInt(hex, 16)),
        );
        const missing = words.filter((word) => !read.includes(word));
        expect(missing, `${text}\n=====\n${shown}`).toEqual([]);
      }),
      { numRuns: Number(process.env['RUNS'] ?? 150) },
    );
  },
  60_000,
);
