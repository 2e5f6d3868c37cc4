import type { BuiltFeed } from './built-feeds.ts';

/**
 * Announces every feed that the host serves as built to a WebSub hub (W3C, section 7), so that subscribers never fetch an
 * outdated feed. Temporary failures are retried after each wait; a rejection is final. Announcing an unchanged feed is
 * harmless, since the hub compares it with its last copy.
 */
export async function announce(
  feeds: readonly BuiltFeed[],
  { hub, timeout, waits, print, dryRun = false }: AnnounceOptions,
): Promise<Announcement[]> {
  const results = new Map<BuiltFeed, Result>();
  for (const wait of [...waits, undefined]) {
    const open = feeds.filter((feed) => results.get(feed)?.final !== true);
    for (let at = 0; at < open.length; at += maxParallel) {
      await Promise.all(
        open.slice(at, at + maxParallel).map(async (feed) => {
          const result = (await seekLive(feed, timeout)) ?? (dryRun ? ready : await ping(hub, feed, timeout));
          results.set(feed, result);
        }),
      );
    }
    const again = [...results.values()].filter(({ final }) => !final);
    if (again.length === 0 || wait === undefined) break;
    const pause = Math.max(wait, ...again.map(({ retryAfter = 0 }) => retryAfter));
    const reasons = [...new Set(again.map(({ answer }) => answer))].join('; ');
    print(`${again.length} of ${feeds.length} will be tried again in ${pause / 1000} s (${reasons})`);
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  return feeds.map((feed) => {
    const { state, answer } = results.get(feed) ?? ready;
    return { address: feed.address, state, answer };
  });
}

export interface AnnounceOptions {
  readonly hub: string;
  /** Milliseconds for each request. */
  readonly timeout: number;
  /** Milliseconds before each retry; `Retry-After` from the hub takes precedence if longer. */
  readonly waits: readonly number[];
  readonly print: (line: string) => void;
  /** Only compares the feeds with those of the host. */
  readonly dryRun?: boolean;
}

export interface Announcement {
  readonly address: string;
  /** `absent`: the host serves no feed or a different one. */
  readonly state: 'accepted' | 'rejected' | 'absent';
  /** The answer of the hub or host. */
  readonly answer: string;
}

interface Result extends Omit<Announcement, 'address'> {
  readonly final: boolean;
  /** Milliseconds. */
  readonly retryAfter?: number;
}

/** Parallel requests; a hub may treat more as an attack. */
const maxParallel = 4;
/** Milliseconds; if a hub asks for a longer wait, the next deploy announces again. */
const maxWait = 300_000;

const ready: Result = { state: 'accepted', answer: 'matches the build', final: true };

/** Undefined if the host serves the feed as built. */
async function seekLive(feed: BuiltFeed, timeout: number): Promise<Result | undefined> {
  const absent = (answer: string): Result => ({ state: 'absent', answer, final: false });
  try {
    // Bypasses the host's cache, which may still have the previous feed.
    const headers = { 'cache-control': 'no-cache' };
    const response = await fetch(feed.address, { headers, signal: AbortSignal.timeout(timeout) });
    const bytes = Buffer.from(await response.arrayBuffer());
    if (!response.ok) return absent(`the host answers ${statusOf(response)}`);
    return bytes.equals(feed.bytes) ? undefined : absent('the host serves a different version');
  } catch (error) {
    return absent(`the host ${reasonOf(error, timeout)}`);
  }
}

async function ping(hub: string, feed: BuiltFeed, timeout: number): Promise<Result> {
  try {
    const response = await fetch(hub, {
      method: 'POST',
      body: new URLSearchParams({ 'hub.mode': 'publish', 'hub.url': feed.address }),
      // Following a redirect would turn it into a GET, which announces nothing.
      redirect: 'manual',
      signal: AbortSignal.timeout(timeout),
    });
    const text = (await response.text()).replaceAll(/[\p{Cc}\s]+/gu, ' ').trim();
    if (response.ok) return { state: 'accepted', answer: statusOf(response), final: true };
    const moved = response.headers.get('location');
    const rest = moved === null ? text.slice(0, 200) : `moved to ${moved}`;
    const answer = `the hub answers ${[statusOf(response), rest].filter(Boolean).join(': ')}`;
    if (response.status !== 429 && response.status < 500) return { state: 'rejected', answer, final: true };
    const retryAfter = readRetryAfter(response.headers.get('retry-after'));
    if (retryAfter <= maxWait) return { state: 'rejected', answer, final: false, retryAfter };
    return { state: 'rejected', answer: `${answer}, and asks to wait ${retryAfter / 1000} s`, final: true };
  } catch (error) {
    return { state: 'rejected', answer: `the hub ${reasonOf(error, timeout)}`, final: false };
  }
}

/** Milliseconds from now; the header has seconds or a date (RFC 9110, 10.2.3). 0 if missing. */
function readRetryAfter(header: string | null): number {
  if (header === null) return 0;
  const wait = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return Number.isNaN(wait) ? 0 : Math.max(0, wait);
}

function statusOf({ status, statusText }: Response): string {
  return `${status} ${statusText}`.trim();
}

function reasonOf(error: unknown, timeout: number): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return `did not answer in ${timeout / 1000} s`;
  const { code, message = error.message } = (error.cause ?? {}) as { code?: string; message?: string };
  return `cannot be reached: ${code ?? message}`;
}
