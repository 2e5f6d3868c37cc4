import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { OwnFont } from '../../../src/brief/publication.ts';
import { chooseFonts } from '../../../src/cards/text/font-choice.ts';
import { ownFamilies } from '../../../src/cards/text/own-families.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** A font of ours in the place of a publisher's. */
function fontOf(file: string, more: Partial<OwnFont> = {}): OwnFont {
  return { source: `node_modules/${file}`, version: file, axes: {}, height: 1.2, ...more };
}

const plex = fontOf('@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-600-normal.woff2');
const variable = fontOf('@fontsource-variable/schibsted-grotesk/files/schibsted-grotesk-latin-wght-normal.woff2', { axes: { wght: [400, 900] } }); // prettier-ignore

test('a font of one’s own draws the letters that it has, and the shipped ones all others', async () => {
  const { display } = ownFamilies({ display: plex }, root);
  const { drawnBy, main } = await chooseFonts('Größe ж 漢 😀', 'display', 'de', display);
  const nameOf = (grapheme: string): string => {
    const source = drawnBy(grapheme);
    return source === undefined || source instanceof URL ? 'image' : source.name;
  };
  expect(main.name).toContain('ibm-plex-sans-latin-600');
  expect(nameOf('G')).toContain('ibm-plex-sans-latin-600');
  expect(nameOf('ö')).toContain('ibm-plex-sans-latin-600');
  expect(nameOf('ж')).toContain('Noto Serif');
  expect(nameOf('漢')).toContain('Noto Serif');
  expect(nameOf('😀')).toBe('image');
  const others = await chooseFonts('Größe', 'text', 'de');
  expect(others.main.name).toContain('Newsreader');
});

test('a text in another script is set in the shipped font of that script', async () => {
  const { display } = ownFamilies({ display: plex }, root);
  const { main } = await chooseFonts('ترشيح EU جديد', 'display', 'ar', display);
  expect(main.name).toContain('Arabic');
});

test('a variable font is set in the weight of its face, as far as it has it', async () => {
  const fonts = ownFamilies({ display: variable, strong: { ...variable, axes: { wght: [400, 650] } } }, root);
  expect(fonts.display?.faces.display).toEqual({ wght: 560 });
  expect(fonts.strong?.faces.strong).toEqual({ wght: 650 });
  const { main } = await chooseFonts('A', 'display', 'en', fonts.display);
  expect(main.axes).toEqual({ wght: 560 });
});

test('a font with higher letters has more room between its lines', () => {
  const leadingOf = (height: number) => ownFamilies({ display: { ...plex, height, version: String(height) } }, root).display?.leading; // prettier-ignore
  expect([leadingOf(1), leadingOf(1.5)]).toEqual([1.03, expect.closeTo(1.35)]);
});

test('the same fonts are the same families, so that what was found in them is kept', () => {
  expect(ownFamilies({ display: plex }, root).display).toBe(ownFamilies({ display: plex }, root).display);
});
