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
 * A copy of this project in a folder of its own, with the shipped briefs or none, sharing the installed packages. It has
 * the cache of another copy, if that is given: what is in it is found by its content, wherever it was made.
 */
export function copyProject({ briefs, cacheOf }: { briefs: boolean; cacheOf?: string }): string {
  const root = mkdtempSync(join(tmpdir(), 'fourfold-'));
  for (const part of [...projectParts, briefs ? 'briefs' : settingsFile]) {
    cpSync(join(here, part), join(root, part), { recursive: true });
  }
  symlinkSync(join(here, 'node_modules'), join(root, 'node_modules'));
  const cache = '.cache/fourfold';
  if (cacheOf !== undefined) cpSync(join(cacheOf, cache), join(root, cache), { recursive: true });
  // Eleven cards for every brief would take most of the tests' time; two of the shipped briefs show that they are made.
  const cards = briefs ? { newest: 2 } : { newest: 1, formats: ['square'] };
  changeSettings(root, { cards, embeds: { newest: 8 } });
  return root;
}

/** The environment of a user at a terminal: vitest's own marks switch off the watching of files. */
export function userEnvironment(extra: Record<string, string> = {}): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(?:VITEST|NODE_ENV|FORCE_COLOR|NO_COLOR|TEST$|DEV$|PROD$|MODE$)/.test(name),
  );
  // Nor does a user have our own Node on the path: npm puts it there.
  const path = (process.env['PATH'] ?? '').split(':').filter((folder) => !folder.includes('node_modules'));
  return { ...Object.fromEntries(inherited), PATH: path.join(':'), ...extra };
}

export interface Run {
  readonly code: number | null;
  readonly output: string;
}

/**
 * A script of package.json as npm runs it in a project: our Node, what it is given, and the environment. npm itself, which
 * takes as long to start as many a script, is left to the tests that are about it.
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

/** Runs a script in a project as a user would, and waits for its end. */
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

/** Every file below a folder by its path there, with forward slashes. */
export function readFolder(folder: string): Map<string, Buffer> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  return new Map(paths.map((path) => [relative(folder, path).replaceAll('\\', '/'), readFileSync(path)]));
}
