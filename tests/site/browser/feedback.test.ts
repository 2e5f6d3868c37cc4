import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { feedback } from '../../../scripts/feedback.ts';
import { runCommand } from '../../scripts/run-command.ts';
import { copyScripts } from '../../scripts/script-project.ts';

const root = copyScripts();
const shipped = fileURLToPath(new URL('../../../briefs', import.meta.url));

beforeAll(() => {
  mkdirSync(join(root, 'briefs'));
  const text = readFileSync(join(shipped, 'high-seas-treaty.md'), 'utf8');
  writeFileSync(join(root, 'briefs/high-seas.md'), text.replace('\ntitle:', '\naliases: [treaty]\ntitle:'));
  writeFileSync(join(root, 'briefs/broken.md'), '---\ntitle: Broken\n---\n');
});

afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

function write(name: string, content: string | Buffer): string {
  writeFileSync(join(root, name), content);
  return name;
}

test('counts votes of several files, on former slugs and on briefs that have errors as well', async () => {
  const table = write(
    'votes.csv',
    '\ufeffanswer,brief,section\r\nyes,treaty,\r\nno,high-seas,\r\nyes,broken,\r\n',
  );
  const list = write('votes.json', JSON.stringify([{ data: { brief: 'high-seas', section: 'whats-next' } }]));
  const { code, out, errors } = await runCommand(feedback, root, [table, list, table]);
  expect({ code, errors }).toEqual({ code: 0, errors: '' });
  expect(out).toMatch(/^high-seas +1 +1 +50 % {2}What’s Next\?$/m);
  expect(out).toMatch(/^broken +1 +0 +100 %$/m);
  expect(out).toMatch(/^ +1 +100 % {2}What’s Next\?$/m);
  expect(out).not.toContain('No brief has');
});

test('prints the same as JSON', async () => {
  const table = write('votes.csv', 'brief,answer,_gotcha\nhigh-seas,yes,\nnobody,no,\nhigh-seas,yes,spam\n');
  const { code, out } = await runCommand(feedback, root, [table, '--json']);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    yes: 1,
    no: 0,
    share: 1,
    briefs: [{ slug: 'high-seas', yes: 1 }],
    unknown: [{ slug: 'nobody', no: 1 }],
    leftOut: { byPrograms: 1, others: 0 },
  });
});

test('reports every unreadable file with position and advice, and counts nothing', async () => {
  const files = [
    write('cut.csv', 'brief,answer\r\nhigh-seas,"yes\r\n'),
    write('cut.json', '[\n  {"brief": "a"'),
    write('latin.csv', Buffer.from('brief,answer\ncaf\xe9,yes\n', 'latin1')),
    'nowhere.csv',
  ];
  const { code, out, errors } = await runCommand(feedback, root, files);
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(errors).toMatch(/^cut\.csv:2:11 {2}error\n {2}Unexpected end .*\n {2}note: /m);
  expect(errors).toMatch(/^cut\.json:2:16 {2}error\n/m);
  expect(errors).toMatch(/^latin\.csv:1:1 {2}error\n.*UTF-8/m);
  expect(errors).toMatch(/^nowhere\.csv {2}error\n.*nothing is there/m);
});

test('sends nothing to the terminal that one obeys', async () => {
  const files = [
    write('sign.json', '[\u001b[31m'),
    write('override.json', '[{"brief": "a"}, \u202egnp]'),
    write('line.json', '[\u0085]'),
  ];
  const { errors } = await runCommand(feedback, root, files);
  expect(errors).toMatch(/^sign\.json:1:2 {2}error\n {2}Unexpected text, expected JSON \(Unexpected token '␛'\)$/m);
  expect(errors.replaceAll('\n', '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/);
}); // prettier-ignore

test('counts answers beside deeply nested data', async () => {
  const deep = (key: string, inner: string): string => `${`{"${key}":`.repeat(200_000)}${inner}${'}'.repeat(200_000)}`; // prettier-ignore
  const list = write('list.json', `[{"brief":"high-seas","answer":"yes","more":${deep('data', '1')}}]`);
  const wrapped = write('wrapped.json', deep('data', '[{"brief":"high-seas","answer":"yes"}]'));
  const { out, errors } = await runCommand(feedback, root, [list, wrapped]);
  expect(errors).toBe('');
  expect(out).toMatch(/^high-seas +2 +0 +100 %$/m);
  const none = write('none.json', deep('submissions', '{}'));
  expect((await runCommand(feedback, root, [none])).errors).toContain('expected a list of answers');
});

test.each([[[]], [['votes.csv', '--format', 'json']]])('says how it is used when given %j', async (given) => {
  const { code, out, errors } = await runCommand(feedback, root, given);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(errors).toContain('Usage: npm run feedback');
});
