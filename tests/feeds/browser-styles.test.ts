import { expect, test } from 'vitest';
import { ar } from '../../src/languages/ar.ts';
import { en } from '../../src/languages/en.ts';
import { formatFeedStyles } from '../../src/feeds/browser-styles.ts';

test('a feed’s styles say in the publication’s language what a reader sees, in its direction', () => {
  const styles = formatFeedStyles('@namespace x;\n', ar, {});
  expect(styles).toContain(`--says: "${ar.labels.thisIsAFeed}";`);
  expect(styles).toContain('direction: rtl;');
});

test('nothing precedes the namespaces, which CSS only reads at the start', () => {
  expect(formatFeedStyles('@namespace x;\n', en, {})).toMatch(/^@namespace/);
});

test('words end no string of CSS', () => {
  const language = { ...en, labels: { ...en.labels, thisIsAFeed: 'a "feed" \\ and\nmore' } };
  expect(formatFeedStyles('', language, {})).toContain('--says: "a \\22 feed\\22  \\5c  and\\a more";');
});

test('a feed has the publication’s colours', () => {
  const colours = {
    accent: { light: '#1f6b4a', dark: '#7fcfa6' },
    ground: { light: '#fff1e5', dark: '#1b1410' },
  };
  const styles = formatFeedStyles('', en, colours);
  expect(styles).toContain('--paper: light-dark(#fff1e5, #1b1410);');
  expect(styles).toContain('--accent: light-dark(#1f6b4a, #7fcfa6);');
});
