import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { reasonAgainstEmpty, reasonOfEmptyFolder } from '../../src/build/empty-site.ts';
import { openFolder, type OwnFolder } from '../store/folders.ts';

const none = {
  briefs: [],
  notices: [],
  counts: { files: 0, compiled: 0, drafts: 0, embargoed: 0 },
  now: '2026-01-01T00:00:00+00:00',
};

/** A project whose last site had a brief. */
function openSite(): OwnFolder {
  const folder = openFolder();
  folder.write('dist/index.html', '');
  folder.write('dist/briefs/a/index.html', '');
  mkdirSync(join(folder.path, 'briefs'));
  return folder;
}

describe('a site without a brief', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  test('is built if there was no site before, and if the last one was empty', () => {
    using folder = openFolder();
    expect(reasonAgainstEmpty(folder.path, none)).toBeUndefined();
    folder.write('dist/briefs/index.json', '{}');
    expect(reasonAgainstEmpty(folder.path, none)).toBeUndefined();
    expect(
      reasonAgainstEmpty(folder.path, { ...none, counts: { ...none.counts, files: 2, drafts: 2 } }),
    ).toBeUndefined();
  });

  test('does not replace a site with briefs', () => {
    using folder = openSite();
    expect(reasonAgainstEmpty(folder.path, none)).toBe(
      `There is no brief in ${join(folder.path, 'briefs')}, and the site in dist/ has some. Put the briefs back, or set BRIEFS_DIR to their folder.`,
    );
    // Who has just removed the samples has nothing to mend.
    expect(reasonOfEmptyFolder(folder.path)).toBeUndefined();
  });

  test('is not built because of a moment or a status that hides all', () => {
    using folder = openSite();
    const hidden = { ...none, counts: { ...none.counts, files: 2, embargoed: 2 } };
    expect(reasonAgainstEmpty(folder.path, hidden)).toContain('None of the 2 briefs in');
    expect(reasonAgainstEmpty(folder.path, hidden)).toContain('as of 2026-01-01T00:00:00+00:00');
    const one = { ...none, counts: { ...none.counts, files: 1, drafts: 1 } };
    expect(reasonAgainstEmpty(folder.path, one)).toMatch(/^The one brief in .* is not public as of/);
  });

  test('is built where all that is left are notices of what was withdrawn', () => {
    using folder = openSite();
    const notice = { slug: 'a', lang: 'en', date: '2026-01-01T00:00:00+00:00', reason: 'It was wrong.' };
    expect(reasonAgainstEmpty(folder.path, { ...none, notices: [notice] })).toBeUndefined();
  });

  test.each(['public', 'src', 'empty'])(
    'is not built from a folder without briefs, as BRIEFS_DIR=%s, on a machine without a site',
    (named) => {
      using folder = openFolder();
      mkdirSync(join(folder.path, named));
      vi.stubEnv('BRIEFS_DIR', named);
      expect(reasonAgainstEmpty(folder.path, none)).toBe(
        `There is no brief in ${join(folder.path, named)}, which BRIEFS_DIR names. Name the folder that your briefs are in.`,
      );
    },
  );

  test.each([
    ['briefs', ''],
    ['texts', 'texts'],
    ['texts', 'texts/published'],
  ])('is not built from the submodule %s that was not checked out (BRIEFS_DIR=%s)', (path, named) => {
    using folder = openFolder();
    folder.write(
      '.gitmodules',
      `[submodule "words"]\n\tpath = ${path}\n\turl = https://example.org/texts.git\n`,
    );
    vi.stubEnv('BRIEFS_DIR', named);
    expect(reasonAgainstEmpty(folder.path, none)).toContain(
      `which belongs to the Git submodule ${path}. Check it out: git submodule update --init`,
    );
  });
});
