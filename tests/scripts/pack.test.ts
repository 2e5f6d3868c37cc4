import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { init as initLexer, parse } from 'es-module-lexer';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { writePackage } from '../../scripts/pack.ts';
import { commandsOfPackage } from '../../src/diagnostics/reader-commands.ts';
import { openFolder } from '../store/folders.ts';

beforeAll(() => initLexer);

test('every module of the package finds what it imports and names, and none is TypeScript', () => {
  const folder = openFolder();
  onTestFinished(() => {
    folder[Symbol.dispose]();
  });
  writePackage(folder.path);
  const files = globSync('**/*', { cwd: folder.path });
  expect(files.filter((file) => file.endsWith('.ts'))).toEqual([]);
  const modules = files.filter((file) => /\.m?js$/.test(file));
  expect(modules.length).toBeGreaterThan(400);
  const missing = modules.flatMap((file) => {
    const code = readFileSync(join(folder.path, file), 'utf8');
    const [imports] = parse(code, file);
    const relative = imports.flatMap(({ n }) => (n?.startsWith('.') ? [join(dirname(file), n)] : []));
    const named = Array.from(code.matchAll(/'((?:src|scripts)\/[\w./-]+\.js)'/g), ([, name = '']) => name);
    return [...relative, ...named].filter((name) => !existsSync(join(folder.path, name.replace(/\?.*/, ''))));
  });
  expect(missing).toEqual([]);
});

test.each([
  ['run npm run check -- --fix.', 'run npx fourfold check --fix.'],
  ['Usage: npm run build -- [options]', 'Usage: npx fourfold build [options]'],
  ['`npm run -s host -- nginx` prints', '`npx fourfold host nginx` prints'],
  ['npm run publish-brief -- a-slug', 'npx fourfold publish a-slug'],
  ['To see the site: npm run preview', 'To see the site: npx fourfold preview'],
  ['npm ci', 'npm ci'],
])('%s is %s in the package', (text, expected) => {
  expect(commandsOfPackage(text)).toBe(expected);
});
