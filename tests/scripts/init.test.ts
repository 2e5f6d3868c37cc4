import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { init } from '../../scripts/init.ts';
import { checkSettings } from '../../src/settings/settings.ts';
import { runCommand } from './run-command.ts';

const root = mkdtempSync(join(tmpdir(), 'fourfold-init-'));

afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

test('init says of each file that it wrote it, once', async () => {
  const { code, out } = await runCommand(init, root, ['--yes']);
  expect(code).toBe(0);
  const written = out.split('\n').flatMap((line) => /^Written: (.*)$/.exec(line)?.[1]?.split(', ') ?? []);
  expect(written).toContain('briefs/_site.yaml');
  expect(written).toEqual([...new Set(written)]);
  expect(written.filter((file) => !existsSync(join(root, file)))).toEqual([]);
});

test('init refuses a folder in whose path no site can be built, in one line, and writes nothing', async () => {
  const folder = mkdtempSync(join(root, 'a#'));
  const { code, errors } = await runCommand(init, folder, ['--yes']);
  expect([code, errors.trim().split('\n').length]).toEqual([1, 1]);
  expect(errors).toContain('because of the # in this path');
  expect(readdirSync(folder)).toEqual([]);
});

test('a command in a folder without a publication names init', () => {
  const folder = mkdtempSync(join(root, 'new-'));
  expect(checkSettings(folder)).toMatchObject({
    diagnostics: [{ note: { text: expect.stringContaining('npx fourfold init') as string } }],
  });
});
