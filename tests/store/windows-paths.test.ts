import { expect, test, vi } from 'vitest';
import { liesIn } from '../../src/brief/briefs-folder.ts';
import { projectPathOf, absolutePath } from '../../src/markdown/source-paths.ts';
import { fileOfPage } from '../../src/build/page-cache.ts';
import { readImageSource } from '../../src/markdown/links.ts';
import { entryPath, filePath } from '../../src/store/cache.ts';

// As on Windows, where paths have backslashes.
vi.mock('node:path', async (load) => {
  const { win32 } = await load<{ readonly win32: object }>();
  return { ...win32, default: win32 };
});

const root = String.raw`C:\news`;

test('paths in reports, keys and the output have forward slashes on Windows, too', () => {
  expect(projectPathOf(root, String.raw`C:\news\briefs\2025\a.md`)).toBe('briefs/2025/a.md');
  expect(projectPathOf(root, String.raw`C:\news\src\site.ts`)).toBe('src/site.ts');
  expect(readImageSource('./pictures/a.png', 'briefs/2025/a.md')).toEqual({
    kind: 'file',
    path: 'briefs/2025/pictures/a.png',
  });
  expect(fileOfPage('/briefs/a', 'page')).toBe('briefs/a/index.html');
  expect(fileOfPage('/', 'page')).toBe('index.html');
  expect(fileOfPage('/404', 'page')).toBe('404.html');
  expect(fileOfPage('/topics/ai/rss.xml', 'endpoint')).toBe('topics/ai/rss.xml');
  expect(entryPath('briefs', 'abcd')).toBe('entries/briefs/ab/cd');
  expect(filePath({ sha256: 'abcd' })).toBe('files/ab/cd');
});

test('places on the disk are spelled as Windows does, and another disk lies in no folder', () => {
  expect(absolutePath(root, 'briefs/2025/a.md')).toMatch(/briefs\\2025\\a\.md$/);
  expect(liesIn(String.raw`C:\news\dist\a`, String.raw`C:\news\dist`)).toBe(true);
  expect(liesIn(String.raw`D:\news\dist\a`, String.raw`C:\news\dist`)).toBe(false);
  expect(liesIn(String.raw`C:\newsletter`, root)).toBe(false);
});
