import { cpSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cacheFolder, digestOf, openCache, type Kind } from '../../src/store/cache.ts';
import { openFolder } from './folders.ts';

const key = digestOf('key');
const kinds: readonly Kind[] = ['briefs', 'bundles', 'cards', 'checks', 'facts', 'pictures', 'search'];

function onlyFile(root: string, folder: string): string {
  const entries = readdirSync(join(root, cacheFolder, folder), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  expect(files).toHaveLength(1);
  return files[0] ?? '';
}

describe('the cache', () => {
  it.each(['', 'text', 'ü 未来 🙂', '\ud800', '\ufeffa', 'a\r\nb\n', '\ufffd'])(
    'gives %j back as it was',
    (value) => {
      using folder = openFolder();
      const cache = openCache(folder.path);
      cache.write('briefs', key, { value, text: JSON.stringify(value) });
      expect(cache.read('briefs', key)).toEqual({ value, text: JSON.stringify(value), files: {} });
      expect(cache.read('briefs', digestOf('other'))).toBeUndefined();
      expect(cache.read('checks', key)).toBeUndefined();
    },
  );

  const damages: [string, (bytes: Buffer) => Uint8Array][] = [
    ['one bit of the text is flipped', (bytes) => bytes.with(80, (bytes[80] ?? 0) ^ 1)],
    ['one bit of the digest is flipped', (bytes) => bytes.with(3, (bytes[3] ?? 0) ^ 1)],
    ['a byte is not UTF-8 any more', (bytes) => bytes.with(80, 0xff)],
    ['the last byte is lost', (bytes) => bytes.subarray(0, -1)],
    ['all but the digest is lost', (bytes) => bytes.subarray(0, 65)],
    ['everything is lost', () => new Uint8Array()],
    ['something was added', (bytes) => Buffer.concat([bytes, Buffer.from('x')])],
    ['it is all zeros', (bytes) => new Uint8Array(bytes.length)],
  ];
  const cases = kinds.flatMap((kind) => damages.map(([name, damage]) => [kind, name, damage] as const));

  it.each(cases)('notices in %s that %s, in the entry and in its file', (kind, _, damage) => {
    using folder = openFolder();
    const cache = openCache(folder.path);
    const write = (): void => {
      const file = folder.write('draft', 'A file of some length, '.repeat(9));
      cache.write(kind, key, { value: 'A value', files: { 'a.png': cache.put(file, 'move') } });
    };
    for (const part of ['entries', 'files']) {
      write();
      expect(cache.read(kind, key)?.value).toBe('A value');
      const file = onlyFile(folder.path, part);
      writeFileSync(file, damage(readFileSync(file)));
      expect(cache.read(kind, key), part).toBeUndefined();
    }
    write();
    const { 'a.png': file } = cache.read(kind, key)?.files ?? {};
    expect(file && readFileSync(cache.pathOf(file), 'utf8')).toBe('A file of some length, '.repeat(9));
  });

  it('stores the same content once', () => {
    using folder = openFolder();
    const cache = openCache(folder.path);
    const one = cache.put(folder.write('one', 'x'), 'link');
    const two = cache.put(folder.write('two', 'x'), 'move');
    expect(two).toEqual(one);
    expect(statSync(join(folder.path, 'one')).ino).toBe(statSync(cache.pathOf(one)).ino);
    expect(readdirSync(folder.path)).not.toContain('two');
  });

  it('knows what it has after it was copied, and need not read it a second time', () => {
    using folder = openFolder();
    const cache = openCache(folder.path);
    cache.write('cards', key, { files: { a: cache.put(folder.write('a', 'x'), 'move') } });
    cpSync(join(folder.path, '.cache'), join(folder.path, 'copy/.cache'), { recursive: true });
    const copy = openCache(join(folder.path, 'copy'));
    const { a } = copy.read('cards', key)?.files ?? {};
    expect(a && statSync(copy.pathOf(a)).mtimeMs).toBe(a?.mtimeMs);
    expect(readFileSync(onlyFile(join(folder.path, 'copy'), 'entries'), 'utf8')).toContain(
      String(a?.mtimeMs),
    );
  });

  it('lists the keys of a kind, the newest first', async () => {
    using folder = openFolder();
    const cache = openCache(folder.path);
    for (const name of ['a', 'b', 'c']) {
      cache.write('bundles', digestOf(name), { value: name });
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    cache.write('search', digestOf('d'), {});
    expect(cache.keys('bundles')).toEqual(['c', 'b', 'a'].map((name) => digestOf(name)));
  });
});

describe('a digest', () => {
  it('distinguishes parts from their concatenation', () => {
    const digests = [
      digestOf('ab'),
      digestOf('a', 'b'),
      digestOf('ab', ''),
      digestOf('', 'ab'),
      digestOf('1:a', 'b'),
    ];
    expect(new Set(digests).size).toBe(digests.length);
  });
});
