import fc from 'fast-check';
import { stringify } from 'yaml';
import { languages } from '../src/languages/languages.ts';

/** News sentences in each supported language, with typical punctuation. */
const sentences: Readonly<Record<string, readonly string[]>> = {
  en: ['The minister’s plan costs $1.5 billion – “a lot”, she said.', 'It is 3.5 % more than in 2024 (U.N. figures).', 'Nobody’s vote was counted at 10:30 p.m.; why?', 'CO₂ fell by ⅔, or 10⁶ litres a day.'], // prettier-ignore
  es: ['¿Cuánto cuesta? Unos 1.500 millones de euros, dijo la ministra.', '¡El «plan B» no existe!', 'El año 2024 fue un 3,5 % más cálido.'], // prettier-ignore
  fr: ['L’Ukraine a reçu 1,5 milliard d’euros : « beaucoup », dit-elle.', 'Le cœur du projet n’est pas là ; pourquoi ?', 'C’est 3,5 % de plus qu’en 2024.'], // prettier-ignore
  de: ['„Das kostet 1,5 Milliarden Euro“, sagte die Ministerin.', 'Die Straße ist 3,5 km lang – größer als übermäßig.', 'Leser:innen warten seit dem 3. Oktober 1990.'], // prettier-ignore
  pt: ['O plano custa 1,5 mil milhões de euros, disse a ministra.', 'Não há “plano B” na União Europeia.', 'A ação subiu 3,5% em 2024.'], // prettier-ignore
  'pt-PT': ['O plano custa 1,5 mil milhões de euros, disse a ministra.', 'O que está a acontecer na União Europeia?', 'A ação subiu 3,5% em 2024.'], // prettier-ignore
  it: ['Il piano dell’Unione costa 1,5 miliardi di euro, dice la ministra.', 'Perché è così? Nessuno lo sa: «è complicato».', 'È il 3,5% in più del 2024.'], // prettier-ignore
  hi: ['मंत्री ने कहा कि योजना पर 1.5 अरब रुपये ख़र्च होंगे।', 'क्या यह 2024 से 3.5% अधिक है?', '“कोई दूसरी योजना नहीं है”, उन्होंने कहा।'], // prettier-ignore
  ar: ['قالت الوزيرة إن الخطة تكلّف 1.5 مليار دولار.', 'هل هذا أكثر من عام 2024 بنسبة 3.5٪؟', '«لا توجد خطة بديلة»، بحسب منظمة WHO.'], // prettier-ignore
  'zh-Hans': ['部长说，该计划耗资15亿美元。', '“没有其他方案”，她说。', '这比2024年高出3.5%吗？'],
  ja: [
    '大臣は「計画には15億ドルかかる」と述べた。',
    '2024年より3.5％多いのか。',
    '代案はない（WHOによる）。',
  ],
};

function pick(code: string): fc.Arbitrary<string> {
  const known = sentences[code];
  if (!known) throw new Error(`Add sentences in "${code}" to tests/valid-brief.ts`);
  return fc.constantFrom(...known);
}

/** A text without characters that would end the construct around it. */
const words = (code: string): fc.Arbitrary<string> =>
  pick(code).map((text) => text.replace(/[.।。:;,].*$/, ''));

interface Place {
  readonly code: string;
  readonly ending: 'md' | 'mdx';
  /** Briefs that may be linked to. */
  readonly others: readonly string[];
  /** What it may be a translation of. */
  readonly original: string | undefined;
}

const addresses = [
  'https://example.org/',
  'https://example.org/a_b_(c)?d=e&f=g#h',
  'https://example.org/%D9%85/straße',
  'mailto:desk@example.org',
];

const inline = ({ code, ending, others }: Place): fc.Arbitrary<string> => {
  const text = words(code);
  const bare = ending === 'md' ? [fc.constant('<https://example.org/a>'), fc.constant('a < b & c > d')] : [];
  return fc.oneof(
    { weight: 6, arbitrary: pick(code) },
    text.map((each) => ` **${each}** `),
    text.map((each) => ` *${each}* `),
    text.map((each) => ` _**${each}**_ `),
    text.map((each) => ` ~~${each}~~ `),
    text.map((each) => ` \`${each}\` `),
    fc.tuple(text, fc.constantFrom(...addresses)).map(([each, to]) => ` [${each}](<${to}>) `),
    text.map((each) => ` [${each}](https://example.org/ "${each.replaceAll('"', '')}") `),
    text.map((each) => ` [${each}][reference] `),
    text.map((each) => ` [${each}](#notes-of-the-desk) `),
    ...(others.length > 0
      ? [fc.tuple(text, fc.constantFrom(...others)).map(([each, to]) => ` [${each}](./${to}.md) `)]
      : []),
    text.map((each) => ` ![${each}](./pictures/sea.png) `),
    fc.constantFrom(
      '[^1]',
      '[^note]',
      ' https://example.org/bare ',
      '\\\n',
      '&amp; &eacute; ',
      '\\*\\_\\[',
      ' 🫱🏽‍🫲🏾 🇺🇦 ',
    ),
    ...bare,
  );
};

const line = (place: Place): fc.Arbitrary<string> =>
  fc
    .array(inline(place), { minLength: 1, maxLength: 5 })
    // Each line starts and ends with words, so that no other construct arises.
    .chain((parts) => pick(place.code).map((first) => `${first} ${parts.join('')} ${first}`));

const indent = (text: string, by: string): string => text.replaceAll('\n', `\n${by}`);

const block = (place: Place): fc.Arbitrary<string> => {
  const text = line(place);
  const cell = words(place.code);
  const two = fc.tuple(text, text);
  const markdown = [
    { weight: 5, arbitrary: text },
    two.map(([a, b]) => `- ${indent(a, '  ')}\n- ${indent(b, '  ')}\n  - ${indent(a, '    ')}`),
    two.map(([a, b]) => `1. ${indent(a, '   ')}\n2. ${indent(b, '   ')}`),
    two.map(([a, b]) => `- [x] ${indent(a, '  ')}\n- [ ] ${indent(b, '  ')}`),
    text.map((a) => `> ${indent(a, '> ')}\n>\n> — ${place.code}`),
    text.map((a) => `> [!NOTE]\n> ${indent(a, '> ')}`),
    cell.map((a) => `\`\`\`js\nconst a = '${a}'; // <b>{a}</b> ${'wide '.repeat(30)}\n\`\`\``),
    fc.tuple(cell, cell).map(([a, b]) => `| ${a} | ${b} |\n| :-- | --: |\n| ${b} | 1 |\n| *${a}* | \`2\` |`),
    fc.tuple(cell, text).map(([a, b]) => `### ${a}\n\n${b}\n\n#### ${a}\n\n${b}`),
    cell.map((a) => `![${a}](./pictures/sea.png "${a.replaceAll('"', '')}")`),
    text.map((a) => `${a}\n\n---\n\n${a}`),
  ];
  const attribute = words(place.code).map((each) => each.replaceAll('"', '&quot;'));
  const components = [
    fc.tuple(attribute, text).map(([who, said]) => `<Quote who="${who}" source="WHO" url="https://example.org/">\n${said}\n</Quote>`), // prettier-ignore
    attribute.map((label) => `<Figure value="1.5 %" label="${label}" />`),
    attribute.map((title) => `<Chart type="bar" title="${title}" unit="°C" data="${title.replace(/[:;,0-9.،]/g, '').slice(0, 20)}: 1.60; NASA: -1.47" />`), // prettier-ignore
    attribute.map((title) => `<Chart type="line" title="${title}" data="2012: 40, 2020: 1.8, 2023: 1" />`),
    cell.map((each) => `<Timeline>\n- 2025-02-02: ${each}\n- 2025-08: *${each}*\n</Timeline>`),
    fc.tuple(attribute, cell).map(([title, each]) => `<Compare>\n<Side title="${title}">\n- ${each}\n</Side>\n<Side title="B">\n${each}\n</Side>\n</Compare>`), // prettier-ignore
  ];
  return fc.oneof(...markdown, ...(place.ending === 'mdx' ? components : []));
};

const day = fc
  .integer({ min: 0, max: 700 })
  .map((days) => new Date(Date.UTC(2024, 0, 1 + days)).toISOString().slice(0, 10));

const optional = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.option(value, { nil: undefined, freq: 2 });

const fieldsOf = ({ code, original }: Place) => {
  const text = pick(code);
  const short = words(code).map((each) => Array.from(each).slice(0, 50).join(''));
  return fc.record({
    title: fc.tuple(words(code), fc.nat(999)).map(([each, at]) => `${each} ${at}`),
    summary: fc.tuple(text, text, text).map((parts) => parts.join(' ').slice(0, 290).padEnd(45, '–')),
    date: day,
    updated: optional(fc.constant('2025-12-20T10:00:00+09:00')),
    topics: fc.uniqueArray(fc.constantFrom('ai', 'chips', 'climate', 'law', 'health'), { minLength: 1 }),
    ai: fc.constantFrom('none', 'assisted', 'generated'),
    lang: fc.constantFrom(...spellingsOf(code)),
    sources: fc.uniqueArray(
      fc.record({
        title: text,
        url: fc.nat(9999).map((at) => `https://example.org/source-${at}?a=b&c=(d)`),
        publisher: optional(words(code)),
        date: optional(fc.constantFrom('2025-09-18', '2025-09', '2025')),
        accessed: optional(fc.constant('2025-09-19')),
        archive: optional(fc.nat(9999).map((at) => `https://archive.example/${at}`)),
      }),
      { minLength: 1, maxLength: 3, selector: ({ url }) => url },
    ),
    figures: fc.array(fc.record({ value: fc.constantFrom('$294,000', '3.5 %', '10²⁵', '⅔', '–12 °C'), label: short }), { maxLength: 4 }), // prettier-ignore
    watch: fc.array(
      fc.oneof(
        fc.record({ by: fc.constant('2030-03-31'), expect: text }),
        fc.record({ by: fc.constant('2025-03-31'), expect: text, outcome: fc.constantFrom('missed', 'changed'), note: text }), // prettier-ignore
      ),
      { maxLength: 2 },
    ),
    thread: optional(fc.constantFrom('race', 'treaty')),
    corrections: fc.array(fc.record({ date: fc.constant('2025-12-21T09:00:00Z'), note: text }), {
      maxLength: 2,
    }),
    image: optional(fc.record({ src: fc.constant('./pictures/sea.png'), alt: words(code), credit: optional(words(code)) })), // prettier-ignore
    translationOf: optional(fc.constant(original)),
    expires: optional(fc.constant('2026-06-01')),
  });
};

/** The text of a file: a brief without errors that uses every feature of the format. */
function validBrief(place: Place): fc.Arbitrary<string> {
  const language = languages.find(({ code }) => code === place.code);
  const sections = fc.tuple(
    ...(language?.headings ?? []).map(() => fc.array(block(place), { minLength: 1, maxLength: 4 })),
  );
  return fc.tuple(fieldsOf(place), sections, pick(place.code)).map(([fields, texts, note]) => {
    const body = texts.map((blocks, at) => `## ${language?.headings[at] ?? ''}\n\n${blocks.join('\n\n')}`);
    // Every brief refers to both notes and has the heading for links; using it is left to chance.
    const end = `### Notes of the desk\n\n${note}[^1][^note]\n\n[^1]: ${note}\n\n[^note]: ${note}\n\n    ${note}\n\n[reference]: https://example.org/r "R"\n`; // prettier-ignore
    return `---\n${stringify(fields)}---\n\n${body.join('\n\n')}\n\n${end}`;
  });
}

/** A language tag as writers write it: in any case, and with a region. */
function spellingsOf(code: string): string[] {
  const { language, region = '' } = new Intl.Locale(code).maximize();
  const regional = code.endsWith(`-${region}`) ? code : `${code}-${region}`;
  return [
    code,
    code.toUpperCase(),
    regional,
    regional.toLowerCase(),
    `${language.toUpperCase()}-${region.toLowerCase()}`,
  ];
}

/** Valid briefs by file in `briefs/`: each language in turn, with links to earlier ones. */
export function validBriefs(count: number): fc.Arbitrary<ReadonlyMap<string, string>> {
  const places = Array.from({ length: count }, (_, at) => placeOf(at));
  return fc
    .tuple(...places.map(validBrief))
    .map((texts) => new Map(texts.map((text, at) => [`made-${at}.${placeOf(at).ending}`, text])));
}

function placeOf(at: number): Place {
  const language = at % languages.length;
  const earlier = Array.from({ length: at }, (_, other) => other);
  return {
    code: languages[language]?.code ?? '',
    ending: endingOf(at),
    others: earlier.filter((other) => endingOf(other) === 'md').map((other) => `made-${other}`),
    original: language === 0 ? undefined : `made-${at - language}`,
  };
}

function endingOf(at: number): 'md' | 'mdx' {
  return at % 3 === 2 ? 'mdx' : 'md';
}
