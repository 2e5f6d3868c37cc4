import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tallFormats } from '../../src/brief/card-formats.ts';
import { cards } from '../../scripts/cards.ts';
import { briefText } from '../check/brief-text.ts';
import { runCommand } from './run-command.ts';
import { copyScripts } from './script-project.ts';

const root = copyScripts();

beforeAll(() => {
  mkdirSync(join(root, 'briefs'), { recursive: true });
  write('small-bill', briefText());
});

afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

const filesOfBrief = [
  ...['link', ...Object.keys(tallFormats)].map((format) => `${format}.png`),
  ...[1, 2, 3, 4, 5, 6].map((number) => `slide-${number}.png`),
  'slides.pdf',
].sort();

function write(slug: string, text: string): void {
  writeFileSync(join(root, 'briefs', `${slug}.md`), text);
}

describe('npm run cards', () => {
  test('writes all formats of one brief to a folder and says which', async () => {
    const run = await runCommand(cards, root, ['small-bill', '--out', 'made']);
    expect(run).toMatchObject({ code: 0, errors: '' });
    const names = readdirSync(join(root, 'made/small-bill')).sort();
    expect(names).toEqual(filesOfBrief);
    for (const name of names) expect(run.out).toContain(`made/small-bill/${name}  `);
  });

  test('makes a contact sheet that finds every card beside it', async () => {
    expect(await runCommand(cards, root, ['--sheet', '--out', 'made'])).toMatchObject({ code: 0 });
    const html = readFileSync(join(root, 'made/index.html'), 'utf8');
    const shown = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path = '']) => path);
    expect(new Set(shown).size).toBe(filesOfBrief.length);
    expect(shown.filter((path) => !existsSync(join(root, 'made', path)))).toEqual([]);
  });

  test('shows what changed against an earlier run, and only that', async () => {
    const same = await runCommand(cards, root, ['--compare', 'made', '--out', 'same']);
    expect(same.out).toContain('No card has changed.');
    write('small-bill', briefText().replace(/^title: .*/m, 'title: Another bill altogether'));
    const { code, out } = await runCommand(cards, root, ['--compare', 'made', '--out', 'later']);
    expect(code).toBe(0);
    expect(out).toMatch(/small-bill\/link\.png: \d+ changed/);
    // Only the first slide has the title.
    expect(out).not.toMatch(/small-bill\/slide-2\.png: /);
    const html = readFileSync(join(root, 'later/compare.html'), 'utf8');
    const shown = [...html.matchAll(/src="([^"]+)"/g)].map(([, path = '']) => path);
    expect(shown.length).toBeGreaterThan(9);
    expect(shown.filter((path) => !existsSync(join(root, 'later', path)))).toEqual([]);
  });

  test('says where the brief is wrong that has a card which cannot be drawn', async () => {
    write('ugarit', briefText().replace(/^title: .*/m, 'title: Ugarit says 𐎜𐎂'));
    const { code, errors } = await runCommand(cards, root, ['ugarit', '--out', 'made']);
    expect(code).toBe(1);
    // Files of an earlier run are removed.
    expect(readdirSync(join(root, 'made/ugarit'))).toEqual(
      [2, 3, 4, 5, 6].map((number) => `slide-${number}.png`),
    );
    expect(errors).toMatch(/briefs\/ugarit\.md:2:20 {2}error {2}card-text/);
    rmSync(join(root, 'briefs/ugarit.md'));
  });

  test('distinguishes a brief from another whose slug continues with the name of a format', async () => {
    write('toy', briefText());
    write('toy-story', briefText().replace(/^title: .*/m, 'title: Another toy'));
    const { code, out } = await runCommand(cards, root, ['toy', 'toy-story', '--out', 'toys']);
    expect(code).toBe(0);
    expect(
      new Set(
        out
          .trim()
          .split('\n')
          .map((line) => line.split('  ')[0]),
      ).size,
    ).toBe(2 * filesOfBrief.length);
    rmSync(join(root, 'briefs/toy.md'));
    rmSync(join(root, 'briefs/toy-story.md'));
  });

  test.each([
    [[], 2, 'Expected the slug of a brief'],
    [['--no'], 2, 'Unknown option'],
    [['absent'], 1, 'There is no brief without errors named absent'],
    [['--compare', 'made', '--out', 'made'], 2, 'Expected different folders for --out and --compare'],
    [['--compare', 'absent'], 1, 'The folder absent does not exist. Use the --out folder of an earlier run.'],
  ])('%j ends with %i and says why', async (given, code, said) => {
    const run = await runCommand(cards, root, given);
    expect(run.code).toBe(code);
    expect(run.errors).toContain(said);
  });
});
