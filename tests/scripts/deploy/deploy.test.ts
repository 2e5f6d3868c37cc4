import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'; // prettier-ignore
import { createServer, connect, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { deploy } from '../../../scripts/deploy/deploy.ts';
import { filesBelow } from '../../../src/store/folder.ts';

const record = '.fourfold-deploy.json';
const hasRsync = process.env['CI'] !== undefined || spawnsRsync();

describe.skipIf(!hasRsync)('a deploy over rsync', () => {
  const place = mkdtempSync(join(tmpdir(), 'fourfold-rsync-'));
  const dist = join(place, 'dist');
  const served = join(place, 'served');
  let daemon: Daemon;
  let gate: Gate;

  beforeAll(async () => {
    mkdirSync(served);
    daemon = await startDaemon(place, served);
    gate = await openGate(daemon.port);
  });

  afterAll(async () => {
    await gate.close();
    daemon.process.kill();
    await once(daemon.process, 'close');
    rmSync(place, { recursive: true, force: true });
  });

  beforeEach(() => {
    for (const [file, text] of [
      ['index.html', 'Home.'],
      ['briefs/withdrawn/index.html', 'What is to go.'],
      ['cards/withdrawn-0123456789ab.png', 'A card.'],
      ['.well-known/security.txt', 'Whom to tell.'],
      // The publisher's own Git repository, if the folder is pushed as a branch.
      ['.git/config', 'A password.'],
    ] as const)
      write(join(dist, file), text);
  });

  afterEach(() => {
    gate.bytes = Infinity;
    delete process.env['RSYNC_RSH'];
    for (const folder of [dist, join(served, 'www')]) rmSync(folder, { recursive: true, force: true });
  });

  const run = (target: string, options: { keepDays?: number; dryRun?: boolean } = {}) =>
    deploy(dist, target, {
      keepDays: 7,
      now: '2026-01-01T00:00:00Z',
      dryRun: false,
      print: () => undefined,
      ...options,
    });
  const remote = (): string => `rsync://localhost:${gate.port}/site/www/news`;
  const there = (): string[] => [...filesBelow(join(served, 'www/news'))].sort();

  test('makes the folder and those above it, and leaves a repository in dist/ at home', async () => {
    await run(remote());
    expect(there()).toEqual([
      record,
      '.well-known/security.txt',
      'briefs/withdrawn/index.html',
      'cards/withdrawn-0123456789ab.png',
      'index.html',
    ]);
    expect(existsSync(join(served, 'www/news/.git'))).toBe(false);
  });

  test('does nothing in a dry run, not even on a server without the folder', async () => {
    const { uploads } = await run(remote(), { dryRun: true });
    expect(uploads.map((files) => files.length)).toEqual([1, 3, 0]);
    expect(existsSync(join(served, 'www'))).toBe(false);
    await run(remote());
    rmSync(join(dist, 'briefs'), { recursive: true });
    expect((await run(remote(), { dryRun: true })).removals).toEqual(['briefs/withdrawn/index.html']);
    expect(there()).toContain('briefs/withdrawn/index.html');
  });

  test('treats a server without a record as new, and leaves existing files', async () => {
    write(join(served, 'www/news/keys.txt'), 'of somebody else');
    const plan = await run(remote());
    expect(plan.removals).toEqual([]);
    expect(there()).toContain('keys.txt');
  });

  test('sends and removes files of any name', async () => {
    const names = [
      'a b.html',
      'a*b[c].html',
      'été.html',
      '-rf.html',
      'two\nlines.html',
      '; touch x.html',
      '# b.html',
    ];
    for (const name of names) write(join(dist, name), name);
    await run(remote());
    expect(there()).toEqual(expect.arrayContaining(names));
    for (const name of names) rmSync(join(dist, name));
    await run(remote());
    expect(there().filter((file) => names.includes(file))).toEqual([]);
  });

  // The number of bytes after which a connection is cut: none, in the greeting, in the list of files, in the data.
  test.each([0, 60, 400])(
    'stops when the connection is cut after %i bytes, and the next still removes what was withdrawn',
    async (bytes) => {
      await run(remote());
      const before = readFileSync(join(served, 'www/news', record), 'utf8');
      rmSync(join(dist, 'briefs'), { recursive: true });
      gate.bytes = bytes;
      await expect(run(remote())).rejects.toThrow('rsync failed');
      const { files } = JSON.parse(readFileSync(join(served, 'www/news', record), 'utf8')) as { files: string[] }; // prettier-ignore
      expect(files).toEqual((JSON.parse(before) as { files: string[] }).files);
      gate.bytes = Infinity;
      await run(remote());
      expect(there()).not.toContain('briefs/withdrawn/index.html');
    },
  );

  test.each([
    ['a remote shell that is not there', undefined],
    ['a server that misses another file when the folder is made', 0],
    ['a server that misses another file when the record is fetched', 1],
  ])('does not treat a failure as a first deploy: %s', async (_, failing) => {
    const target = join(place, 'by-shell');
    const shell = (name: string, lines: string): string => {
      const path = join(place, name);
      writeFileSync(path, `#!/bin/sh\n${lines}\n`);
      chmodSync(path, 0o755);
      return path;
    };
    const ssh = shell('ssh', 'shift\nexec sh -c "$*"');
    const counted = join(place, 'count');
    writeFileSync(counted, '');
    const broken = shell(
      'broken',
      `[ "$(wc -c < ${counted})" -eq ${failing ?? 0} ] && { printf . >> ${counted}; echo "sh: /etc/x: No such file or directory" >&2; exit 255; }\nprintf . >> ${counted}\nexec ${ssh} "$@"`,
    );
    process.env['RSYNC_RSH'] = ssh;
    await run(`server:${target}`);
    const before = readFileSync(join(target, record), 'utf8');
    rmSync(join(dist, 'briefs'), { recursive: true });
    process.env['RSYNC_RSH'] = failing === undefined ? join(place, 'none') : broken;
    await expect(run(`server:${target}`)).rejects.toThrow(/rsync failed[^]*No such file or directory/);
    expect(readFileSync(join(target, record), 'utf8')).toBe(before);
    process.env['RSYNC_RSH'] = ssh;
    await run(`server:${target}`);
    expect([...filesBelow(target)]).not.toContain('briefs/withdrawn/index.html');
    rmSync(target, { recursive: true });
  });

  test('does not treat an unreadable record as missing', async () => {
    await run(remote());
    const damaged = ['', '{"files":["index.html"', '[]', '{"files":"index.html","unused":{}}', '{"files":[],"unused":{"a":"soon"}}']; // prettier-ignore
    for (const text of damaged) {
      writeFileSync(join(served, 'www/news', record), text);
      await expect(run(remote()), text).rejects.toThrow(`${remote()}/${record} is damaged`);
      expect(readFileSync(join(served, 'www/news', record), 'utf8')).toBe(text);
    }
  });

  test('reads a record through a link to it, so that what was withdrawn goes', async () => {
    const target = join(place, 'linked');
    await run(target);
    renameSync(join(target, record), join(place, 'record.json'));
    symlinkSync('../record.json', join(target, record));
    rmSync(join(dist, 'briefs'), { recursive: true });
    await run(target, { keepDays: 0 });
    expect([...filesBelow(target)].sort()).toEqual([record, '.well-known/security.txt', 'cards/withdrawn-0123456789ab.png', 'index.html']); // prettier-ignore
    rmSync(target, { recursive: true });
  });

  test('does not treat something else with the name of a record as missing', async () => {
    await run(remote());
    const path = join(served, 'www/news', record);
    rmSync(path);
    mkdirSync(path);
    await expect(run(remote())).rejects.toThrow(`${remote()}/${record} is damaged`);
  });

  test('says what a server says that does not let it write', async () => {
    await expect(run(`rsync://localhost:${daemon.port}/none/www`)).rejects.toThrow("Unknown module 'none'");
  });
});

interface Daemon {
  readonly port: number;
  readonly process: ChildProcess;
}

/** An rsync daemon: no shell, no account. */
async function startDaemon(place: string, served: string): Promise<Daemon> {
  const port = await freePort();
  const identity = process.getuid?.() === 0 ? 'uid = 0\ngid = 0\n' : '';
  const settings = join(place, 'rsyncd.conf');
  writeFileSync(settings, `port = ${port}\nuse chroot = no\n${identity}[site]\npath = ${served}\nread only = no\n`); // prettier-ignore
  const daemon = spawn('rsync', ['--daemon', '--no-detach', `--config=${settings}`], { stdio: 'ignore' });
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const socket = connect(port, 'localhost');
    const isOpen = await once(socket, 'connect').then(
      () => true,
      () => false,
    );
    socket.destroy();
    if (isOpen) break;
    await setTimeout(25);
  }
  return { port, process: daemon };
}

interface Gate {
  readonly port: number;
  /** Bytes that the server may send in total before it is cut off. */
  bytes: number;
  readonly close: () => Promise<void>;
}

/** A proxy that passes a limited number of bytes. */
async function openGate(port: number): Promise<Gate> {
  const server: Server = createServer((client) => {
    const upstream = connect(port, 'localhost');
    const cut = (): void => {
      client.destroy();
      upstream.destroy();
    };
    for (const socket of [client, upstream]) socket.on('error', cut).on('close', cut);
    client.pipe(upstream);
    upstream.on('data', (chunk: Buffer) => {
      client.write(chunk.subarray(0, Math.max(0, gate.bytes)));
      gate.bytes -= chunk.length;
      if (gate.bytes <= 0) cut();
    });
    if (gate.bytes <= 0) cut();
  });
  server.listen(0, 'localhost');
  await once(server, 'listening');
  const gate: Gate = {
    port: (server.address() as AddressInfo).port,
    bytes: Infinity,
    close: async () => {
      server.close();
      await once(server, 'close');
    },
  };
  return gate;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, 'localhost');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

function write(path: string, text: string): void {
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, text);
}

function spawnsRsync(): boolean {
  try {
    execFileSync('rsync', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
