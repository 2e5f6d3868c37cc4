import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { projectParts } from '../../scripts/bench/bench-project.ts';
import { changeSettings } from '../settings-file.ts';
import { settingsFile } from '../../src/brief/briefs-folder.ts';

const here = fileURLToPath(new URL('../..', import.meta.url));

/**
 * A copy of this project in a separate folder, with or without the shipped briefs, sharing the installed packages. It can
 * share the cache of another copy, since entries are found by content.
 */
export function copyProject({ briefs, cacheOf }: { briefs: boolean; cacheOf?: string }): string {
  const root = mkdtempSync(join(tmpdir(), 'fourfold-'));
  for (const part of [...projectParts, briefs ? 'briefs' : settingsFile]) {
    cpSync(join(here, part), join(root, part), { recursive: true });
  }
  symlinkSync(join(here, 'node_modules'), join(root, 'node_modules'));
  const cache = '.cache/fourfold';
  if (cacheOf !== undefined) cpSync(join(cacheOf, cache), join(root, cache), { recursive: true });
  // Eleven cards for every brief would take most of the time; those of two shipped briefs are enough.
  const cards = briefs ? { newest: 2 } : { newest: 1, formats: ['square'] };
  // Fewer on a page than the shipped briefs in English, so that a list has two.
  changeSettings(root, { cards, embeds: { newest: 8 }, ...(briefs && { pageSize: 6 }) });
  return root;
}

/** The environment of a user at a terminal; vitest's variables would disable file watching. */
export function userEnvironment(extra: Record<string, string> = {}): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(?:VITEST|NODE_ENV|FORCE_COLOR|NO_COLOR|TEST$|DEV$|PROD$|MODE$)/.test(name),
  );
  // Nor do users have our Node in their path; npm adds it.
  const path = (process.env['PATH'] ?? '').split(':').filter((folder) => !folder.includes('node_modules'));
  return { ...Object.fromEntries(inherited), PATH: path.join(':'), ...extra };
}

export interface Run {
  readonly code: number | null;
  readonly output: string;
}

/**
 * A script of package.json as npm runs it: our Node, arguments and environment. npm itself takes as long to start as many
 * scripts, so only its own tests use it.
 */
export function scriptCommand(
  root: string,
  script: string,
  folder = root,
): { node: string; words: string[]; environment: Record<string, string> } {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string | undefined>;
  };
  const [node, ...words] = scripts[script]?.split(' ') ?? [];
  if (node !== 'node') throw new Error(`"${script}" is no script that runs with node`);
  return {
    node: join(root, 'node_modules/.bin/node'),
    words,
    environment: { npm_lifecycle_event: script, INIT_CWD: folder },
  };
}

/** Runs a script in a project as a user would, and waits for it. */
export function runScript(
  root: string,
  script: string,
  environment: Record<string, string> = {},
  given: readonly string[] = [],
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const command = scriptCommand(root, script);
    const child = spawn(command.node, [...command.words, ...given], {
      cwd: root,
      env: userEnvironment({ ...command.environment, ...environment }),
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code, output });
    });
  });
}

/** Every file in a folder by path, with forward slashes. */
export function readFolder(folder: string): Map<string, Buffer> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  return new Map(paths.map((path) => [relative(folder, path).replaceAll('\\', '/'), readFileSync(path)]));
}
