import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'; // prettier-ignore
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { blocksOf, documentOf } from '../documents/documents.ts';
import { copyScripts, removeBriefs } from '../scripts/script-project.ts';
import { runScript, userEnvironment } from '../site/project.ts';

const root = new URL('../..', import.meta.url).pathname;

/** A draft that passes `check`, or waits for a person because of `next`. */
function draftOf(title: string, next = 'Work starts in May.', more: object = {}): string {
  return JSON.stringify({
    ...more,
    title,
    summary: 'The council voted on Monday to close the bridge for two years, and ferries take its place.',
    topics: ['climate'],
    whats_happening: 'The council [voted on Monday](https://example.org/vote) to close the bridge.',
    why_its_important: 'It carries half of the traffic.',
    whats_next: next,
    beyond_the_headlines: 'The bridge is ninety years old.',
    sources: [{ title: 'The vote', url: 'https://example.org/vote' }],
  });
}

describe('imports at once in processes of their own', () => {
  const project = copyScripts();

  beforeAll(() => {
    removeBriefs(project);
  });

  afterAll(() => {
    rmSync(project, { recursive: true, force: true });
  });

  async function importAtOnce(drafts: readonly string[], given: readonly string[] = []) {
    const runs = drafts.map((draft, at) => {
      writeFileSync(join(project, `${at}.json`), draft);
      const options = ['--date', '2026-01-01', '--ai', 'generated', ...given];
      return runScript(project, 'import', {}, [`${at}.json`, ...options]);
    });
    return Promise.all(runs);
  }

  const briefs = (): string[] => readdirSync(join(project, 'briefs')).filter((name) => name.endsWith('.md')).toSorted(); // prettier-ignore

  test('write all briefs of different names', async () => {
    const titles = ['One bridge closes', 'Two bridges close', 'Three bridges close', 'Four bridges close'];
    const runs = await importAtOnce(titles.map((title) => draftOf(title)));
    expect(runs.map(({ code, output }) => (code === 0 ? 0 : output))).toEqual([0, 0, 0, 0]);
    expect(briefs()).toEqual(['four-bridges-close.md', 'one-bridge-closes.md', 'three-bridges-close.md', 'two-bridges-close.md']); // prettier-ignore
  });

  test('of one name, write the first and refuse the others, and no text is mixed', async () => {
    const texts = ['It is the first.', 'It is the second.', 'It is the third.'];
    const runs = await importAtOnce(texts.map((text) => draftOf('A tunnel opens', text)));
    expect(runs.map(({ code }) => code).toSorted()).toEqual([0, 1, 1]);
    const written = readFileSync(join(project, 'briefs/a-tunnel-opens.md'), 'utf8');
    const winner = texts[runs.findIndex(({ code }) => code === 0)] ?? 'none';
    expect(written).toContain(winner);
    expect(written.trimEnd()).toMatch(/ninety years old\.$/);
  });

  test('with --update, leave the whole text of one and the fields of both', async () => {
    const texts = ['It is the fourth.', 'It is the fifth.'];
    const figures = [{ value: '90 years', label: 'age of the bridge' }];
    const watch = [{ by: '2027-05-31', expect: 'The bridge opens again' }];
    const drafts = [draftOf('A tunnel opens', texts[0], { figures }), draftOf('A tunnel opens', texts[1], { watch })]; // prettier-ignore
    const runs = await importAtOnce(drafts, ['--update']);
    expect(runs.map(({ code, output }) => (code === 0 ? 0 : output))).toEqual([0, 0]);
    const written = readFileSync(join(project, 'briefs/a-tunnel-opens.md'), 'utf8');
    expect(texts.filter((text) => written.includes(text))).toHaveLength(1);
    expect(written.match(/^(?:## |updated:|figures:|watch:)/gm)?.toSorted()).toEqual(['## ', '## ', '## ', '## ', 'figures:', 'updated:', 'watch:']); // prettier-ignore
  });
});

describe('the workflow that takes drafts by pull request', () => {
  const place = mkdtempSync(join(tmpdir(), 'fourfold-drafts-'));
  const [origin, checkout] = [join(place, 'origin'), join(place, 'checkout')];
  const summary = join(place, 'summary');
  const [text = ''] = blocksOf(documentOf('.github/docs/pipeline.md'), 'yaml');
  const { steps } = (parse(text) as { jobs: { import: { steps: { name?: string; run?: string }[] } } }).jobs.import; // prettier-ignore

  const git = (folder: string, ...given: readonly string[]): string =>
    execFileSync('git', ['-c', 'user.name=Ann', '-c', 'user.email=ann@news.example', ...given], { cwd: folder, encoding: 'utf8' }); // prettier-ignore

  afterAll(() => {
    rmSync(place, { recursive: true, force: true });
  });

  /** Opens a pull request with these drafts, and runs the steps as GitHub does: after a failure only those of \`if: always()\`. */
  function open(drafts: Readonly<Record<string, string>>): { failed: string[]; said: string } {
    rmSync(checkout, { recursive: true, force: true });
    git(place, 'clone', '--quiet', '--branch', 'drafts', origin, checkout);
    symlinkSync(join(root, 'node_modules'), join(checkout, 'node_modules'));
    mkdirSync(join(checkout, 'drafts'), { recursive: true });
    for (const [name, draft] of Object.entries(drafts)) writeFileSync(join(checkout, 'drafts', name), draft);
    git(checkout, 'add', 'drafts');
    git(checkout, 'commit', '--quiet', '--message', 'Add drafts');
    git(checkout, 'push', '--quiet');
    writeFileSync(summary, '');
    const failed: string[] = [];
    let said = '';
    for (const { name = '', run: script } of steps) {
      if (script === undefined || script.startsWith('npm ci')) continue;
      if (failed.length > 0 && name !== 'Commit the briefs') continue;
      try {
        said += execFileSync('bash', ['-e', '-o', 'pipefail', '-c', script], {
          cwd: checkout,
          env: userEnvironment({ GITHUB_STEP_SUMMARY: summary, HOME: place }),
          encoding: 'utf8',
          stdio: 'pipe',
        });
      } catch (error) {
        failed.push(name);
        said += (error as { stdout?: string }).stdout ?? '';
      }
    }
    return { failed, said };
  }

  beforeAll(() => {
    git(place, 'clone', '--quiet', '--bare', root, origin);
    git(origin, 'branch', '--force', 'drafts');
  });

  test('commits the briefs in place of the drafts, and shows what import and check say', () => {
    const { failed, said } = open({
      'bridge.json': draftOf('A bridge closes'),
      'tunnel.json': draftOf('A tunnel opens', 'TODO'),
    });
    expect(failed).toEqual([]);
    expect(git(origin, 'show', '--name-status', '--format=%an: %s', 'drafts').trim().split('\n')).toEqual([
      'github-actions[bot]: Import drafts',
      '',
      'A\tbriefs/a-bridge-closes.md',
      'A\tbriefs/a-tunnel-opens.md',
      'D\tdrafts/bridge.json',
      'D\tdrafts/tunnel.json',
    ]);
    expect(readFileSync(summary, 'utf8')).toContain('briefs/a-tunnel-opens.md');
    expect(said).toMatch(/^::warning file=briefs\/a-tunnel-opens\.md,line=\d+.*TODO/m);
    expect(git(origin, 'show', 'drafts:briefs/a-tunnel-opens.md')).toContain('\nstatus: draft\n');
  });

  test('fails for a draft that is refused, which stays, and commits the others', () => {
    const { failed } = open({ 'ferry.json': draftOf('A ferry sails'), 'scan.pdf': '%PDF-1.7' });
    expect(failed).toEqual(['Import the drafts']);
    expect(readFileSync(summary, 'utf8')).toContain('drafts/scan.pdf: a .pdf file cannot be read');
    const files = git(origin, 'ls-tree', '-r', '--name-only', 'drafts', 'briefs', 'drafts').split('\n');
    expect(files).toEqual(expect.arrayContaining(['briefs/a-ferry-sails.md', 'drafts/scan.pdf']));
    expect(existsSync(join(checkout, 'drafts/ferry.json'))).toBe(true);
  });
});
