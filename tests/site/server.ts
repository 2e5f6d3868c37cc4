import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { userEnvironment } from './project.ts';

/** A running Astro server. */
export interface Server {
  readonly address: string;
  /** All output so far. */
  readonly said: () => string;
  readonly stop: () => Promise<void>;
}

/** Starts `dev` or `preview` in a project on a free port, and waits until it listens. */
export async function startServer(root: string, command: 'dev' | 'preview'): Promise<Server> {
  const port = 20_000 + Math.floor(process.pid % 20_000) + (command === 'dev' ? 1 : 0);
  const child = spawn('npm', ['run', '--silent', command, '--', '--port', String(port)], {
    cwd: root,
    env: userEnvironment(),
    detached: true,
  });
  let output = '';
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  for (;;) {
    const [chunk] = (await Promise.race([once(child.stdout, 'data'), once(child, 'exit')])) as [unknown];
    if (!Buffer.isBuffer(chunk)) throw new Error(`astro ${command} did not start: ${output}`);
    output += chunk.toString();
    const address = /http:\/\/localhost:\d+/.exec(output)?.[0];
    if (address === undefined) continue;
    child.stdout.on('data', (more: Buffer) => (output += more.toString()));
    return {
      address,
      said: () => output,
      stop: async () => {
        // npm and the server that it started.
        if (child.pid !== undefined) process.kill(-child.pid);
        await once(child, 'exit');
      },
    };
  }
}
