import { readFileSync } from 'node:fs';
import type * as z from 'zod';
import { beforeAll, describe, expect, test } from 'vitest';
import { formatReport } from '../../src/check/report.ts';
import { checkSettings, readSettings } from '../../src/settings/settings.ts';
import { publicationSchema } from '../../src/languages/schemas.ts';
import { editSettings, type SettingValue } from '../../src/settings/settings-source.ts';
import { openFolder } from '../store/folders.ts';
import { settingsFile } from '../../src/brief/briefs-folder.ts';

const shipped = readFileSync(new URL('../../briefs/_site.yaml', import.meta.url), 'utf8').replace(
  /^# Asks readers .*\nfeedback: .*\n/m,
  '',
);

/** The findings about settings, in order. */
async function reportsOf(texts: readonly string[]): Promise<string[]> {
  using folder = openFolder();
  const reports: string[] = [];
  for (const text of texts) {
    folder.write(settingsFile, text);
    const checked = checkSettings(folder.path);
    reports.push('diagnostics' in checked ? await formatReport(folder.path, checked) : 'good');
  }
  return reports;
}

function otherwise(part: string, words: string): string {
  expect(shipped).toContain(part);
  return shipped.replace(part, words);
}

test('the shipped settings are good, and so is a path of letters, digits and what no program escapes in an address', async () => {
  const addresses = [
    'https://fourfold.example/',
    'https://x.example/News_1.0-b/~ann/',
    'https://例え.example/a/',
    'http://[::1]:8080/a/',
  ];
  const texts = addresses.map((address) => otherwise('https://fourfold.example/', address));
  expect(await reportsOf(texts)).toEqual(addresses.map(() => 'good'));
});

const one = (field: string) => ['pageSize: 10', `pageSize: 10\n${field}`] as const;

type Fault = readonly [what: string, part: string, words: string, said: string];

const faults: readonly Fault[] = [
  ['an empty name', 'name: Fourfold', "name: ''", '4:7  error  field-missing'],
  ['a field nobody knows', 'pageSize: 10', 'pagesize: 10', 'did you mean "pageSize"?'],
  ['a field that is missing', 'lang: en\n', '', 'add a line `lang: …`'],
  ['an address without the slash', 'fourfold.example/\n', 'fourfold.example\n', '5:10  error  field-url'],
  ...[
    ['Überblick/', 'Ü'],
    ['ニュース/', 'ニ'],
    ['50%25/', '%'],
    ['/', '/'],
    ['a/../b/', '..'],
    ['a(b)+c/', '('],
    ['q&a/', '&'],
    ["it's/", "'"],
    ['a%2Fb/', '%'],
    ['@ann/', '@'],
    ['a\\b/', '\\'],
    ['a:b/', ':'],
    ['😀/', '😀'],
  ].map(([path = '', sign = '']): Fault => [
    `an address whose path is ${path}`,
    'fourfold.example/\n',
    `fourfold.example/${path}\n`,
    `5:10  error  field-url\n  Unexpected "${sign}" in the path of "https://fourfold.example/`,
  ]),
  ['an address with a query', 'fourfold.example/\n', 'fourfold.example/?a=/\n', 'field-url'],
  ['a language the site does not speak', 'lang: en', 'lang: tlh', 'field-language'],
  [
    'a language in capitals',
    'lang: en',
    'lang: EN',
    'spelling of the language "EN" in "lang", expected "en"',
  ],
  [
    'a name in a language nobody speaks',
    'name: Chips',
    'name: { en: Chips, tlh: chIp }',
    'Unexpected language "tlh"',
  ],
  ['a list for a name in one language', 'name: Chips', 'name: { en: Chips, es: [Chips] }', '"es" of'],
  ['a name in no language', 'name: Chips', 'name: {}', 'Unexpected empty value in "name"'],
  ['a number for a name', 'name: Chips', 'name: 7', 'field-type'],
  ['a language with an extension', 'lang: en', 'lang: en-u-ca-buddhist', 'expected only "en"'],
  [
    'headings of a language in small letters',
    ...one("headings: { 'pt-br': ['a', 'b', 'c', 'd'] }"),
    'expected "pt-BR"',
  ],
  ['a zone that does not exist', 'Etc/UTC', 'Europe/Berln', 'did you mean "Europe/Berlin"?'],
  [
    'an author’s id that is no slug',
    'authors: {}',
    "authors: { Anna: { name: 'Anna' } }",
    '16:12  error  field-slug',
  ],
  ...[
    ['authors: {}', "authors: { con: { name: 'Anna' } }", 'con', '16:12'],
    ['topics:', 'topics:\n  lpt1: { name: Printers }', 'lpt1', '18:3'],
    ['threads:', 'threads:\n  nul: { name: Nothing }', 'nul', '65:3'],
  ].map(([from = '', to = '', name = '', place = '']): Fault => [
    `an id that is the name of a device on Windows, ${name}`,
    from,
    to,
    `${place}  error  field-slug\n  Unexpected slug "${name}"`,
  ]),
  ['a program as author', 'authors: {}', "authors: { bot: { name: 'ChatGPT' } }", 'author-program'],
  ['a word for a list of words', 'authors: {}', "authors: 'Anna'", 'field-type'],
  ['a colour too pale for paper', '#1f6b4a', '#cccccc', 'contrast of 1.5:1 of "#cccccc" with #fbfaf6'],
  ['a colour too dim for the dark', '#7fcfa6', '#333333', 'choose a lighter one'],
  [
    'an accent that is too pale on the publication’s own ground',
    ...one("accent: { light: '#b3321b', dark: '#ff8a70' }\nground: { light: '#e4d6c8', dark: '#131519' }"),
    'contrast of 4.3:1 of "#b3321b" with #e4d6c8',
  ],
  [
    'a ground on which text is too faint',
    ...one("ground: { light: '#c0c0c0', dark: '#131519' }"),
    `contrast of 3.4:1 of the text in #b3321b with the ground "#c0c0c0", expected 4.5:1 or more`,
  ],
  [
    'a dark ground that is too light',
    ...one("ground: { light: '#ffffff', dark: '#555555' }"),
    'choose a darker one',
  ],
  [
    'a link without a place',
    ...one("navigation: [{ name: 'Topics' }]"),
    'Expected the field "link" of item 1 of "navigation"',
  ],
  [
    'a link that is a script',
    ...one("navigation: [{ name: 'Topics', link: 'javascript:alert(1)' }]"),
    'expected one of this site that begins with a slash',
  ],
  [
    'a link without https',
    ...one("footerLinks: [{ name: 'Shop', link: 'http://shop.example/' }]"),
    'address "http://shop.example/"',
  ],
  [
    'a link to another host that looks like one of this site',
    ...one("footerLinks: [{ name: 'Shop', link: '//shop.example/' }]"),
    'address "//shop.example/"',
  ],
  [
    'a link to a card, whose name changes',
    ...one("footerLinks: [{ name: 'Card', link: '/cards/a.png' }]"),
    'address "/cards/a.png" in',
  ],
  [
    'a link to a picture, whose name changes',
    ...one("navigation: [{ name: 'Harbour', link: '/pictures/harbour-0a1b2c3d.jpg' }]"),
    'expected one that stays: those of cards and pictures change',
  ],
  [
    'a font for everything',
    ...one('fonts: Bitter.woff2'),
    'expected one or more of the fields `headings:`, `text:`, `bold:`, `italic:` and `labels:`',
  ],
  [
    'navigation that leads nowhere',
    ...one('navigation: []'),
    'Unexpected empty "navigation", expected at least one',
  ],
  [
    'more links than a masthead has room for',
    ...one(`navigation: [${"{ name: 'A', link: '/topics/' }, ".repeat(9)}]`),
    'expected at most 8',
  ],
  ['a colour without its quotation marks', "'#1f6b4a'", '#1f6b4a', "write '#1f6b4a'"],
  ['a name that YAML takes for a number', 'name: Fourfold', 'name: 2025', 'put it in quotation marks'],
  ['a value that is not there', 'name: Fourfold', 'name:', '4:1  error  field-missing'],
  ['a field that is given twice', 'lang: en', 'lang: en\nlang: de', 'settings-code'],
  ['a sign of YAML in a name', 'name: Fourfold', 'name: &Sons shipyard', 'settings-code'],
  ['a field given twice with its first place', 'lang: en', 'lang: en\nlang: de', 'the first is at line 14'],
  ['a second document', 'lang: en', '---\nlang: en', 'settings-code'],
  ['a colour by name', '#1f6b4a', 'green', 'expected # and six digits'],
  ['half a page', 'pageSize: 10', 'pageSize: 0.5', 'expected a whole number, 1 or more'],
  [
    'three headings',
    ...one("headings: { en: ['a', 'b', 'c'] }"),
    'Unexpected number of "en" of "headings", expected 4',
  ],
  [
    'headings of a language nobody speaks',
    ...one("headings: { xx: ['a', 'b', 'c', 'd'] }"),
    'field-language',
  ],
  ['a theme that does not exist', ...one("cards: { theme: 'dim' }"), 'expected "light" or "dark"'],
  ['a number in words', ...one("cards: { newest: 'five' }"), '"newest" of "cards", expected a number'],
  ['cards that are neither', ...one('cards: true'), 'cards'],
  [
    'a form that is a script',
    ...one("feedback: { kind: 'form', endpoint: 'javascript:alert(1)' }"),
    'field-url',
  ],
  [
    'a mail address without a place',
    ...one("feedback: { kind: 'mailto', address: 'desk' }"),
    'mail address "desk"',
  ],
  [
    'feedback of a kind nobody knows',
    ...one("feedback: { kind: 'letters', address: 'desk' }"),
    'value of "kind" of "feedback", expected "form" or "mailto"',
  ],
  ['feedback nobody knows', ...one("feedback: 'letters'"), 'feedback'],
  [
    'a contact of another kind',
    ...one("security: { contact: ['ftp://x'], expires: '2027-01-31' }"),
    'field-url',
  ],
  [
    'a security.txt that ends on no day',
    ...one("security: { contact: ['tel:+1'], expires: 'soon' }"),
    'date "soon"',
  ],
  ['an account without a server', ...one("fediverse: '@news'"), 'account "@news"'],
  ['a list that does not end', 'authors: {}', 'authors: {', 'settings-code'],
  [
    'no identity for the feeds',
    'identity: { authority: fourfold.example, year: 2025 }',
    '',
    'add a line `identity: { authority: fourfold.example, year: ',
  ],
  ['an identity of an address', 'authority: fourfold.example', 'authority: https://x.example', 'a domain'],
  ['an identity without its year', ', year: 2025', '', 'Expected the field "year" of "identity"'],
  ['an identity of two digits', 'year: 2025', 'year: 25', 'year 25 in "year" of "identity"'],
  ['an identity of a year to come', 'year: 2025', 'year: 2999', 'year 2999, which is in the future'],
  ['a string that does not end', 'name: Fourfold', "name: 'Fourfold", 'settings-code'],
  [
    'a conflict of Git',
    'name: Fourfold\n',
    '<<<<<<< HEAD\nname: Fourfold\n=======\nname: Fivefold\n>>>>>>> desk/edits\n',
    'conflict that was not resolved: one side ("HEAD") is line 5, the other ("desk/edits") is line 7',
  ],
];

describe('settings are checked as briefs are:', () => {
  let reports: string[] = [];
  beforeAll(async () => {
    reports = await reportsOf(faults.map(([, part, words]) => otherwise(part, words)));
  });

  test.each(faults.map(([what, , , said], at) => [what, said, at] as const))(
    '%s is reported with its position',
    (_, said, at) => {
      expect(reports[at]).toMatch(/^briefs\/_site\.yaml:\d+:\d+ {2}error/);
      expect(reports[at]).toContain(said);
    },
  );
});

test('one problem hides no other', async () => {
  const words = "lang: tlh\ntimeZone: ''";
  expect((await reportsOf([otherwise('lang: en\ntimeZone: Etc/UTC', words)]))[0]).toContain('2 errors');
});

test('a command does not begin without good settings, and says why', async () => {
  using folder = openFolder();
  folder.write(settingsFile, '{}\n');
  await expect(readSettings(folder.path)).rejects.toThrow(
    /The settings have errors[^]*Expected the field "name"/,
  );
});

test('a file that is not there is named, and how to get it', async () => {
  using folder = openFolder();
  await expect(readSettings(folder.path)).rejects.toThrow('npx fourfold init');
  folder.write('briefs/a.md', 'A brief.');
  await expect(readSettings(folder.path)).rejects.toThrow(
    /briefs\/_site\.yaml, which does not exist[^]*git restore/,
  );
  folder.write('src/site.ts', 'export const site = {};');
  await expect(readSettings(folder.path)).rejects.toThrow('npm run check -- --fix');
});

describe('an edit of the settings', () => {
  test('leaves every other line as it was, comments among them', () => {
    const text = shipped.replace('lang: en\n', '# Of the interface.\nlang: en # for now\n');
    const edited = editSettings(text, [
      ['lang', 'de'],
      ['hub', 'https://hub.example/'],
      ['feedSize', undefined],
    ]);
    expect(edited).toBe(
      `${text.replace('lang: en #', 'lang: de #').replace('feedSize: 50\n', '')}hub: https://hub.example/\n`,
    );
  });

  test('that changes nothing writes the same bytes', () => {
    expect(editSettings(shipped, [])).toBe(shipped);
  });
});

test('every setting has an example that is good', async () => {
  const text = readFileSync(new URL('../../briefs/_site.yaml', import.meta.url), 'utf8');
  const examples = Object.entries(publicationSchema.shape).map(([name, schema]) => {
    const { description, examples: [example] = [] } = (schema as z.ZodType).meta() as { description?: string; examples?: SettingValue[] }; // prettier-ignore
    expect(description, name).toMatch(/\.$/);
    expect(example, name).toBeDefined();
    return editSettings(text, [[name, example]]);
  });
  expect(await reportsOf(examples)).toEqual(examples.map(() => 'good'));
});

test('a file of thousands of lines that YAML cannot read is reported in linear time', () => {
  using folder = openFolder();
  folder.write(settingsFile, 'a: b: c\n'.repeat(3000));
  const before = process.cpuUsage();
  expect('diagnostics' in checkSettings(folder.path)).toBe(true);
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1e6).toBeLessThan(3);
});
