import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { check as checkCommand } from '../../scripts/check.ts';
import { stylesFile } from '../../src/brief/briefs-folder.ts';
import { changeSettings } from '../settings-file.ts';
import { runCommand } from './run-command.ts';
import { copyScripts } from './script-project.ts';

test('checks the files of the look with everything, in their folder, and alone', async () => {
  const root = copyScripts();
  onTestFinished(() => {
    rmSync(root, { recursive: true, force: true });
  });
  changeSettings(root, { cards: false });
  const check = (...paths: string[]) => runCommand(checkCommand, root, paths);
  writeFileSync(join(root, stylesFile), '.a { color: red }\n');
  expect(await check(stylesFile)).toMatchObject({
    out: 'the look checked: 0 errors, 0 warnings\n',
    code: 0,
  });
  writeFileSync(join(root, stylesFile), '}\n');
  for (const paths of [[], ['briefs'], [stylesFile]])
    expect(await check(...paths)).toMatchObject({
      out: expect.stringContaining(`${stylesFile}:1:1  error  look-file`) as string,
      code: 1,
    });
});
