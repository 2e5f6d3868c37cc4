import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { announce, type AnnounceOptions } from '../../../scripts/announce/announce.ts';

type Answer = (request: IncomingMessage, response: ServerResponse, body: string) => void;

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

/** A server that gives the answers one after another, the last for ever; it keeps what it was sent. */
async function serve(...answers: readonly Answer[]): Promise<{ address: string; sent: string[] }> {
  const sent: string[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      sent.push(body);
      answers[Math.min(sent.length, answers.length) - 1]?.(request, response, body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, sent };
}

const answer =
  (status: number, text = '', headers: Record<string, string> = {}): Answer =>
  (_request, response) => {
    response.writeHead(status, headers).end(text);
  };
const hang: Answer = () => undefined;
const built = Buffer.from('<rss/>');

/** Announces one feed that the host serves as given, and tells what was said meanwhile. */
async function announceOne(hub: string, host: Answer, said: Partial<AnnounceOptions> = {}) {
  const { address, sent } = await serve(host);
  const lines: string[] = [];
  const tell = (line: string): void => void lines.push(line);
  const options = { hub, timeout: 300, waits: [1, 1], tell, ...said };
  const [told] = await announce([{ address, bytes: built }], options);
  return { told, address, lines, visits: sent.length };
}

const deployed = answer(200, '<rss/>');

describe('a feed that the host serves as it was built', () => {
  test('is announced by the form that WebSub asks for', async () => {
    const hub = await serve((request, response, body) => {
      const { method } = request;
      const type = request.headers['content-type']?.split(';')[0];
      const right = method === 'POST' && type === 'application/x-www-form-urlencoded' && body !== '';
      response.writeHead(right ? 204 : 400).end();
    });
    const { told, address, lines } = await announceOne(hub.address, deployed);
    expect(told).toEqual({ address, state: 'accepted', said: '204 No Content' });
    expect(Object.fromEntries(new URLSearchParams(hub.sent[0]))).toEqual({
      'hub.mode': 'publish',
      'hub.url': address,
    });
    expect([hub.sent.length, lines]).toEqual([1, []]);
  });

  test.each([
    { what: 'is refused', answers: [answer(403, 'Not\nyour topic')], state: 'refused', pings: 1, said: 'the hub answers 403 Forbidden: Not your topic' }, // prettier-ignore
    { what: 'fails twice, then is accepted', answers: [answer(500), answer(503), answer(202)], state: 'accepted', pings: 3, said: '202 Accepted' }, // prettier-ignore
    { what: 'fails each time', answers: [answer(502)], state: 'refused', pings: 3, said: 'the hub answers 502 Bad Gateway' }, // prettier-ignore
    { what: 'gets no answer, then is accepted', answers: [hang, answer(204)], state: 'accepted', pings: 2, said: '204 No Content' }, // prettier-ignore
    { what: 'never gets an answer', answers: [hang], state: 'refused', pings: 3, said: 'the hub did not answer in 0.3 s' }, // prettier-ignore
    { what: 'is sent elsewhere', answers: [answer(302, '', { location: 'https://hub.example/' })], state: 'refused', pings: 1, said: 'the hub answers 302 Found: moved to https://hub.example/' }, // prettier-ignore
    { what: 'is to wait for too long', answers: [answer(429, '', { 'retry-after': '3600' })], state: 'refused', pings: 1, said: 'the hub answers 429 Too Many Requests, and asks to wait 3600 s' }, // prettier-ignore
  ])('$what', async ({ answers, state, pings, said }) => {
    const hub = await serve(...answers);
    const { told } = await announceOne(hub.address, deployed);
    expect(told).toMatchObject({ state, said });
    expect(hub.sent).toHaveLength(pings);
  });

  test('waits as long as a hub asks, in seconds or until a date', async () => {
    const date = new Date(Date.now() + 2_000).toUTCString();
    const hub = await serve(answer(429, '', { 'retry-after': '1' }), answer(503, '', { 'retry-after': date }), answer(204)); // prettier-ignore
    const start = performance.now();
    const { told, lines } = await announceOne(hub.address, deployed);
    expect(told?.state).toBe('accepted');
    expect(lines[0]).toBe('1 of 1 to be tried again in 1 s (the hub answers 429 Too Many Requests)');
    expect(performance.now() - start).toBeGreaterThan(1_000);
    expect(lines).toHaveLength(2);
  });

  test('waits longer each time', async () => {
    const hub = await serve(answer(500));
    const { lines } = await announceOne(hub.address, deployed, { waits: [10, 30, 90] });
    expect(lines.map((line) => / in (\S+) s/.exec(line)?.[1])).toEqual(['0.01', '0.03', '0.09']);
  });

  test('is refused if there is no hub at that address', async () => {
    const { told, lines } = await announceOne('http://127.0.0.1:1/', deployed);
    expect(told?.state).toBe('refused');
    expect(told?.said).toMatch(/^the hub cannot be reached: /);
    expect(lines.every((line) => line.startsWith('1 of 1 to be tried again'))).toBe(true);
  });

  test('is left alone in a dry run', async () => {
    const hub = await serve(answer(204));
    const { told } = await announceOne(hub.address, deployed, { dryRun: true });
    expect(told).toMatchObject({ state: 'accepted', said: 'is there as it was built' });
    expect(hub.sent).toEqual([]);
  });
});

describe('a feed that the host does not serve as it was built', () => {
  test.each([
    { what: 'older', host: answer(200, '<rss version="old"/>'), said: 'the host serves another version than was built' }, // prettier-ignore
    { what: 'absent', host: answer(404), said: 'the host answers 404 Not Found' },
    { what: 'not answered', host: hang, said: 'the host did not answer in 0.3 s' },
  ])('is looked for again, and is not announced while it is $what', async ({ host, said }) => {
    const hub = await serve(answer(204));
    const { told, visits } = await announceOne(hub.address, host);
    expect(told).toMatchObject({ state: 'absent', said });
    expect([visits, hub.sent]).toEqual([3, []]);
  });

  test('is announced once it is there, and what was accepted is not announced again', async () => {
    const hub = await serve(answer(204));
    const [early, late] = [await serve(deployed), await serve(answer(404), deployed)];
    const feeds = [early, late].map(({ address }) => ({ address, bytes: built }));
    const told = await announce(feeds, { hub: hub.address, timeout: 300, waits: [1], tell: () => undefined });
    expect(told.map(({ state }) => state)).toEqual(['accepted', 'accepted']);
    expect(hub.sent.map((body) => new URLSearchParams(body).get('hub.url'))).toEqual([early.address, late.address]); // prettier-ignore
  });
});
