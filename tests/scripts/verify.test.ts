import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { verify } from '../../scripts/verify.ts';
import { cacheFolder } from '../../src/store/cache.ts';
import { recordBuild } from '../../src/build/last-build.ts';
import { openOutput } from '../../src/store/output.ts';
import { runCommand } from './run-command.ts';
import { copyScripts, removeBriefs } from './script-project.ts';

const root = copyScripts();
const dist = join(root, 'dist');
const none = { all: 0, made: 0 };
const made = { pages: 1, all: 1, rendered: 1, isBundled: true, cards: none, images: none, indexes: none, files: 1, bytes: 1, cache: { bytes: 0, spare: 0 } }; // prettier-ignore

beforeAll(() => {
  mkdirSync(join(root, cacheFolder), { recursive: true });
});

beforeEach(async () => {
  const output = openOutput(dist);
  output.write('index.html', Buffer.from('<link rel="canonical" href="https://fourfold.example/">'));
  await recordBuild(root, { inputs: 'a' }, output, made);
});

afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

/** A site of one file has many other faults. */
async function run(...given: string[]): Promise<string> {
  const { code, out, errors } = await runCommand(verify, root, given);
  expect([code, errors]).toEqual([1, '']);
  return out;
}

describe('npm run verify', () => {
  test('compares the project’s own dist/ with what its build wrote', async () => {
    writeFileSync(join(dist, 'index.html'), '<link rel="canonical" href="https://fourfold.example/"> ');
    writeFileSync(join(dist, 'stray.txt'), 'x');
    const out = await run('dist');
    expect(out).toMatch(/^\/\n(?: {2}.*\n)*? {2}built {5}was changed after the build$/m);
    expect(out).toMatch(/^\/stray\.txt\n(?: {2}.*\n)*? {2}built {5}was added after the build$/m);
    expect(out).not.toContain('compared');
    rmSync(join(dist, 'stray.txt'));
  });

  test('refuses a preview, which is not for readers', async () => {
    const preview = join(root, 'dist-preview');
    mkdirSync(preview);
    writeFileSync(
      join(preview, 'index.html'),
      '<meta name="robots" content="noindex"><link rel="canonical" href="https://fourfold.example/">',
    );
    const { code, errors } = await runCommand(verify, root, ['dist-preview']);
    expect(code).toBe(2);
    expect(errors).toMatch(/dist-preview is a preview, which is marked noindex/);
  });

  test('says what it cannot see of another folder', async () => {
    const other = join(root, 'other');
    cpSync(dist, other, { recursive: true });
    writeFileSync(join(other, 'stray.txt'), 'x');
    const out = await run('other');
    expect(out).toMatch(
      /\n\nOnly this project’s own dist\/ can be compared with its build\. In this folder, /,
    );
    expect(out).not.toContain('after the build');
  });

  test('finds the title of a draft, unless a public text says the same words', async () => {
    const title = 'What the ministers said of the dam in spring';
    const sections = [
      'What\u2019s Happening?',
      'Why It\u2019s Important?',
      'What\u2019s Next?',
      'Beyond the Headlines',
    ];
    const write = (slug: string, words: string, status = ''): void => {
      const fields = `title: ${words}\nsummary: ${'A summary of forty characters or more. '.repeat(2)}\ndate: 2025-01-02\ntopics: [ai]\nai: none\n${status}sources: [{ title: A, url: https://a.example/ }]`;
      writeFileSync(
        join(root, 'briefs', `${slug}.md`),
        `---\n${fields}\n---\n\n${sections.map((each) => `## ${each}\n\nText.`).join('\n\n')}\n`,
      );
    };
    writeFileSync(
      join(dist, 'index.html'),
      `<link rel="canonical" href="https://fourfold.example/">${title}`,
    );
    write('old', 'What the dam cost');
    write('new', title, 'status: draft\n');
    expect(await run()).toContain('contains the title of "new", which is not public');
    write('old', title);
    expect(await run()).not.toContain('which is not public');
    removeBriefs(root);
  });

  test('says so where nothing is known of the build', async () => {
    rmSync(join(root, cacheFolder, 'built-files.json'));
    expect(await run()).toContain('\n\nThere is no record of the build that wrote dist/');
  });
});
