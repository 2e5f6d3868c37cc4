import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { announce, type AnnounceOptions } from '../../../scripts/announce/announce.ts';

type Answer = (request: IncomingMessage, response: ServerResponse, body: string) => void;

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

/** A server with a sequence of answers, the last of which repeats; it records requests. */
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

const respondWith =
  (status: number, text = '', headers: Record<string, string> = {}): Answer =>
  (_request, response) => {
    response.writeHead(status, headers).end(text);
  };
const hang: Answer = () => undefined;
const built = Buffer.from('<rss/>');

/** Announces one feed that the host serves as given, and collects the messages. */
async function announceOne(hub: string, host: Answer, overrides: Partial<AnnounceOptions> = {}) {
  const { address, sent } = await serve(host);
  const lines: string[] = [];
  const print = (line: string): void => void lines.push(line);
  const options = { hub, timeout: 30_000, waits: [1, 1], print, ...overrides };
  const [result] = await announce([{ address, bytes: built }], options);
  return { result, address, lines, visits: sent.length };
}

const deployed = respondWith(200, '<rss/>');

describe('a feed that the host serves as it was built', () => {
  test('is announced by the form that WebSub asks for', async () => {
    const hub = await serve((request, response, body) => {
      const { method } = request;
      const type = request.headers['content-type']?.split(';')[0];
      const right = method === 'POST' && type === 'application/x-www-form-urlencoded' && body !== '';
      response.writeHead(right ? 204 : 400).end();
    });
    const { result, address, lines } = await announceOne(hub.address, deployed);
    expect(result).toEqual({ address, state: 'accepted', answer: '204 No Content' });
    expect(Object.fromEntries(new URLSearchParams(hub.sent[0]))).toEqual({
      'hub.mode': 'publish',
      'hub.url': address,
    });
    expect([hub.sent.length, lines]).toEqual([1, []]);
  });

  test.each([
    { what: 'is refused', answers: [respondWith(403, 'Not\nyour topic')], state: 'rejected', pings: 1, answer: 'the hub answers 403 Forbidden: Not your topic' }, // prettier-ignore
    { what: 'fails twice, then is accepted', answers: [respondWith(500), respondWith(503), respondWith(202)], state: 'accepted', pings: 3, answer: '202 Accepted' }, // prettier-ignore
    { what: 'fails each time', answers: [respondWith(502)], state: 'rejected', pings: 3, answer: 'the hub answers 502 Bad Gateway' }, // prettier-ignore
    { what: 'gets no answer, then is accepted', answers: [hang, respondWith(204)], timeout: 300, state: 'accepted', pings: 2, answer: '204 No Content' }, // prettier-ignore
    { what: 'never gets an answer', answers: [hang], timeout: 300, state: 'rejected', pings: 3, answer: 'the hub did not answer in 0.3 s' }, // prettier-ignore
    { what: 'is sent elsewhere', answers: [respondWith(302, '', { location: 'https://hub.example/' })], state: 'rejected', pings: 1, answer: 'the hub answers 302 Found: moved to https://hub.example/' }, // prettier-ignore
    { what: 'is to wait for too long', answers: [respondWith(429, '', { 'retry-after': '3600' })], state: 'rejected', pings: 1, answer: 'the hub answers 429 Too Many Requests, and asks to wait 3600 s' }, // prettier-ignore
  ])('$what', async ({ answers, timeout, state, pings, answer }) => {
    const hub = await serve(...answers);
    const { result } = await announceOne(hub.address, deployed, timeout === undefined ? {} : { timeout });
    expect(result).toMatchObject({ state, answer });
    expect(hub.sent).toHaveLength(pings);
  });

  test('waits as long as a hub asks, in seconds or until a date', async () => {
    const date = new Date(Date.now() + 2_000).toUTCString();
    const hub = await serve(respondWith(429, '', { 'retry-after': '1' }), respondWith(503, '', { 'retry-after': date }), respondWith(204)); // prettier-ignore
    const start = performance.now();
    const { result, lines } = await announceOne(hub.address, deployed);
    expect(result?.state).toBe('accepted');
    expect(lines[0]).toBe('1 of 1 will be tried again in 1 s (the hub answers 429 Too Many Requests)');
    expect(performance.now() - start).toBeGreaterThan(1_000);
    expect(lines).toHaveLength(2);
  });

  test('waits longer each time', async () => {
    const hub = await serve(respondWith(500));
    const { lines } = await announceOne(hub.address, deployed, { waits: [10, 30, 90] });
    expect(lines.map((line) => / in (\S+) s/.exec(line)?.[1])).toEqual(['0.01', '0.03', '0.09']);
  });

  test('is rejected if there is no hub at that address', async () => {
    const { result, lines } = await announceOne('http://127.0.0.1:1/', deployed);
    expect(result?.state).toBe('rejected');
    expect(result?.answer).toMatch(/^the hub cannot be reached: /);
    expect(lines.every((line) => line.startsWith('1 of 1 will be tried again'))).toBe(true);
  });

  test('is left alone in a dry run', async () => {
    const hub = await serve(respondWith(204));
    const { result } = await announceOne(hub.address, deployed, { dryRun: true });
    expect(result).toMatchObject({ state: 'accepted', answer: 'matches the build' });
    expect(hub.sent).toEqual([]);
  });
});

describe('a feed that the host does not serve as it was built', () => {
  test.each([
    { what: 'older', host: respondWith(200, '<rss version="old"/>'), answer: 'the host serves a different version' }, // prettier-ignore
    { what: 'absent', host: respondWith(404), answer: 'the host answers 404 Not Found' },
    { what: 'not answered', host: hang, answer: 'the host did not answer in 0.3 s' },
  ])('is looked for again, and is not announced while it is $what', async ({ host, answer }) => {
    const hub = await serve(respondWith(204));
    const { result, visits } = await announceOne(hub.address, host, host === hang ? { timeout: 300 } : {});
    expect(result).toMatchObject({ state: 'absent', answer });
    expect([visits, hub.sent]).toEqual([3, []]);
  });

  test('is announced when it is there, and accepted feeds are not announced again', async () => {
    const hub = await serve(respondWith(204));
    const [early, late] = [await serve(deployed), await serve(respondWith(404), deployed)];
    const feeds = [early, late].map(({ address }) => ({ address, bytes: built }));
    const results = await announce(feeds, {
      hub: hub.address,
      timeout: 30_000,
      waits: [1],
      print: () => undefined,
    });
    expect(results.map(({ state }) => state)).toEqual(['accepted', 'accepted']);
    expect(hub.sent.map((body) => new URLSearchParams(body).get('hub.url'))).toEqual([early.address, late.address]); // prettier-ignore
  });
});
