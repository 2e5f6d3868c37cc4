import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { init } from '../../scripts/init.ts';
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
