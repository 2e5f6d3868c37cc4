import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { announceFeeds } from '../../scripts/announce.ts';
import { runCommand } from './run-command.ts';
import { changeSettings } from '../settings-file.ts';
import { copyScripts } from './script-project.ts';

const root = copyScripts();
const feeds = ['rss.xml', 'atom.xml', 'feed.json', 'topics/ai/rss.xml'];

// One server is host and hub: it serves the deployed files, and accepts all topics except rejected ones.
const deployed = new Map<string, string>();
const rejected = new Set<string>();
const announced: string[] = [];
const server = createServer((request, response) => {
  if (request.method !== 'POST') {
    const text = deployed.get(request.url?.slice(1) ?? '');
    response.writeHead(text === undefined ? 404 : 200).end(text);
    return;
  }
  let body = '';
  request.on('data', (chunk: Buffer) => (body += chunk.toString()));
  request.on('end', () => {
    const topic = new URLSearchParams(body).get('hub.url') ?? '';
    announced.push(topic);
    response.writeHead(rejected.has(topic) ? 403 : 204).end();
  });
});
let address = '';

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  nameHub(`${address}hub`);
  mkdirSync(join(root, 'dist/topics/ai'), { recursive: true });
  for (const file of feeds) {
    writeFileSync(join(root, 'dist', file), file);
    deployed.set(file, file);
  }
});

afterAll(() => {
  server.close();
  rmSync(root, { recursive: true, force: true });
});

function nameHub(hub: string): void {
  changeSettings(root, { address, hub: hub === '' ? undefined : hub });
}

describe('npm run announce', () => {
  test('notifies the hub of every feed, and reports each as accepted', async () => {
    const { code, out, errors } = await runCommand(announceFeeds, root, []);
    expect([code, errors]).toEqual([0, '']);
    expect(announced.splice(0).sort()).toEqual(feeds.map((file) => `${address}${file}`).sort());
    for (const file of feeds) expect(out).toContain(`accepted   ${address}${file}  204 No Content\n`);
    expect(out).toContain(`4 of 4 feeds announced to ${address}hub`);
  });

  test('reports a rejected feed', async () => {
    rejected.add(`${address}atom.xml`);
    const { code, out } = await runCommand(announceFeeds, root, []);
    rejected.clear();
    expect([code, announced.splice(0).length]).toEqual([1, 4]);
    expect(out).toContain(`rejected   ${address}atom.xml  the hub answers 403 Forbidden`);
    expect(out).toContain('3 of 4 feeds announced');
  });

  test('announces nothing that is not deployed, and says what to do', async () => {
    deployed.set('rss.xml', 'of the last deploy');
    const { code, out, errors } = await runCommand(announceFeeds, root, ['--wait', '0']);
    deployed.set('rss.xml', 'rss.xml');
    expect(code).toBe(1);
    expect(announced.splice(0)).not.toContain(`${address}rss.xml`);
    expect(out).toContain(`missing    ${address}rss.xml  the host serves a different version`);
    expect(errors).toContain('Deploy dist/, then announce again');
  });

  test('does not notify the hub in a dry run', async () => {
    const { code, out } = await runCommand(announceFeeds, root, ['--dry-run']);
    expect([code, announced]).toEqual([0, []]);
    expect(out).toContain(`4 of 4 feeds could be announced to ${address}hub`);
  });

  test.each([
    ['an unknown option', ['--no'], undefined, 'Unknown option'],
    ['a wait that is no number', ['--wait', 'long'], undefined, 'numbers of seconds'],
    ['no hub', [], '', 'No hub is set. Add one to briefs/_site.yaml, such as hub:'],
  ])('ends with 2 for %s, and says how to fix it', async (_what, given, hub, answer) => {
    if (hub !== undefined) nameHub(hub);
    const { code, errors } = await runCommand(announceFeeds, root, given);
    nameHub(`${address}hub`);
    expect([code, announced]).toEqual([2, []]);
    expect(errors).toContain(answer);
  });

  test('ends with 2 before anything is built', async () => {
    rmSync(join(root, 'dist'), { recursive: true });
    const { code, errors } = await runCommand(announceFeeds, root, []);
    expect(code).toBe(2);
    expect(errors).toContain('There is no built site in dist/.');
  });
});
