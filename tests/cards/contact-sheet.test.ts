import { expect, test } from 'vitest';
import { formatContactSheet, remarksOn, type ShownCard } from '../../src/cards/contact-sheet.ts';

const card: ShownCard = {
  src: 'a.png',
  name: 'link',
  format: 'link',
  alt: 'A title “& more”',
  bytes: 60_000,
  texts: [{ part: 'title', size: 79, isShortened: false }],
};

test('a link card is shown whole, as chats crop it, and as wide as on a phone', () => {
  const html = formatContactSheet([{ slug: 'a', title: 'A <title>', lang: 'en', cards: [card] }]);
  expect(html.match(/<img src="a\.png"/g)).toHaveLength(3);
  expect(html).toContain('A &lt;title>');
  expect(html).toContain('60 KB');
  expect(html).toContain('title 79 px');
  expect(html).not.toContain('<script');
});

test('a live sheet loads the script that loads it again', () => {
  expect(formatContactSheet([], '/@vite/client')).toContain('<script type="module" src="/@vite/client">');
});

test.each([
  [{ ...card }, []],
  [{ ...card, texts: [{ part: 'title', size: 36, isShortened: false }] }, ['title is small: 36 px; fewer words make it larger']], // prettier-ignore
  [{ ...card, texts: [{ part: 'foot', size: 24, isShortened: true }] }, ['the foot has no room for all of its words']], // prettier-ignore
  [{ ...card, bytes: 280_000 }, ['nearly as large as networks take']],
])('an editor is told what may be fixed', (shown, remarks) => {
  expect(remarksOn(shown)).toEqual(remarks);
});
