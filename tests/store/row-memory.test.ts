import { writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { cachePath } from '../../src/store/cache.ts';
import { openRowMemory } from '../../src/store/row-memory.ts';
import { openFolder } from './folders.ts';

const name = 'card-names.sqlite';

function rowsIn(
  root: string,
  given: Readonly<Record<string, string>> = {},
): (key: string) => string | undefined {
  const memory = openRowMemory(root, name);
  for (const [key, value] of Object.entries(given)) memory.set(key, value);
  memory.close();
  return (key) => {
    const again = openRowMemory(root, name);
    const value = again.get(key);
    again.close();
    return value;
  };
}

test('what was set is there when the file is opened again, and nothing else', () => {
  using folder = openFolder();
  const read = rowsIn(folder.path, { one: 'first', "two's": 'several\nlines' });
  expect(['one', "two's", 'three'].map(read)).toEqual(['first', 'several\nlines', undefined]);
  expect(rowsIn(folder.path, { one: 'changed' })('one')).toBe('changed');
});

test('a file of another version, or that is no database, is begun anew', () => {
  using folder = openFolder();
  rowsIn(folder.path, { one: 'first' });
  const other = new DatabaseSync(cachePath(folder.path, name));
  other.exec('DROP TABLE memory; CREATE TABLE others (a); PRAGMA user_version = 1');
  other.close();
  expect(rowsIn(folder.path, { two: 'second' })('two')).toBe('second');
  writeFileSync(cachePath(folder.path, name), 'No database, but longer than the header of one. '.repeat(20));
  expect(rowsIn(folder.path, { three: 'third' })('three')).toBe('third');
});

test('while another build writes, nothing is found and nothing is lost', () => {
  using folder = openFolder();
  const read = rowsIn(folder.path, { one: 'first' });
  const other = new DatabaseSync(cachePath(folder.path, name));
  other.exec('BEGIN EXCLUSIVE');
  expect(read('one')).toBeUndefined();
  rowsIn(folder.path, { two: 'second' });
  other.exec('ROLLBACK');
  other.close();
  expect(['one', 'two'].map(read)).toEqual(['first', undefined]);
});
