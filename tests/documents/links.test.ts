import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { documentOf, documents, root } from './documents.ts';

/** The anchor of a heading on GitHub. */
function anchorsOf(text: string): string[] {
  const headings = text.replace(/^```[^]*?^```$/gm, '').matchAll(/^#+ (.+)$/gm);
  return Array.from(headings, ([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

test.each(documents)(
  'every link and image of $file leads to a file and a heading that are there',
  ({ file, text }) => {
    const shown = text.replace(/^```[^]*?^```$/gm, '').replace(/`[^`\n]*`/g, '');
    const targets = Array.from(shown.matchAll(/\]\(([^)\s]+)[^)]*\)/g), ([, target = '']) => target);
    const broken = targets
      .filter((target) => !target.startsWith('https://'))
      .filter((target) => {
        const [path = '', anchor] = target.split('#');
        const to = path === '' ? file : join(dirname(file), path);
        if (!existsSync(join(root, to))) return true;
        return anchor !== undefined && !anchorsOf(readFileSync(join(root, to), 'utf8')).includes(anchor);
      });
    expect(broken).toEqual([]);
  },
);

test.each(documents)('every path that $file names is there', ({ file, text }) => {
  const named = text.matchAll(/`((?:src|scripts|tests|public|\.github|\.vscode|\.config)\/[\w./[\]-]*)`/g);
  const paths = Array.from(named, ([, path = '']) => path);
  expect([file, paths.filter((path) => !existsSync(join(root, path)))]).toEqual([file, []]);
});

test('the README leads to every document, and is short', () => {
  const readme = documentOf('README.md');
  const others = documents.map(({ file }) => file).filter((file) => file !== 'README.md');
  expect(others.filter((file) => !readme.includes(`](${file})`))).toEqual([]);
  expect(Buffer.byteLength(readme)).toBeLessThan(12_000);
});

test('each guide to a change names at most six files', () => {
  const contributing = documentOf('.github/CONTRIBUTING.md');
  const guides = contributing.split(/^## /m).filter((part) => part.startsWith('Add '));
  expect(guides.map((guide) => guide.split('\n')[0])).toEqual([
    'Add a field',
    'Add a setting',
    'Add a rule',
    'Add a language',
    'Add a card format',
    'Add a feed',
    'Add a page',
  ]);
  for (const guide of guides) {
    const files = new Set(
      Array.from(guide.matchAll(/`((?:src|scripts|tests)\/[^`]+)`/g), ([, file]) => file),
    );
    expect([guide.split('\n')[0], files.size]).toEqual([
      expect.anything(),
      expect.toSatisfy((size: number) => size > 0 && size <= 6),
    ]);
  }
});
