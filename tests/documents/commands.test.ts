import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { announceFeeds } from '../../scripts/announce.ts';
import { cards } from '../../scripts/cards.ts';
import { check } from '../../scripts/check.ts';
import type { Command } from '../../scripts/command.ts';
import { deploySite } from '../../scripts/deploy.ts';
import { feedback } from '../../scripts/feedback.ts';
import { host } from '../../scripts/host.ts';
import { importBriefs } from '../../scripts/import.ts';
import { licenses } from '../../scripts/licenses.ts';
import { newBrief } from '../../scripts/new.ts';
import { publishBrief } from '../../scripts/publish-brief.ts';
import { setup } from '../../scripts/setup.ts';
import { verify } from '../../scripts/verify.ts';
import { briefText } from '../check/brief-text.ts';
import { runCommand } from '../scripts/run-command.ts';
import { copyScripts, removeBriefs } from '../scripts/script-project.ts';
import { commandsIn, documentOf, documents, root } from './documents.ts';

const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  scripts: Record<string, string | undefined>;
};

/** Commands that are functions. */
const commands: Readonly<Record<string, Command>> = {
  announce: announceFeeds,
  cards,
  check,
  deploy: deploySite,
  feedback,
  host,
  import: importBriefs,
  licenses,
  new: newBrief,
  'publish-brief': publishBrief,
  setup,
  verify,
};

/** Their options are those of other programs. */
const foreign = ['prepack', 'test', 'test:long', 'fuzz', 'lint', 'format'];

const manual = documentOf('.github/docs/commands.md');

/** The usage of a command. */
function usageOf(name: string): string {
  const file = name === 'build' ? 'scripts/build-command.ts' : name === 'bench' ? 'scripts/bench/bench-options.ts' : undefined; // prettier-ignore
  const path = file ?? /(scripts\/[\w/-]+\.ts)(?!.*scripts\/)/.exec(scripts[name] ?? '')?.[1] ?? '';
  return /`(Usage: npm run[^`]*)`/.exec(readFileSync(join(root, path), 'utf8'))?.[1] ?? '';
}

function flagsIn(text: string): string[] {
  return Array.from(new Set(text.match(/(?<![\w-])--[a-z][a-z-]*/g))).sort();
}

const named = Object.keys(scripts).filter((name) => !foreign.includes(name));

test.each(named)('the manual has every option of %s and no other, and its exit codes', (name) => {
  const [, section = ''] = new RegExp(`^##+ ${name}\\n([^]*?)(?=^##)`, 'm').exec(`${manual}\n## `) ?? [];
  const usage = usageOf(name);
  const options = Array.from(usage.matchAll(/^ {2}(--[a-z-]+)/gm), ([, flag = '']) => flag).sort();
  expect(options).toContain('--help');
  const documented = Array.from(section.matchAll(/^\| `(--[a-z-]+)` /gm), ([, flag = '']) => flag).sort();
  expect(documented).toEqual(options);
  const [exit = ''] = /^Exit code: .*/m.exec(usage) ?? [];
  expect(section.replaceAll('`', '')).toContain(exit);
  expect(section).toContain(`\nnpm run ${name === 'host' ? '-s ' : ''}${name}`);
});

test('every option that a command reads is in its usage', () => {
  for (const name of named.filter(
    (each) => !['dev', 'preview', 'fonts'].includes(each) && !each.startsWith('bench:'),
  )) {
    const [, file = ''] = /(scripts\/[\w/-]+\.ts)(?!.*scripts\/)/.exec(scripts[name] ?? '') ?? [];
    const path = name === 'build' ? 'scripts/build-command.ts' : name === 'bench' ? 'scripts/bench/bench-options.ts' : file; // prettier-ignore
    const source = readFileSync(join(root, path), 'utf8');
    const read = Array.from(
      source.matchAll(/'?\b([a-z][a-z-]*)'?: \{ type: '/g),
      ([, flag = '']) => `--${flag}`,
    );
    expect([name, read]).toEqual([name, expect.arrayContaining(['--help'])]);
    expect(flagsIn(usageOf(name))).toEqual(expect.arrayContaining(read));
  }
});

describe('the commands in the documents', () => {
  const shown = [...new Set(documents.flatMap(({ text }) => commandsIn(text)))];
  const inText = documents.flatMap(({ text }) =>
    Array.from(text.matchAll(/`(npm (?:run|test)\b[^`]*)`/g), ([, command = '']) => command),
  );
  const all = [...new Set([...shown, ...inText.flatMap((line) => line.split(/ && | \| | > /))])].filter((line) => line.startsWith('npm ')); // prettier-ignore

  test('are all there', () => {
    expect(all.length).toBeGreaterThan(60);
    const names = all.map((line) => /^npm (?:run (?:-s )?)?([a-z:-]+)/.exec(line)?.[1] ?? line);
    expect(names.filter((name) => !['ci', 'warn', 'install'].includes(name) && !(name in scripts))).toEqual(
      [],
    );
  });

  test.each(all.filter((line) => line.includes(' -- ')))(
    '%s has only options that the command knows',
    (line) => {
      const [, name = '', rest = ''] = /^npm (?:run )?(?:-s )?([a-z:-]+) -- (.*)$/.exec(line) ?? [];
      if (foreign.includes(name)) return;
      expect(flagsIn(usageOf(name))).toEqual(expect.arrayContaining(flagsIn(rest)));
    },
  );

  const runnable = shown.flatMap((line) => {
    const [, name = '', rest = ''] =
      /^npm run (?:-s )?([a-z-]+)(?: -- (.*?))?(?: {2}.*| > .*)?$/.exec(line) ?? [];
    const words = Array.from(
      rest.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g),
      ([, one, two, three]) => one ?? two ?? three ?? '',
    );
    const command = commands[name];
    return command ? [{ line, name, words, command }] : [];
  });

  // With `--help`, a command parses all arguments and does nothing.
  test.each(runnable)('$line is understood', async ({ words, command }) => {
    expect(await runCommand(command, root, [...words, '--help'])).toEqual({
      code: 0,
      out: expect.stringContaining('Usage: npm run') as string,
      errors: '',
    });
  });

  // The others draw cards, or need a site, a server, a hub or a terminal; they have their own tests.
  describe('in a project', () => {
    const quick = ['setup', 'new', 'import', 'host', 'feedback', 'licenses'];
    let project = '';
    const draft = '{ "title": "A ferry sails", "whats_happening": "It sails.", "whats_next": "It returns." }';

    beforeAll(() => {
      project = copyScripts();
      removeBriefs(project);
      const write = (file: string, text: string): void => {
        mkdirSync(dirname(join(project, file)), { recursive: true });
        writeFileSync(join(project, file), text);
      };
      write('pasted.txt', 'A strike ends\n\nWhat happened\n\nThe dockers work again.\n');
      write('draft.json', draft);
      write('articles/one.txt', 'A bridge opens\n\nWhat happened\n\nCars cross the harbour.\n');
      write('briefs/2025/ports-reopen.md', briefText());
      write('votes.csv', 'brief,lang,answer\nports-reopen,en,yes\n');
      write('more.json', '[{ "brief": "ports-reopen", "lang": "en", "answer": "no" }]');
    });

    afterAll(() => {
      rmSync(project, { recursive: true, force: true });
    });

    test.each(runnable.filter(({ line, name }) => quick.includes(name) && line !== 'npm run setup'))(
      '$line succeeds',
      async ({ name, words, command }) => {
        const { code, errors } = await runCommand(command, project, words, {
          environment: { BRIEFS_NOW: '2026-01-01T00:00:00Z' },
          input: draft,
        });
        // The documents are incomplete, so they become drafts.
        expect({ code, errors }).toEqual({ code: name === 'import' ? 3 : 0, errors: '' });
      },
    );
  });
});

test('every npm script that the documents name is run by a test', () => {
  const tests = readdirSync(join(root, 'tests'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(root, 'tests', file), 'utf8'));
  // These run the tests themselves, or take hours.
  const names = named.filter((name) => name !== 'fonts');
  const isRun = (name: string): boolean => {
    const script = scripts[name]?.replace(/^node (?:--\S+ )*/, '') ?? '';
    const calls = [
      `run(?:Script|Node)\\([^)]*?'${name}'`,
      `startServer\\([^)]*?'${name}'`,
      `'run'.*'${name}'`,
    ];
    return tests.some((text) => text.includes(script) || calls.some((call) => new RegExp(call).test(text)));
  };
  expect(names.filter((name) => !isRun(name))).toEqual([]);
});
