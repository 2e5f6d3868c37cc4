import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { createServer, get, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** What came over a line. */
export interface Fetched {
  /** Paths that were answered with content. */
  readonly fetched: readonly string[];
  /** All bytes of answers. */
  readonly bytes: number;
}

/** A way to the store for one machine, which counts. */
export interface Line extends Disposable {
  /** The store as rclone names it. */
  readonly remote: string;
  readonly sums: () => Fetched;
}

/** A store on this machine, served by rclone. */
export interface SharedStore extends Disposable {
  readonly openLine: () => Promise<Line>;
  /** The sizes of all files. */
  readonly sizes: () => number[];
}

export async function openSharedStore(): Promise<SharedStore> {
  const folder = mkdtempSync(join(tmpdir(), 'fourfold-store-'));
  const port = await findPort();
  const server = spawn('rclone', ['serve', 'webdav', folder, '--addr', `127.0.0.1:${port}`], {
    stdio: 'ignore',
  });
  while (!(await isAnswering(port))) await setTimeout(100);
  return {
    openLine: () => openLine(port),
    sizes: () =>
      readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) =>
        entry.isFile() ? [statSync(join(entry.parentPath, entry.name)).size] : [],
      ),
    [Symbol.dispose]: () => {
      server.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function openLine(port: number): Promise<Line> {
  const fetched: string[] = [];
  let bytes = 0;
  const line = createServer((asked, answer) => {
    const { method, url = '', headers } = asked;
    const passed = request({ host: '127.0.0.1', port, method, path: url, headers }, (answered) => {
      if (method === 'GET' && answered.statusCode === 200) fetched.push(url);
      answered.on('data', (chunk: Buffer) => (bytes += chunk.length));
      answer.writeHead(answered.statusCode ?? 500, answered.headers);
      answered.pipe(answer);
    });
    // A killed machine ends its requests in between.
    passed.on('error', () => answer.destroy());
    asked.on('error', () => passed.destroy());
    asked.pipe(passed);
  });
  const { port: own } = await listen(line);
  return {
    remote: `:webdav,url='http://127.0.0.1:${own}':fourfold`,
    sums: () => ({ fetched, bytes }),
    [Symbol.dispose]: () => {
      line.close();
      line.closeAllConnections();
    },
  };
}

function listen(server: ReturnType<typeof createServer>): Promise<AddressInfo> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve(server.address() as AddressInfo);
    });
  });
}

/** A port that was free a moment ago. */
async function findPort(): Promise<number> {
  const server = createServer();
  const { port } = await listen(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function isAnswering(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    get({ host: '127.0.0.1', port }, (answer) => {
      answer.resume();
      resolve(true);
    }).on('error', () => {
      resolve(false);
    });
  });
}
