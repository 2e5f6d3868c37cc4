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

  // A folder elsewhere, with what is no text.
  mkdirSync(join(root, 'drafts/more'));
  writeFileSync(join(root, 'drafts/more/image.md'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]));
  const folder = await check('drafts', '--format', 'json');
  expect(folder.code).toBe(1);
  expect(JSON.parse(folder.out)).toMatchObject({ problems: [{ code: 'file-kind', file: 'drafts/more/image.md' }] }); // prettier-ignore

  const slip = text.replace("## What's Next?", '## Whats next');
  writeFileSync(join(root, 'drafts/slip.md'), `\ufeff${slip}`);
  const shown = await check('drafts/slip.md', '--fix', '--dry-run');
  expect([shown.code, shown.out.includes("+## What's Next?")]).toEqual([1, true]);
  expect(read('drafts/slip.md')).toBe(`\ufeff${slip}`);
  const fixed = await check('drafts/slip.md', '--fix');
  expect(fixed.out).toContain('drafts/slip.md  fixed  ');
  expect(read('drafts/slip.md')).toBe(`\ufeff${text}`);
  expect((await check('drafts/slip.md', 'briefs/_site.yaml')).out).toContain('the settings checked');
});

test.each([
  ['standard input with --fix', ['-', '--fix'], 'Name a file, or add --dry-run'],
  ['a file with --watch', ['a.md', '--watch'], '--watch watches briefs/ only'],
  ['a file that is not there', ['b.md'], 'Unexpected path "b.md": it does not exist.'],
  [
    'a file of another kind',
    ['b.odt'],
    'Unexpected path "b.odt": there is no brief. A brief is a file below',
  ],
  ['an option that there is not', ['--nope'], "Unknown option '--nope'"],
])('says in a sentence, and as JSON, why it does not check %s', async (_, given, reason) => {
  const root = copyScripts();
  onTestFinished(() => {
    rmSync(root, { recursive: true, force: true });
  });
  for (const file of ['a.md', 'b.odt']) writeFileSync(join(root, file), 'A text.');
  const run = await runCommand(checkCommand, root, [...given, '--format', 'json'], { environment, input: 'A text.' }); // prettier-ignore
  expect(run.code).toBe(2);
  expect(run.errors).toContain(reason);
  expect(JSON.parse(run.out)).toEqual({ exitCode: 2, error: expect.stringContaining(reason) as string });
});
