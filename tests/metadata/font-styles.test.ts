import { expect, test } from 'vitest';
import type { OwnFont } from '../../src/brief/publication.ts';
import { fontStylesOf } from '../../src/metadata/font-styles.ts';

function font(name: string, more: Partial<OwnFont> = {}): OwnFont {
  return { source: `briefs/_fonts/${name}`, version: 'c0ffee', axes: {}, height: 1, ...more };
}

/** The family, style and weight of each file. */
function facesIn(css: string): string[] {
  const faces = css.matchAll(
    /font-family: '(.*?)'; font-style: (\w+); font-weight: (.*?);.*?url\('(.*?)'\)/g,
  );
  return Array.from(faces, ([, family, style, weight, file]) => `${file} ${family} ${style} ${weight}`);
}

test('a variable font has its weights; a font of one weight draws headings of every weight, and regular text', () => {
  const { css } = fontStylesOf({
    headings: font('A.ttf'),
    text: font('B.woff2', { axes: { wght: [200, 900], opsz: [8, 72] } }),
    labels: font('C D.woff2'),
  });
  expect(facesIn(css)).toEqual([
    'A.c0ffee.ttf Own Headings normal 1 1000',
    'B.c0ffee.woff2 Own Text normal 200 900',
    'C-D.c0ffee.woff2 Own Labels normal 400',
  ]);
  expect(css).toContain(":root { --own-display: 'Own Headings',; --own-serif: 'Own Text',; --own-sans: 'Own Labels',; }"); // prettier-ignore
});

test('bold and italic text have files of their own where they are given', () => {
  const { css } = fontStylesOf({
    text: font('B.woff2'),
    bold: font('Bold.woff2'),
    italic: font('I.woff2', { axes: { wght: [300, 700] } }),
  });
  expect(facesIn(css)).toEqual([
    'B.c0ffee.woff2 Own Text normal 1 499',
    'Bold.c0ffee.woff2 Own Text normal 500 1000',
    'I.c0ffee.woff2 Own Text italic 300 700',
  ]);
  expect(css).not.toContain('--own-display');
});

test('headings in a high font have more room between their lines, in the scripts that it is for', () => {
  expect(fontStylesOf({ headings: font('A.ttf', { height: 1.1 }) }).css).not.toContain('leading');
  expect(fontStylesOf({ headings: font('A.ttf', { height: 1.3 }) }).css).toContain(
    ':root:not(:lang(ar), :lang(zh)) { --display-leading: 1.17; }',
  );
});
