import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { check as checkCommand } from '../../scripts/check.ts';
import { runCommand } from './run-command.ts';
import { copyScripts } from './script-project.ts';

const environment = { BRIEFS_NOW: '2026-11-01' };

test('checks a file anywhere and standard input as a brief beside the others', async () => {
  const root = copyScripts();
  onTestFinished(() => {
    rmSync(root, { recursive: true, force: true });
  });
  cpSync('briefs', join(root, 'briefs'), { recursive: true });
  const read = (file: string): string => readFileSync(join(root, file), 'utf8');
  const check = (...options: string[]) => runCommand(checkCommand, root, options, { environment });
  mkdirSync(join(root, 'drafts'));
  const text = read('briefs/deepseek-r1-training-cost.md');
  writeFileSync(
    join(root, 'drafts/Fine Brief.md'),
    text.replace(/^aliases:.*\n/m, '').replace(/^thread:.*\n/m, ''),
  );
  const fine = await check('drafts/Fine Brief.md', '--format', 'json');
  expect(JSON.parse(fine.out)).toMatchObject({ errors: 0 });
  const input = text.replace('](', '](./no-such-brief.md) and [');
  const piped = await runCommand(checkCommand, root, ['-', '--format', 'json'], { environment, input });
  expect(piped.code).toBe(1);
  const { problems } = JSON.parse(piped.out) as {
    problems: { code: string; file: string; start: object }[];
  };
  expect(problems).toContainEqual(expect.objectContaining({ code: 'brief-missing', file: 'standard input' }));
  expect(await check('drafts/Fine Brief.md', '--fix')).toMatchObject({
    code: 2,
    errors: expect.stringContaining('Unexpected --fix with a file that is no brief') as string,
  });
});
