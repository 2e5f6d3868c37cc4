import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { check } from '../../scripts/check.ts';
import { openTestProject } from '../build/test-project.ts';
import { runCommand } from './run-command.ts';

const shipped = readFileSync(new URL('../../briefs/_site.yaml', import.meta.url), 'utf8');

/** The files and codes that `check` reports. */
async function reported(settings: string): Promise<{ code: number; found: string[]; errors: string }> {
  using project = openTestProject();
  project.write('briefs/_site.yaml', settings);
  project.write('briefs/_custom.css', 'a {');
  project.write('briefs/wrong.md', 'No fields.');
  const { code, out, errors } = await runCommand(check, project.root, []);
  const found = [...out.matchAll(/^briefs\/(\S+?):\d+:\d+ {2}error {2}(\S+)/gm)];
  return { code, found: found.map(([, file, name]) => `${file} ${name}`), errors };
}

test('reports in one run what is wrong in the settings, in the files beside them and in briefs', async () => {
  const { code, found } = await reported(`${shipped}pagesize: 10\nhub: [\n`);
  expect(found).toEqual([
    '_custom.css look-file',
    '_site.yaml field-unknown',
    '_site.yaml settings-code',
    'wrong.md front-matter-missing',
    'wrong.md section-preamble',
    'wrong.md section-missing',
  ]);
  expect(code).toBe(1);
});

test('reports nothing in briefs that may be right with other settings, and says so', async () => {
  const { found, errors } = await reported(shipped.replace('lang: en', 'lang: tlh'));
  expect(found).toEqual(['_custom.css look-file', '_site.yaml field-language']);
  expect(errors).toContain('The briefs were not checked');
});
