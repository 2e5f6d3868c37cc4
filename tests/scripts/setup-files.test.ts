import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hasSamples, replaceIcon } from '../../scripts/setup-files.ts';
import { publicationSample } from '../brief-sample.ts';
import { openFolder } from '../store/folders.ts';

const file = 'public/favicon.svg';
const shipped = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
const accent = { light: '#114488', dark: '#88bbff' };

test('setup puts a plain icon in the publication’s colour in place of Fourfold’s, and changes its colour later', () => {
  using folder = openFolder();
  folder.write(file, shipped);
  const icon = (): string => readFileSync(join(folder.path, file), 'utf8');
  expect(replaceIcon(folder.path, {}, 'keep')).toBeUndefined();
  expect(icon()).toBe(shipped);
  expect(replaceIcon(folder.path, {}, 'remove')).toBe(file);
  expect(icon()).toContain('#b3321b');
  expect(replaceIcon(folder.path, { accent }, 'keep')).toBe(file);
  expect(icon()).toContain('#114488');
  expect(replaceIcon(folder.path, { accent }, 'remove')).toBeUndefined();
});

test('setup leaves an icon of the publisher’s own, and writes one where there is none', () => {
  using folder = openFolder();
  expect(replaceIcon(folder.path, {}, 'keep')).toBe(file);
  folder.write(file, '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>');
  expect(replaceIcon(folder.path, { accent }, 'remove')).toBeUndefined();
});

test('setup knows whether there are samples to remove', () => {
  using folder = openFolder();
  const own = publicationSample({ topics: {}, threads: {} });
  const brief = 'briefs/high-seas-treaty.md';
  expect(hasSamples(folder.path, own)).toBe(false);
  folder.write(file, shipped);
  expect(hasSamples(folder.path, own)).toBe(true);
  folder.write(file, '<svg/>');
  folder.write(brief, readFileSync(new URL(`../../${brief}`, import.meta.url), 'utf8'));
  expect(hasSamples(folder.path, own)).toBe(true);
});
