import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { projectParts } from '../../scripts/bench/bench-project.ts';
import { corpusAuthors, writeCorpus } from '../../scripts/bench/corpus.ts';
import { digestsOf } from '../site/digests.ts';
import { userEnvironment } from '../site/project.ts';
import { writeSettings } from '../../src/settings/settings-source.ts';

const here = fileURLToPath(new URL('../..', import.meta.url));

/** The default time of all builds. */
export const moment = '2026-11-26T12:00:00Z';

/**
 * A copy of this project with the shipped briefs (images, components, a translation, a standing page), generated ones,
 * a draft and a withdrawn one. Few cards, since their time is not tested here.
 */
export function makeSite(count: number): string {
  const root = mkdtempSync(join(tmpdir(), 'fourfold-long-'));
  for (const part of projectParts) cpSync(join(here, part), join(root, part), { recursive: true });
  symlinkSync(join(here, 'node_modules'), join(root, 'node_modules'));
  writeCorpus(join(root, 'briefs'), count);
  cpSync(join(here, 'briefs'), join(root, 'briefs'), { recursive: true });
  writeFileSync(join(root, 'briefs/_site.yaml'), writeSettings(settings));
  const text = readFileSync(join(root, 'briefs/dart-asteroid-deflection.md'), 'utf8');
  const brief = (slug: string, lines: string): void => {
    writeFileSync(join(root, 'briefs', `${slug}.md`), text.replace(/^---\n/, `---\n${lines}\n`));
  };
  brief('held-back', 'status: draft');
  brief('taken-back', 'status: withdrawn\nwithdrawn:\n  date: 2026-02-01\n  reason: The figure was wrong.');
  return root;
}

const settings = {
  name: 'Long',
  address: 'https://long.example/',
  identity: { authority: 'long.example', year: 2025 },
  description: 'Made-up briefs.',
  lang: 'en',
  timeZone: 'Etc/UTC',
  authors: Object.fromEntries(corpusAuthors.map((id) => [id, { name: id }])),
  topics: { space: { name: 'Space' } },
  feedSize: 20,
  cards: { newest: 1 },
  embeds: { newest: 3 },
};

/** The site of a clean clone with the same files: a copy without cache and site. */
export async function buildClean(root: string, environment: Record<string, string> = {}): Promise<Built> {
  const copy = mkdtempSync(join(tmpdir(), 'fourfold-clean-'));
  try {
    for (const part of [...projectParts, 'briefs'])
      cpSync(join(root, part), join(copy, part), { recursive: true });
    symlinkSync(join(here, 'node_modules'), join(copy, 'node_modules'));
    const { code, output } = await build(copy, environment);
    return { code, output, site: code === 0 ? siteDigests(copy) : new Map<string, string>() };
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

export interface Built {
  readonly code: number | null;
  readonly output: string;
  readonly site: ReadonlyMap<string, string>;
}

/** Starts a build like npm, but without npm, so that signals reach it. */
export function startBuild(
  root: string,
  environment: Record<string, string> = {},
  options: readonly string[] = [],
): ChildProcess {
  return spawn(
    join(here, 'node_modules/.bin/node'),
    ['--env-file=.config/astro.env', 'scripts/build.ts', ...options],
    { cwd: root, env: userEnvironment({ BRIEFS_NOW: moment, ...environment }) },
  );
}

export async function build(
  root: string,
  environment: Record<string, string> = {},
  options: readonly string[] = [],
): Promise<{ code: number | null; output: string }> {
  const child = startBuild(root, environment, options);
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  return { code, output };
}

/** The digest of every file of the site. */
export function siteDigests(root: string): Map<string, string> {
  return digestsOf(join(root, 'dist'));
}

export function edit(root: string, file: string, change: (text: string) => string): void {
  const path = join(root, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, change(readFileSync(path, 'utf8')));
}
