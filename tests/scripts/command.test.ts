import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { commandOf, UsageProblem } from '../../scripts/command.ts';
import { runScript } from '../site/project.ts';
import { runCommand } from './run-command.ts';
import { copyScripts } from './script-project.ts';

const root = copyScripts();

afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

describe('a command', () => {
  const command = commandOf<{ help: boolean; text: string }>(() => ({
    usage: 'Usage: say TEXT',
    read: ([text = '']) => {
      if (text === '--wrong')
        throw new TypeError("Unknown option '--wrong'. To say it all the same, put -- before it.");
      return text === '' ? 'Expected a text.' : { help: text === '--help', text };
    },
    act: ({ text }) =>
      text === 'fail'
        ? Promise.reject(new Error('The disk is full.'))
        : text === 'shout'
          ? Promise.reject(new UsageProblem('Expected a quiet text.'))
          : Promise.resolve(3),
  }));

  test.each([
    ['a', { code: 3, out: '', errors: '' }],
    ['--help', { code: 0, out: 'Usage: say TEXT\n', errors: '' }],
    ['', { code: 2, out: '', errors: 'Expected a text.\n\nUsage: say TEXT\n' }],
    ['--wrong', { code: 2, out: '', errors: "Unknown option '--wrong'\n\nUsage: say TEXT\n" }],
    ['fail', { code: 1, out: '', errors: 'The disk is full.\n' }],
    ['shout', { code: 2, out: '', errors: 'Expected a quiet text.\n' }],
  ])('given %j ends with its code, and prints to each stream what belongs there', async (text, run) => {
    expect(await runCommand(command, root, [text])).toEqual(run);
  });

  test.each([
    ['', 2, 'Expected a text.'],
    ['--wrong', 2, "Unknown option '--wrong'"],
    ['fail', 1, 'The disk is full.'],
    ['shout', 2, 'Expected a quiet text.'],
  ])('given %j and asked for JSON, says as JSON what went wrong', async (text, exitCode, error) => {
    for (const asked of [['--json'], ['--format', 'json'], ['--format=json']]) {
      const run = await runCommand(command, root, [text, ...asked]);
      expect([run.code, JSON.parse(run.out)]).toEqual([exitCode, { exitCode, error }]);
    }
  });
});

test('a command prints no control character, neither of a text nor of an error or of its own arguments', async () => {
  const evil = '\u001b[31mred\u001b]0;title\u0007 \u202egnp';
  const shown = '␛[31mred␛]0;title␇ \ufffdgnp';
  const command = commandOf<{ help: boolean; text: string }>(({ console }) => ({
    usage: 'Usage',
    read: ([text = '']) => (text.startsWith('-') ? `Unexpected "${text}"` : { help: false, text }),
    act: ({ text }) => {
      console.log(`one\n${text}`);
      console.error(text);
      return Promise.reject(new Error(text));
    },
  }));
  expect(await runCommand(command, root, [evil])).toEqual({
    code: 1,
    out: `one\n${shown}\n`,
    errors: `${shown}\n${shown}\n`,
  });
  const { errors } = await runCommand(command, root, [`-${evil}`]);
  expect(errors).toBe(`Unexpected "-${shown}"\n\nUsage\n`);
});

// Each command is tested as a function; as a process, it must be found and end.
describe('npm run', () => {
  test.each(['announce', 'cards', 'deploy', 'feedback', 'host', 'licenses', 'new', 'setup', 'verify'])(
    '%s is a command',
    async (script) => {
      const { code, output } = await runScript(root, script, {}, ['--no-such-option']);
      expect([code, output]).toEqual([2, expect.stringMatching(/^Unknown option[^]*Usage: npm run /)]);
    },
  );

  test('import reads paths from the folder in which npm was called, and a draft that lacks parts needs a person', async () => {
    mkdirSync(join(root, 'drafts'));
    writeFileSync(join(root, 'drafts/a.txt'), "A small bill\n\nWhat's Happening?\nThe lab disclosed it.\n");
    const { code, output } = await runScript(root, 'import', { INIT_CWD: join(root, 'drafts') }, ['a.txt']);
    expect([code, output]).toEqual([3, expect.stringContaining('briefs/a-small-bill.md  from a.txt')]);
  });
});
