import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readSettings, settingsFile } from '../../src/settings/settings.ts';
import { openFolder } from '../store/folders.ts';

const shipped = readFileSync(new URL('../../src/site.ts', import.meta.url), 'utf8');

/** Settings are code that Node runs, and vitest would change: so one program of its own reports on all of them. */
const reporter = `
  import { formatReport } from '${new URL('../../src/check/report.ts', import.meta.url).href}';
  import { checkSettings } from '${new URL('../../src/settings/settings.ts', import.meta.url).href}';
  const reports = [];
  for (const folder of process.argv.slice(1)) {
    const checked = await checkSettings(folder);
    reports.push('diagnostics' in checked ? await formatReport(folder, checked) : 'good');
  }
  console.log(JSON.stringify(reports));
`;

/** What is said of settings, in their order. */
function reportsOf(texts: readonly string[]): string[] {
  using folder = openFolder();
  const roots = texts.map((text, at) => {
    folder.write(`${at}/${settingsFile}`, text);
    return join(folder.path, String(at));
  });
  const options = { encoding: 'utf8' } as const;
  return JSON.parse(
    execFileSync(process.execPath, ['--input-type=module', '-e', reporter, ...roots], options),
  ) as string[];
}

function otherwise(part: string, words: string): string {
  expect(shipped).toContain(part);
  return shipped.replace(part, words);
}

test('the shipped settings are good, and so is a path of letters, digits and what no program escapes in an address', () => {
  const addresses = [
    'https://fourfold.example/',
    'https://x.example/News_1.0-b/~ann/',
    'https://例え.example/a/',
    'http://[::1]:8080/a/',
  ];
  const texts = addresses.map((address) => otherwise('https://fourfold.example/', address));
  expect(reportsOf(texts)).toEqual(addresses.map(() => 'good'));
});

const one = (field: string) => ['pageSize: 10,', `pageSize: 10,\n  ${field},`] as const;

type Fault = readonly [what: string, part: string, words: string, said: string];

const faults: readonly Fault[] = [
  ['an empty name', "name: 'Fourfold'", "name: ''", '5:9  error  field-missing'],
  ['a field nobody knows', 'pageSize: 10', 'pagesize: 10', 'did you mean "pageSize"?'],
  ['a field that is missing', 'pageSize: 10,', '', 'add `pageSize: …,` to `site`'],
  ['an address without the slash', "fourfold.example/'", "fourfold.example'", '6:12  error  field-url'],
  ...[
    ['Überblick/', 'Ü'],
    ['ニュース/', 'ニ'],
    ['50%25/', '%'],
    ['/', '/'],
    ['a/../b/', '..'],
    ['a(b)+c/', '('],
    ['q&a/', '&'],
    ["it\\'s/", "'"],
    ['a%2Fb/', '%'],
    ['@ann/', '@'],
    ['a\\\\b/', '\\'],
    ['a:b/', ':'],
    ['😀/', '😀'],
  ].map(([path = '', sign = '']): Fault => [
    `an address whose path is ${path}`,
    "fourfold.example/'",
    `fourfold.example/${path}'`,
    `6:12  error  field-url\n  Unexpected "${sign}" in the path of "https://fourfold.example/`,
  ]),
  ['an address with a query', "fourfold.example/'", "fourfold.example/?a=/'", 'field-url'],
  ['a language the site does not speak', "lang: 'en'", "lang: 'tlh'", 'field-language'],
  [
    'a language in capitals',
    "lang: 'en'",
    "lang: 'EN'",
    'spelling of the language "EN" in "lang", expected "en"',
  ],
  ['a language with an extension', "lang: 'en'", "lang: 'en-u-ca-buddhist'", 'expected "en" alone'],
  [
    'headings of a language in small letters',
    ...one("headings: { 'pt-br': ['a', 'b', 'c', 'd'] }"),
    'expected "pt-BR"',
  ],
  ['a zone that does not exist', "'Etc/UTC'", "'Europe/Berln'", 'did you mean "Europe/Berlin"?'],
  [
    'an author’s id that is no slug',
    'authors: {}',
    "authors: { Anna: { name: 'Anna' } }",
    '13:14  error  field-slug',
  ],
  ...[
    ['authors: {}', "authors: { con: { name: 'Anna' } }", 'con', '13:14'],
    ['topics: {', "topics: { lpt1: { name: 'Printers' },", 'lpt1', '14:13'],
    ['threads: {', "threads: { nul: { name: 'Nothing' },", 'nul', '66:14'],
  ].map(([from = '', to = '', name = '', place = '']): Fault => [
    `an id that is the name of a device on Windows, ${name}`,
    from,
    to,
    `${place}  error  field-slug\n  Unexpected slug "${name}"`,
  ]),
  ['a program as author', 'authors: {}', "authors: { bot: { name: 'ChatGPT' } }", 'author-program'],
  ['a word for a list of words', 'authors: {}', "authors: 'Anna'", 'field-type'],
  ['a colour too pale for paper', '#1f6b4a', '#cccccc', 'contrast of 1.5:1 of "#cccccc" with #fbfaf6'],
  ['a colour too dim for the dark', '#7fcfa6', '#333333', 'take a lighter one'],
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
  ['a name that is nowhere', 'authors: {}', 'authors: everyone', '13:12  error  settings-code'],
  [
    'no identity for the feeds',
    "identity: { authority: 'fourfold.example', year: 2025 },",
    '',
    "add `identity: { authority: 'fourfold.example', year: ",
  ],
  [
    'an identity of an address',
    "authority: 'fourfold.example'",
    "authority: 'https://x.example'",
    'a domain',
  ],
  ['an identity without its year', ', year: 2025', '', 'Expected the field "year" of "identity"'],
  ['an identity of two digits', 'year: 2025', 'year: 25', 'year 25 in "year" of "identity"'],
  ['an identity of a year to come', 'year: 2025', 'year: 2999', 'year 2999, which has not begun'],
  ['a string that does not end', "name: 'Fourfold'", "name: 'Fourfold", 'Unterminated string literal'],
  [
    'a conflict of Git',
    "  name: 'Fourfold',\n",
    "<<<<<<< HEAD\n  name: 'Fourfold',\n=======\n  name: 'Fivefold',\n>>>>>>> desk/edits\n",
    'conflict that was not resolved: one side ("HEAD") is line 6, the other ("desk/edits") is line 8',
  ],
  ['nothing that is called site', 'export const site', 'export const page', 'export const site: Publication'],
];

describe('settings are checked as briefs are:', () => {
  let reports: string[] = [];
  beforeAll(() => {
    reports = reportsOf(faults.map(([, part, words]) => otherwise(part, words)));
  });

  test.each(faults.map(([what, , , said], at) => [what, said, at] as const))(
    '%s is told with its place',
    (_, said, at) => {
      expect(reports[at]).toMatch(/^src\/site\.ts:\d+:\d+ {2}error/);
      expect(reports[at]).toContain(said);
    },
  );
});

test('one problem hides no other', () => {
  const words = "lang: 'tlh',\n  timeZone: ''";
  expect(reportsOf([otherwise("lang: 'en',\n  timeZone: 'Etc/UTC'", words)])[0]).toContain('2 errors');
});

test('a command does not begin without good settings, and says why', async () => {
  using folder = openFolder();
  folder.write(settingsFile, 'export const site = {};\n');
  await expect(readSettings(folder.path)).rejects.toThrow(
    /The settings have errors[^]*Expected the field "name"/,
  );
});
