import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join, win32 } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openCache } from '../../src/store/cache.ts';
import { filesBelow, fingerprintOf, fingerprintOfRecords } from '../../src/store/folder.ts';
import { openOutput } from '../../src/store/output.ts';
import { recordOf } from '../../src/store/file-record.ts';
import { openFolder } from './folders.ts';

describe('the folder in which a site grows', () => {
  test('has a file of the cache as a second name of it, and leaves one that is right already', () => {
    using folder = openFolder();
    const kept = folder.write('cache/page', 'A page.');
    const record = recordOf(kept);
    for (const files of [1, 1]) {
      const output = openOutput(join(folder.path, 'site'));
      expect(output.link('briefs/a/index.html', kept, record)).toBe(true);
      expect(statSync(join(folder.path, 'site/briefs/a/index.html')).ino).toBe(statSync(kept).ino);
      expect(output.size()).toEqual({ files, bytes: 7 });
    }
  });

  test('writes nothing into a file that another site has, too', () => {
    using folder = openFolder();
    const shown = folder.write('dist/index.html', 'What readers see.');
    openOutput(join(folder.path, 'next')).link('index.html', shown, recordOf(shown));
    openOutput(join(folder.path, 'next')).write('index.html', Buffer.from('What comes next.'));
    expect(readFileSync(shown, 'utf8')).toBe('What readers see.');
    expect(readFileSync(join(folder.path, 'next/index.html'), 'utf8')).toBe('What comes next.');
  });

  test('takes no file of the cache that is not what it was, and puts right what somebody changed here', () => {
    using folder = openFolder();
    const kept = folder.write('cache/page', 'A page.');
    const record = recordOf(kept);
    const place = folder.write('site/a.html', 'Another.');
    expect(openOutput(join(folder.path, 'site')).link('a.html', kept, record)).toBe(true);
    expect(readFileSync(place, 'utf8')).toBe('A page.');
    writeFileSync(kept, 'A pago.');
    utimesSync(kept, 1, 1);
    expect(openOutput(join(folder.path, 'site')).link('a.html', kept, record)).toBe(false);
  });

  test('keeps the file that was laid first under a name', () => {
    using folder = openFolder();
    const own = folder.write('public/a.html', 'The publisher’s.');
    const kept = folder.write('cache/page', 'A page.');
    const output = openOutput(join(folder.path, 'site'));
    output.copy('a.html', own);
    expect(output.link('a.html', kept, recordOf(kept))).toBe(false);
    expect(readFileSync(join(folder.path, 'site/a.html'), 'utf8')).toBe('The publisher’s.');
  });

  test('has a file where a folder was, and a folder where a file was, and nothing of before', () => {
    using folder = openFolder();
    folder.write('site/a/b.html', 'Old.');
    folder.write('site/c', 'Old.');
    folder.write('site/d/e/f.html', 'Old.');
    const output = openOutput(join(folder.path, 'site'));
    output.write('a', Buffer.from('New.'));
    output.write('c/g.html', Buffer.from('New.'));
    output.sweep();
    expect([...filesBelow(join(folder.path, 'site'))]).toEqual(['a', 'c/g.html']);
    expect(existsSync(join(folder.path, 'site/d'))).toBe(false);
  });

  test('takes a file that is kept to where a file was that its folder has the name of', () => {
    using folder = openFolder();
    const kept = folder.write('cache/page', 'A page.');
    folder.write('site/a', 'Old.');
    const output = openOutput(join(folder.path, 'site'));
    expect(output.link('a/b/c.html', kept, recordOf(kept))).toBe(true);
    output.sweep();
    expect([...filesBelow(join(folder.path, 'site'))]).toEqual(['a/b/c.html']);
  });

  // Taken for names of files that were not laid, these would be removed again, and with them the whole site.
  test.each([
    win32.join('briefs', 'a', 'index.html'),
    win32.normalize('../a.html'),
    '../a.html',
    '/a.html',
    'a//b.html',
    'a/../b.html',
  ])('takes no path but those with forward slashes that lead into it: %s', (path) => {
    using folder = openFolder();
    const kept = folder.write('cache/page', 'A page.');
    const output = openOutput(join(folder.path, 'site'));
    for (const act of [
        () => output.link(path, kept, recordOf(kept)),
        () => { output.copy(path, kept); },
        () => { output.write(path, Buffer.from('')); },
      ]) expect(act).toThrow(`Unexpected path "${path}" in the output`); // prettier-ignore
  });

  test('knows the digest of each file, however it came there', () => {
    using folder = openFolder();
    const own = folder.write('public/own.txt', 'Own.');
    const kept = folder.write('cache/page', 'A page.');
    folder.write('site/kept.html', 'Older.');
    const output = openOutput(join(folder.path, 'site'));
    output.copy('own.txt', own);
    output.copy('own.txt', own);
    output.link('kept.html', kept, recordOf(kept));
    output.write('written.html', Buffer.from('Written.'));
    folder.write('site/adopted.css', 'a {}');
    output.adopt();
    const digests = Array.from(output.records(), ([path, { sha256 }]) => [path, sha256]);
    expect(Object.fromEntries(digests)).toEqual(
      Object.fromEntries(
        [...filesBelow(output.folder)].map((path) => [
          path,
          createHash('sha256')
            .update(readFileSync(join(output.folder, path)))
            .digest('hex'),
        ]),
      ),
    );
    expect(digests).toHaveLength(4);
  });

  test('takes what somebody else wrote for its own, but for what will go', () => {
    using folder = openFolder();
    folder.write('site/_astro/a.css', 'a {}');
    folder.write('site/.bundle/b.mjs', 'b');
    const output = openOutput(join(folder.path, 'site'));
    output.adopt('.bundle');
    expect([...output.records().keys()]).toEqual(['_astro/a.css']);
  });

  test('has the time of the stored file when the cache had its content before', () => {
    using folder = openFolder();
    const cache = openCache(folder.path);
    const [first, second] = ['first', 'second'].map((name) => openOutput(join(folder.path, name)));
    first?.write('a.css', Buffer.from('x'));
    first?.store('a.css', cache);
    utimesSync(join(folder.path, 'first/a.css'), 1, 1);
    second?.write('a.css', Buffer.from('x'));
    second?.store('a.css', cache);
    expect(fingerprintOfRecords(second?.records() ?? new Map())).toBe(
      fingerprintOf(join(folder.path, 'second')),
    );
    expect(statSync(join(folder.path, 'second/a.css')).mtimeMs).toBe(1000);
  });
});
