import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { findBriefs } from '../../src/build/find-briefs.ts';
import { openFolder } from '../store/folders.ts';

test('a symbolic link to a folder is reported, and its target is not read', async () => {
  const root = mkdtempSync(join(tmpdir(), 'fourfold-links-'));
  mkdirSync(join(root, 'briefs'));
  symlinkSync(root, join(root, 'briefs/loop'));
  const { files, problems } = await findBriefs(root);
  expect(files).toEqual([]);
  expect(problems.map(({ code, file }) => [code, file])).toEqual([['file-link', 'briefs/loop']]);
  rmSync(root, { recursive: true });
});

test.each([
  [
    '日本語.md',
    'The port closed.',
    'rename the file, and write "日本語" as it is read, in the letters a-z: "its-topic.md"',
  ],
  [
    '大阪の新制度.md',
    '大阪府は新しい制度を始める。',
    'rename the file, and write "大阪" as it is read, in the letters a-z: "no-….md"',
  ],
  ['条约.md', '公海条约于九月生效。', 'rename the file to "tiaoyue.md"'],
  ['条约.md', 'lang: zh-Hans', 'rename the file to "tiaoyue.md"'],
  [
    'straße-日本.md',
    'The port closed.',
    'rename the file, and write "日本" as it is read, in the letters a-z: "strasse-….md"',
  ],
  ['Überblick.md', 'lang: de', 'rename the file to "ueberblick.md"'],
  ['ข่าว.md', 'lang: en_US', 'rename the file to "khaw.md"'],
  ['😀.md', 'The port closed.', 'rename the file to "grinning.md"'],
])('of the name %s of a file that says %s it is told: %s', async (name, text, note) => {
  using folder = openFolder();
  mkdirSync(join(folder.path, 'briefs'));
  writeFileSync(join(folder.path, 'briefs', name), text);
  const { problems } = await findBriefs(folder.path);
  expect(problems.map((problem) => problem.note?.text)).toEqual([note]);
});

describe('what cannot be read in the folder of the briefs is named', () => {
  test.each([
    ['a pipe', 'briefs/pipe.md', 'Unexpected named pipe, expected a file or a folder'],
    [
      'a pipe among standing pages',
      'briefs/_pages/about.mdx',
      'Unexpected named pipe, expected a file or a folder',
    ],
  ])('as %s', async (_, file, message) => {
    using folder = openFolder();
    mkdirSync(join(folder.path, 'briefs/_pages'), { recursive: true });
    execFileSync('mkfifo', [join(folder.path, file)]);
    const { files, problems } = await findBriefs(folder.path);
    expect(files).toEqual([]);
    expect(problems.map((each) => [each.code, each.file, each.message])).toEqual([
      ['file-kind', file, message],
    ]);
  });

  test('as names that are not UTF-8, whose briefs would be left out', async () => {
    using folder = openFolder();
    for (const name of ['caf\xe9.md', 'caf\xe9']) {
      mkdirSync(join(folder.path, 'briefs'), { recursive: true });
      const path = Buffer.concat([Buffer.from(join(folder.path, 'briefs/')), Buffer.from(name, 'latin1')]);
      if (name.endsWith('.md')) writeFileSync(path, 'x');
      else mkdirSync(path);
    }
    const { files, problems } = await findBriefs(folder.path);
    expect(files).toEqual([]);
    expect(problems.map(({ file, message }) => [file, message])).toEqual([
      ['briefs/caf\ufffd', 'Unexpected name "caf\ufffd", expected UTF-8'],
      ['briefs/caf\ufffd.md', 'Unexpected name "caf\ufffd.md", expected UTF-8'],
    ]);
  });

  test('as links that lead to nothing or to themselves', async () => {
    using folder = openFolder();
    mkdirSync(join(folder.path, 'briefs'));
    for (const [name, target] of [
      ['a.md', 'gone.md'],
      ['b.md', 'b.md'],
      ['c', 'c'],
    ] as const)
      symlinkSync(target, join(folder.path, 'briefs', name));
    const { problems } = await findBriefs(folder.path);
    // Files with other extensions are not briefs.
    expect(problems.map(({ code, file }) => [code, file])).toEqual([
      ['file-link', 'briefs/a.md'],
      ['file-link', 'briefs/b.md'],
    ]);
  });

  test('as a file in its place', async () => {
    using folder = openFolder();
    folder.write('briefs', 'x');
    const { problems } = await findBriefs(folder.path);
    expect(problems.map(({ file, message }) => [file, message])).toEqual([
      ['briefs', 'Unexpected file, expected a folder'],
    ]);
  });

  // Root can read every file.
  test.skipIf(process.getuid?.() === 0)('as what may not be read', async () => {
    using folder = openFolder();
    chmodSync(folder.write('briefs/a.md', 'x'), 0);
    mkdirSync(join(folder.path, 'briefs/b'), 0);
    const { problems } = await findBriefs(folder.path);
    expect(problems.map(({ file, message }) => [file, message])).toEqual([
      ['briefs/a.md', 'Unexpected file that may not be read'],
      ['briefs/b', 'Unexpected folder that may not be read'],
    ]);
  });
});

describe('a copy that a program left beside a brief', () => {
  const advice = async (name: string, text: string): Promise<string> => {
    using folder = openFolder();
    folder.write('briefs/high-seas-treaty.md', 'title: A\nB\n');
    folder.write(`briefs/${name}`, text);
    const { problems } = await findBriefs(folder.path);
    return problems.map(({ message, note }) => `${message}; ${note?.text ?? ''}`).join('\n');
  };

  test.each([
    'high-seas-treaty 2.md',
    'high-seas-treaty (1).md',
    'high-seas-treaty copy 3.md',
    'high-seas-treaty - Kopie.md',
    'high-seas-treaty – copia.md',
    "high-seas-treaty (Ann's conflicted copy 2026-05-04).md",
    'high-seas-treaty.sync-conflict-20260504-101010-ABCDEFG.md',
    'Copy of high-seas-treaty.md',
    'high-seas-treaty のコピー.md',
  ])('is called that: %s', async (name) => {
    const said = 'a sync service or a file manager gives to a copy of "high-seas-treaty.md"';
    expect(await advice(name, 'title: A\nB\n')).toContain(said);
    expect(await advice(name, 'title: A\nB\n')).toContain('the two say the same: delete this one');
    expect(await advice(name, 'title: A\nC\n')).toContain(
      'line 2 is the first that differs: compare the two',
    );
    expect(await advice(name, 'title: A\nB\nC\n')).toContain('line 3 is the first that differs');
  });

  test.each([
    ['high-seas treaty.md', 'rename the file to "high-seas-treaty.md"'],
    ['high-seas-treaty: the vote.md', 'rename the file to "high-seas-treaty-the-vote.md"'],
    ['two (1).md', 'rename the file to "two-1.md"'],
    ['high-seas-treaty.md.txt', 'expected a name that ends in ".md" or ".mdx"'],
  ])('is something else: %s', async (name, expected) => {
    expect(await advice(name, 'title: Another\n')).toContain(expected);
  });
});

describe('the folder that BRIEFS_DIR names', () => {
  const place = mkdtempSync(join(tmpdir(), 'fourfold-find-'));
  const root = join(place, 'generator');

  beforeAll(() => {
    for (const folder of ['generator/dist/texts', 'generator/briefs', 'my texts'])
      mkdirSync(join(place, folder), { recursive: true });
    writeFileSync(join(place, 'my texts/a-brief.md'), 'x');
    writeFileSync(join(root, 'README.md'), 'x');
  });

  afterEach(() => {
    vi.unstubAllEnvs();
  });

  afterAll(() => {
    rmSync(place, { recursive: true, force: true });
  });

  test.each(['../my texts', join(place, 'my texts')])('is read from the project: %s', async (named) => {
    vi.stubEnv('BRIEFS_DIR', named);
    expect((await findBriefs(root)).files).toEqual([{ file: 'briefs/a-brief.md', slug: 'a-brief' }]);
  });

  test.each([
    ['../my text', 'expected a folder that is there'],
    ['README.md', 'expected a folder that is there'],
    ['dist', 'expected a folder that the build does not write to'],
    ['dist/texts', 'expected a folder that the build does not write to'],
  ])('is an error if it cannot be meant: %s', async (named, reason) => {
    vi.stubEnv('BRIEFS_DIR', named);
    await expect(findBriefs(root)).rejects.toThrow(
      `Unexpected BRIEFS_DIR "${named}", which is ${join(root, named)}: ${reason}`,
    );
  });

  test('is the one beside the generator when it is not said, which may be gone', async () => {
    vi.stubEnv('BRIEFS_DIR', '');
    rmSync(join(root, 'briefs'), { recursive: true });
    expect((await findBriefs(root)).files).toEqual([]);
  });
});
