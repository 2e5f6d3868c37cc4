import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { MissingBaseline, type SourceBaseline } from '../../src/build/baseline.ts';
import { readBody } from '../../src/build/compiled-brief.ts';
import { loadSnapshot } from '../../src/build/load.ts';
import type { Snapshot } from '../../src/build/snapshot.ts';
import { openBaseline } from '../../src/build/open-baseline.ts';
import { formatSkipped, skipBroken, type SkippedBuild } from '../../src/build/skip-broken.ts';
import { languages } from '../../src/languages/languages.ts';
import { openCache } from '../../src/store/cache.ts';
import { briefText } from '../check/brief-text.ts';
import { publicationSample } from '../brief-sample.ts';
import { openTestProject, type TestProject } from './test-project.ts';

const publication = publicationSample({ cards: false, address: 'https://news.test/' });
const now = '2026-01-01T00:00:00+00:00';

let project: TestProject;
function git(...given: readonly string[]): string {
  const identity = ['-c', 'user.name=Ann', '-c', 'user.email=ann@news.example'];
  return execFileSync('git', [...identity, ...given], { cwd: project.root, stdio: 'pipe', encoding: 'utf8' }).trim(); // prettier-ignore
}
const text = (title: string, says: string, fields: Record<string, string> = {}): string =>
  briefText([`${title} ${says}`], { title, ...fields });
const spoilt = (brief: string): string => brief.replace("## What's Next?", '## What is next');

/** With the headings in Spanish. */
function spanish(brief: string): string {
  const headings = languages.find(({ code }) => code === 'es')?.headings ?? [];
  let at = 0;
  return brief.replace(/^## .*$/gm, () => `## ${headings[at++] ?? ''}`);
}

function commit(message: string): string {
  git('add', 'briefs');
  git('commit', '--quiet', '--message', message);
  return git('rev-parse', 'HEAD');
}

async function skip(against?: string, root = project.root): Promise<SkippedBuild<Snapshot>> {
  const baseline = (await openBaseline(root, against)) as SourceBaseline;
  return skipBroken({
    root,
    publication,
    now,
    baseline,
    load: (replaced) => loadSnapshot({ root, publication, now, audience: 'public', replaced, baseline }),
  });
}

/** What the built pages say in their first section. */
function saidBy(
  { snapshot }: SkippedBuild<Snapshot>,
  root = project.root,
): Record<string, string | undefined> {
  const cache = openCache(root);
  return Object.fromEntries(
    snapshot.briefs.map(({ listing, key }) => [listing.slug, readBody(cache, key).sections[0].text] as const),
  );
}

beforeEach(() => {
  project = openTestProject();
  project.write('briefs/a-strike.md', text('A strike', 'begins.'));
  project.write('briefs/a-treaty.md', text('A treaty', 'is signed.'));
  git('init', '--quiet', '--initial-branch=main');
  commit('Publish');
  git('branch', 'published');
});

afterEach(() => {
  project[Symbol.dispose]();
});

test('a broken brief stays as it was published, and its colleagues’ are published', async () => {
  project.write('briefs/a-strike.md', spoilt(text('A strike', 'ends.')));
  project.write('briefs/a-treaty.md', text('A treaty', 'is broken.'));
  const built = await skip();
  expect(saidBy(built)).toEqual({ 'a-strike': 'A strike begins.', 'a-treaty': 'A treaty is broken.' });
  expect(built.snapshot.diagnostics).toEqual([]);
  expect(built.snapshot.kept).toEqual(['a-strike']);
  const report = await formatSkipped(project.root, built);
  expect(report).toMatch(/^briefs\/a-strike\.md:\d+:1 {2}error {2}section-heading\n/);
  expect(report).toMatch(
    /\n {2}briefs\/a-strike\.md {2}stays as it was published: [0-9a-f]{8} of \d{4}-\d\d-\d\d$/,
  );
});

test('the published commit may hold the broken text, so the last version without errors counts', async () => {
  project.write('briefs/a-strike.md', text('A strike', 'goes on.'));
  commit('Update');
  for (const end of ['ends.', 'has ended.']) {
    project.write('briefs/a-strike.md', spoilt(text('A strike', end)));
    commit('Spoil');
    git('branch', '--force', 'published');
  }
  expect(saidBy(await skip())['a-strike']).toBe('A strike goes on.');
});

test('a broken brief that was never published is missing, and so is what refers to it, which is said', async () => {
  project.write('briefs/a-plan.md', spoilt(text('A plan', 'is made.', { thread: 'docks' })));
  project.write('briefs/un-plan.md', spanish(text('Un plan', 'begins.', { translationOf: 'a-plan', lang: 'es' }))); // prettier-ignore
  project.write(
    'briefs/a-treaty.md',
    text('A treaty', 'follows [the plan](./a-plan.md).', { thread: 'docks' }),
  );
  project.write('briefs/a-dock.md', text('A dock', 'opens.', { thread: 'docks' }));
  const built = await skip();
  expect(saidBy(built)).toEqual({
    'a-dock': 'A dock opens.',
    'a-strike': 'A strike begins.',
    'a-treaty': 'A treaty is signed.',
  });
  const report = await formatSkipped(project.root, built);
  expect(report).toContain('  briefs/a-plan.md  left out: it was never published without errors\n');
  for (const each of [
    'the thread "docks" lacks it',
    'briefs/un-plan.md refers to it',
    'briefs/a-treaty.md refers to it',
  ])
    // prettier-ignore
    expect(report).toContain(`      ${each}`);
  expect(report).toContain('3 briefs have errors');
});

test('a brief with an error that is another’s fault is published without the other', async () => {
  const plan = (name: string): string => spanish(text(name, 'begins.', { translationOf: 'a-treaty', lang: 'es' })); // prettier-ignore
  project.write('briefs/otro.md', spoilt(plan('Otro')).replace('## ¿Qué viene ahora?', '## Y ahora'));
  project.write('briefs/tratado.md', plan('Tratado'));
  expect(Object.keys(saidBy(await skip()))).toEqual(['a-strike', 'a-treaty', 'tratado']);
});

test('a brief that was moved and renamed while it was broken keeps its old address', async () => {
  renameSync(join(project.root, 'briefs/a-strike.md'), join(project.root, 'briefs/a-walkout.md'));
  project.write('briefs/a-walkout.md', spoilt(text('A walkout', 'ends.', { aliases: '[a-strike]' })));
  rmSync(join(project.root, 'briefs/a-treaty.md'));
  project.write('briefs/2025/a-treaty.md', spoilt(text('A treaty', 'is broken.')));
  expect(saidBy(await skip())).toEqual({ 'a-strike': 'A strike begins.', 'a-treaty': 'A treaty is signed.' });
});

test('a second file with the name of a brief does not take its place', async () => {
  project.write('briefs/2025/a-strike.md', text('A strike', 'is copied.'));
  project.write('briefs/a-strike.md', text('A strike', 'goes on.'));
  const { skipped, ...built } = await skip();
  expect(Object.keys(saidBy({ skipped, ...built }))).toEqual(['a-strike', 'a-treaty']);
  expect(skipped).toHaveLength(1);
});

test('a file that cannot be read, or that is no brief by its name, is skipped like a broken one', async () => {
  project.write('briefs/a-strike.md', Uint8Array.of(0x41, 0xff, 0x42));
  project.write('briefs/Not A Slug.md', text('Not a slug', 'says this.'));
  const built = await skip();
  expect(saidBy(built)['a-strike']).toBe('A strike begins.');
  expect(built.skipped.map(({ file, kept }) => [file, kept !== undefined])).toEqual([
    ['briefs/Not A Slug.md', false],
    ['briefs/a-strike.md', true],
  ]);
});

test('a published brief that became a draft stays published; other drafts stay drafts', async () => {
  project.write('briefs/a-strike.md', text('A strike', 'is revised.', { status: 'draft' }));
  project.write('briefs/a-plan.md', spoilt(text('A plan', 'is made.', { status: 'draft' })));
  const built = await skip();
  expect(saidBy(built)).toEqual({ 'a-strike': 'A strike begins.', 'a-treaty': 'A treaty is signed.' });
  expect(built.problems.map(({ code }) => code)).toEqual(['brief-unpublished']);
});

test('without errors nothing is skipped, whatever was published', async () => {
  rmSync(join(project.root, 'briefs/a-treaty.md'));
  project.write('briefs/a-strike.md', text('A strike', 'ends.'));
  const built = await skip();
  expect([saidBy(built), built.skipped]).toEqual([{ 'a-strike': 'A strike ends.' }, []]);
});

test('errors elsewhere stay', async () => {
  project.write('briefs/a-strike.md', spoilt(text('A strike', 'ends.')));
  project.write('briefs/_pages/about.mdx', '---\ntitle: About\n---\n\nWho we are.\n');
  const { snapshot } = await skip();
  expect(snapshot.diagnostics.map(({ file, severity }) => [file, severity])).toEqual([['briefs/_pages/about.mdx', 'error']]); // prettier-ignore
});

test('a folder of sources gives versions, too', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'fourfold-sources-'));
  cpSync(join(project.root, 'briefs'), join(folder, 'briefs'), { recursive: true });
  cpSync(join(import.meta.dirname, '../../briefs/_site.yaml'), join(folder, 'briefs/_site.yaml'));
  project.write('briefs/a-strike.md', spoilt(text('A strike', 'ends.')));
  expect(saidBy(await skip(folder))['a-strike']).toBe('A strike begins.');
  rmSync(folder, { recursive: true, force: true });
});

test('what is not known is not left out: no baseline, or a shallow clone without the version', async () => {
  project.write('briefs/a-strike.md', spoilt(text('A strike', 'ends.')));
  const load = () => project.load({ publication });
  await expect(skipBroken({ root: project.root, publication, now, baseline: 'There is none.', load })).rejects.toThrow(MissingBaseline); // prettier-ignore
  commit('Spoil');
  git('branch', '--force', 'published');
  const clone = join(project.root, 'clone');
  git('clone', '--quiet', '--depth=1', `file://${project.root}`, clone);
  for (const part of ['src', 'package-lock.json']) cpSync(join(project.root, part), join(clone, part), { recursive: true }); // prettier-ignore
  await expect(skip('HEAD', clone)).rejects.toThrow('Fetch it: git fetch --unshallow');
  execFileSync('git', ['fetch', '--quiet', '--unshallow'], { cwd: clone });
  expect(saidBy(await skip('HEAD', clone), clone)['a-strike']).toBe('A strike begins.');
});
