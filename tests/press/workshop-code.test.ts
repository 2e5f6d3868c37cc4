import { readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { crafts, type Craft } from '../../src/press/workshop.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Our own files that one imports at run time, and those that these import; types are gone by then. */
function importsOf(file: string, known = new Set<string>()): Set<string> {
  if (known.has(file)) return known;
  known.add(file);
  const text = readFileSync(join(root, file), 'utf8');
  for (const [, clause = '', to = ''] of text.matchAll(
    /^(?:import|export) (?!type )([^;]*?)from '(\.[^']+)'/gms,
  )) {
    if (/^\{(?:\s*type [^,}]+,?)*\s*\}\s*$/.test(clause)) continue;
    importsOf(relative(root, resolve(root, dirname(file), to)), known);
  }
  return known;
}

test.each(Object.keys(crafts) as Craft[])(
  'all code that makes %s is part of the key by which they are kept',
  (craft) => {
    const { worker, rooms, files } = crafts[craft];
    const missing = [...importsOf(worker)].filter(
      (file) =>
        !rooms.some((room) => file.startsWith(`${room}/`)) && !(files as readonly string[]).includes(file),
    );
    expect(missing).toEqual([]);
  },
);
