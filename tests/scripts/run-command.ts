import { Console } from 'node:console';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import type { Command } from '../../scripts/command.ts';

export interface CommandRun {
  readonly code: number;
  readonly out: string;
  readonly errors: string;
}

export interface RunOptions {
  /** The user's working directory, in the project's folder. */
  readonly folder?: string;
  readonly input?: string;
  readonly environment?: Record<string, string>;
}

/** Runs a command in this process as a user without a terminal, and collects its output. */
export async function runCommand(
  command: Command,
  root: string,
  given: readonly string[],
  { folder = '', input = '', environment = {} }: RunOptions = {},
): Promise<CommandRun> {
  const out = listen();
  const errors = listen();
  const code = await command(given, {
    root,
    start: join(root, folder),
    environment,
    input: Readable.from(input === '' ? [] : [Buffer.from(input)]),
    output: out.stream,
    console: new Console({ stdout: out.stream, stderr: errors.stream, colorMode: false }),
  });
  return { code, out: out.text(), errors: errors.text() };
}

function listen(): { readonly stream: Writable; readonly text: () => string } {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  return { stream, text: () => Buffer.concat(chunks).toString() };
}
