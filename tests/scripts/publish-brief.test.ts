import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'; // prettier-ignore
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { check } from '../../scripts/check.ts';
import { newBrief } from '../../scripts/new.ts';
import { publishBrief } from '../../scripts/publish-brief.ts';
import { briefText } from '../check/brief-text.ts';
import { runCommand, type CommandRun } from './run-command.ts';

const here = fileURLToPath(new URL('../..', import.meta.url));

const settings = `name: The Harbour Desk
description: News of the harbour.
address: https://harbour.test/
identity: { authority: harbour.test, year: 2025 }
lang: en
timeZone: Europe/London
topics: { ports: { name: Ports, description: The ports. } }
cards: { newest: 0 }
`;

describe('npm run publish-brief', () => {
  const root = mkdtempSync(join(tmpdir(), 'fourfold-publish-'));
  const environment = { BRIEFS_NOW: '2026-01-02T03:04:05Z' };
  const write = (file: string, text: string): void => {
    writeFileSync(join(root, 'briefs', file), text);
  };
  const read = (file: string): string => readFileSync(join(root, 'briefs', file), 'utf8');
  const publish = (...given: readonly string[]): Promise<CommandRun> =>
    runCommand(publishBrief, root, given, { environment });
  const draft = (fields: Record<string, string> = {}, texts: readonly string[] = []): string =>
    briefText(texts, { title: 'The ports reopen', topics: '[ports]', status: 'draft', ...fields });

  beforeAll(() => {
    mkdirSync(join(root, 'briefs'));
    for (const part of ['src', 'scripts', 'public', 'node_modules', 'package-lock.json', 'package.json'])
      symlinkSync(join(here, part), join(root, part));
    write('_site.yaml', settings);
  });

  afterAll(() => {
    rmSync(root, { recursive: true, force: true });
  });

  test('removes the draft status, sets the date, draws the card, and leaves every other byte as it is', async () => {
    const text = draft({ title: "'The ports reopen' # working title", date: '"2025-09-18" # of the idea', status: 'draft' }); // prettier-ignore
    write('ports.md', `\ufeff${text.replaceAll('\n', '\r\n')}`);
    const { code, out, errors } = await publish('ports');
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
    const published = text
      .replace('status: draft\n', '')
      .replace('"2025-09-18"', '"2026-01-02T03:04:05+00:00"');
    expect(read('ports.md')).toBe(`\ufeff${published.replaceAll('\n', '\r\n')}`);
    const [line, card = ''] = out.split('\n');
    expect(line).toBe('briefs/ports.md  published, dated 2026-01-02T03:04:05+00:00: it appears with the next build'); // prettier-ignore
    const [path = ''] = card.split('  ');
    expect(path).toBe('cards/ports/link.png');
    expect(await sharp(join(root, path)).metadata()).toMatchObject({ width: 1200, height: 630 });
    expect((await runCommand(check, root, [], { environment })).code).toBe(0);
  });

  test.each([
    [
      'a comment behind the status',
      draft({ status: 'draft # until Ann has read it' }),
      /^# until Ann has read it$/m,
    ],
    ['a quoted status', draft({ status: '"draft"' }), /^date: 2026-01-02T03:04:05\+00:00$/m],
    ['no date', draft().replace(/^date: .*\n/m, ''), /^date: 2026-01-02T03:04:05\+00:00$/m],
    ['an empty date', draft({ date: '' }), /^date: 2026-01-02T03:04:05\+00:00 ?$/m],
    ['a date in the future', draft({ date: '2026-03-01T06:00:00Z' }), /^date: 2026-03-01T06:00:00Z$/m],
    [
      'fields in braces',
      draft().replace(/^---\n([^]*?)---/, (_, fields: string) => `---\n{ ${fields.trim().replaceAll('\n', ', ')} }\n---`), // prettier-ignore
      /date: 2026-01-02T03:04:05\+00:00,.* status: published/,
    ],
  ])('understands a draft with %s', async (_, text, expected) => {
    write('ports.md', text);
    const { code, errors } = await publish('briefs/ports.md');
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
    expect(read('ports.md')).toMatch(expected);
    expect(read('ports.md')).not.toMatch(/status:.*draft/);
    expect((await runCommand(check, root, [], { environment })).code).toBe(0);
  });

  test('reports warnings at the lines of the file that it wrote', async () => {
    write('notes.md', draft({ title: 'The notes' }, ['Text.\n\n[^a]: Nobody refers to it.']));
    const { code, errors } = await publish('notes');
    expect(code).toBe(0);
    const line = read('notes.md').split('\n').indexOf('[^a]: Nobody refers to it.') + 1;
    expect(errors).toContain(`briefs/notes.md:${line}:1  warning  footnote-unused`);
    expect(errors).toContain(`${line} │ [^a]: Nobody refers to it.`);
    expect(errors).not.toContain('status: published');
    rmSync(join(root, 'briefs/notes.md'));
  });

  test('takes another date', async () => {
    write('ports.md', draft());
    expect((await publish('ports', '--date', '2026-02-01')).out).toContain('embargoed until 2026-02-01T00:00:00+00:00'); // prettier-ignore
    expect(read('ports.md')).toContain('date: 2026-02-01T00:00:00+00:00\n');
  });

  test('refuses a draft as `new` writes it, reports each gap at its line, and changes nothing', async () => {
    rmSync(join(root, 'briefs/ports.md'));
    rmSync(join(root, 'cards'), { recursive: true, force: true });
    await runCommand(newBrief, root, ['A strike ends', '--topic', 'ports'], { environment });
    const before = read('a-strike-ends.md');
    const { code, out, errors } = await publish('a-strike-ends');
    expect([code, out]).toEqual([1, '']);
    expect(errors).toContain('nothing was changed');
    const lines = before.split('\n');
    for (const [place = '', line] of errors.matchAll(
      /^briefs\/a-strike-ends\.md:(\d+):\d+ {2}error {2}placeholder/gm,
    ))
      expect([place, lines[Number(line) - 1]]).toEqual([place, expect.stringContaining('✎')]);
    for (const [, line, shown = ''] of errors.matchAll(/^ +(\d+) │ (.+)$/gm))
      expect(lines[Number(line) - 1]).toContain(shown.replace(/ ?…$/, ''));
    expect(errors.match(/error {2}placeholder/g)?.length).toBeGreaterThanOrEqual(5);
    expect(read('a-strike-ends.md')).toBe(before);
    expect(existsSync(join(root, 'cards'))).toBe(false);
    rmSync(join(root, 'briefs/a-strike-ends.md'));
  });

  test.each([
    ['front matter that cannot be read', draft({ title: '"The ports' }), 'front-matter-syntax'],
    [
      'what would be an error only once it is public',
      draft({}, ['See [the plan](./plan.md).']),
      'brief-hidden',
    ],
  ])('refuses a draft with %s', async (_, text, problem) => {
    write('ports.md', text);
    write('plan.md', draft());
    const { code, errors } = await publish('ports');
    expect([code, read('ports.md')]).toEqual([1, text]);
    expect(errors).toContain(`error  ${problem}`);
    rmSync(join(root, 'briefs/plan.md'));
  });

  test('says what is wrong of a brief that is no draft, and of one that is not there', async () => {
    const text = draft().replace('status: draft\n', '');
    write('ports.md', text);
    expect(await publish('ports')).toMatchObject({ code: 1, errors: expect.stringContaining('is not a draft') as string }); // prettier-ignore
    expect(read('ports.md')).toBe(text);
    write('ports.md', draft());
    expect(await publish('prots')).toMatchObject({ code: 1, errors: 'There is no brief "prots". Drafts: ports\n' }); // prettier-ignore
    expect((await publish()).code).toBe(2);
    expect((await publish('ports', '--date', 'tomorrow')).code).toBe(2);
  });
});
