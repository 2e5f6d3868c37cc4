import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cacheFolder, digestOf } from '../../src/store/cache.ts';
import { forgetBuild, loadBuildSnapshot, readBuiltFiles, recordBuild } from '../../src/build/last-build.ts';
import { openOutput } from '../../src/store/output.ts';
import { publicationSample } from '../brief-sample.ts';
import { openFolder, type OwnFolder } from '../store/folders.ts';
import { openTestProject } from './test-project.ts';

const none = { all: 0, made: 0 };
const made = { pages: 1, all: 1, rendered: 1, isBundled: true, cards: none, images: none, indexes: none, files: 2, bytes: 2, cache: { bytes: 0, spare: 0 } }; // prettier-ignore

async function built(): Promise<OwnFolder> {
  const folder = openFolder();
  const output = openOutput(join(folder.path, 'dist'));
  output.write('index.html', Buffer.from('Home.'));
  output.write('__proto__', Buffer.from('A file may have any name.'));
  folder.write(join(cacheFolder, 'x'), '');
  await recordBuild(folder.path, { inputs: 'a' }, output, made);
  return folder;
}

test('a pipe in the place of the icon is an error that a build comes to', async () => {
  using testProject = openTestProject();
  mkdirSync(join(testProject.root, 'public'));
  testProject.write('astro.config.mjs', '');
  execFileSync('mkfifo', [join(testProject.root, 'public/favicon.svg')]);
  const { diagnostics } = await loadBuildSnapshot(testProject.root, publicationSample());
  expect(diagnostics.map(({ file, code }) => [file, code])).toEqual([['public/favicon.svg', 'file-kind']]);
});

describe('what a build wrote', () => {
  test('is known file by file', async () => {
    using folder = await built();
    expect(readBuiltFiles(folder.path)).toEqual(
      new Map([
        ['index.html', digestOf('Home.')],
        ['__proto__', digestOf('A file may have any name.')],
      ]),
    );
  });

  test('is unknown before a build, and while another site replaces that one', async () => {
    using folder = openFolder();
    expect(readBuiltFiles(folder.path)).toBeUndefined();
    using other = await built();
    forgetBuild(other.path);
    expect(readBuiltFiles(other.path)).toBeUndefined();
  });

  test.each<[string, (file: string) => void]>([
    ['cut', (file) => { truncateSync(file, readFileSync(file).length - 3); }],
    ['of another build', (file) => { writeFileSync(file, '{"index.html":"00"}'); }],
    ['empty', (file) => { writeFileSync(file, ''); }],
    ['gone', (file) => { rmSync(file); }],
  ])('is not known where either of its two files is %s', async (_, damage) => {
    for (const file of ['last-build.json', 'built-files.json']) {
      using folder = await built();
      damage(join(folder.path, cacheFolder, file));
      expect(readBuiltFiles(folder.path), file).toBeUndefined();
    }
  }); // prettier-ignore
});
