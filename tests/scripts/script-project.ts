import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { scriptCommand, userEnvironment } from '../site/project.ts';

const here = fileURLToPath(new URL('../..', import.meta.url));

/** A copy of what the scripts need, in a folder of its own without briefs. */
export function copyScripts(): string {
  const root = mkdtempSync(join(tmpdir(), 'fourfold-scripts-'));
  for (const part of ['package.json', 'package-lock.json', 'src', 'scripts'])
    cpSync(join(here, part), join(root, part), { recursive: true });
  symlinkSync(join(here, 'node_modules'), join(root, 'node_modules'));
  return root;
}

export interface ScriptRun {
  readonly code: number | null;
  readonly out: string;
  readonly errors: string;
}

/** Runs a script without a terminal, as npm does: with our Node, in the project's folder. */
export function runNode(
  root: string,
  script: 'new' | 'import' | 'cards' | 'announce' | 'feedback' | 'licenses',
  given: readonly string[],
  { input = '', environment = {} }: { input?: string; environment?: Record<string, string> } = {},
): Promise<ScriptRun> {
  return new Promise((resolve, reject) => {
    const command = scriptCommand(root, script);
    const env = { ...userEnvironment(command.environment), ...environment };
    const child = spawn(command.node, [...command.words, ...given], { cwd: root, env });
    let out = '';
    let errors = '';
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code, out, errors });
    });
    child.stdin.end(input);
  });
}
