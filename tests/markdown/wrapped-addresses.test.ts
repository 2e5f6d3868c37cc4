import { describe, expect, test } from 'vitest';
import { fix } from '../../src/check/fixes/fix.ts';
import { addressWithin } from '../../src/brief/address-within.ts';
import { publicationSample } from '../brief-sample.ts';
import { briefText, codesOf } from '../check/brief-text.ts';

const address = 'https://a.example/b';
const wrappings = ['“”', '„“', '‘’', '«»', '»«', '<>', '""', "''", '\u00a0\u00a0', '「」'].map((pair) => [
  pair.slice(0, 1),
  pair.slice(1),
]);

describe.each(wrappings)('an address between %j and %j', (open = '', close = '') => {
  test('is distinguished from the text around it', () => {
    expect(addressWithin(open + address + close)).toBe(address);
  });

  test('is an error as a source, and fixed', () => {
    const mark = open === "'" ? '"' : "'";
    const written = `[{ title: A, url: ${mark}${open}${address}${close}${mark} }]`;
    const text = briefText([], { sources: written });
    expect(codesOf(text)).toEqual(['field-url']);
    expect(codesOf(fix('briefs/a.md', text, publicationSample()).text)).toEqual([]);
  });

  // Between "<" and ">", Markdown reads the address itself.
  test.runIf(open !== '<')('is an error as a link, and fixed', () => {
    const text = briefText([`[Words](${open}${address}${close}) end.`]);
    expect(codesOf(text)).toEqual(['link-address']);
    expect(fix('briefs/a.md', text, publicationSample()).text).toBe(briefText([`[Words](${address}) end.`]));
  });
});

test.each([
  address,
  'https://a.example/wiki/“Heroes”',
  "https://a.example/rock-'n'",
  './other.md',
  '#part',
  'mailto:a@b.example',
])('%s has nothing around it', (plain) => {
  expect(addressWithin(plain)).toBeUndefined();
});

test.each([
  ['url: [a](https://a.example/b)'],
  ['url: "https://a.example/b”'],
  ['url: “https://a.example/b”'],
  ['url: <https://a.example/b>'],
  ['url: \u00a0https://a.example/b'],
])('a source whose line is %j is fixed to the address', (line) => {
  const text = briefText([], { sources: `\n  - title: A\n    ${line}` });
  const { text: fixed } = fix('briefs/a.md', text, publicationSample());
  expect(codesOf(fixed)).toEqual([]);
  expect(fixed).toMatch(/url: +https:\/\/a\.example\/b\n/);
});

test.each(['He said “https://a.example/b” and left.', '«https://a.example/b»', '<https://a.example/b>'])(
  'the marks around an address in the text are text: %j',
  (section) => {
    expect(codesOf(briefText([section]))).toEqual([]);
  },
);
