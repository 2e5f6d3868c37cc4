import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cacheFolder, digestOf, openCache } from '../../src/store/cache.ts';
import { openNewsroom } from '../build/newsroom.ts';

const key = digestOf('key');

function onlyFile(root: string): string {
  const entries = readdirSync(join(root, cacheFolder, 'kind'), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  expect(files).toHaveLength(1);
  return files[0] ?? '';
}

describe('the cache', () => {
  it.each(['', 'text', 'ü 未来 🙂', '\ud800', '\ufeffa', 'a\r\nb\n', '\ufffd'])(
    'gives %j back as it was',
    (text) => {
      using newsroom = openNewsroom();
      const cache = openCache(newsroom.root);
      cache.write('kind', key, JSON.stringify(text));
      expect(cache.read('kind', key)).toBe(JSON.stringify(text));
      expect(cache.read('kind', digestOf('other'))).toBeUndefined();
      expect(cache.read('other', key)).toBeUndefined();
    },
  );

  const damages: [string, (bytes: Buffer) => Uint8Array][] = [
    ['one bit of the text is flipped', (bytes) => bytes.with(80, (bytes[80] ?? 0) ^ 1)],
    ['one bit of the digest is flipped', (bytes) => bytes.with(3, (bytes[3] ?? 0) ^ 1)],
    ['a byte is no UTF-8 any more', (bytes) => bytes.with(80, 0xff)],
    ['the last byte is lost', (bytes) => bytes.subarray(0, -1)],
    ['all but the digest is lost', (bytes) => bytes.subarray(0, 65)],
    ['everything is lost', () => new Uint8Array()],
    ['something was added', (bytes) => Buffer.concat([bytes, Buffer.from('x')])],
    ['it holds nothing but zeros', (bytes) => new Uint8Array(bytes.length)],
  ];

  it.each(damages)('notices that %s', (_, damage) => {
    using newsroom = openNewsroom();
    const cache = openCache(newsroom.root);
    cache.write('kind', key, 'A text of some length, longer than twenty bytes.');
    const file = onlyFile(newsroom.root);
    writeFileSync(file, damage(readFileSync(file)));
    expect(cache.read('kind', key)).toBeUndefined();
    cache.write('kind', key, 'new');
    expect(cache.read('kind', key)).toBe('new');
  });
});

describe('a digest', () => {
  it('tells parts from their concatenation', () => {
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
