import type { BuiltFeed } from './built-feeds.ts';

/**
 * Tells a WebSub hub (W3C, section 7) of every feed that the host serves as it was built, so that subscribers are sent
 * for nothing that is not there yet. What may pass is tried again after each of the waits; a refusal is final. A feed that
 * did not change does no harm: the hub compares it with what it sent last.
 */
export async function announce(
  feeds: readonly BuiltFeed[],
  { hub, timeout, waits, tell, dryRun = false }: AnnounceOptions,
): Promise<Announcement[]> {
  const results = new Map<BuiltFeed, Result>();
  for (const wait of [...waits, undefined]) {
    const open = feeds.filter((feed) => results.get(feed)?.final !== true);
    for (let at = 0; at < open.length; at += atOnce) {
      await Promise.all(
        open.slice(at, at + atOnce).map(async (feed) => {
          const result = (await seekLive(feed, timeout)) ?? (dryRun ? ready : await ping(hub, feed, timeout));
          results.set(feed, result);
        }),
      );
    }
    const again = [...results.values()].filter(({ final }) => !final);
    if (again.length === 0 || wait === undefined) break;
    const pause = Math.max(wait, ...again.map(({ retryAfter = 0 }) => retryAfter));
    const reasons = [...new Set(again.map(({ said }) => said))].join('; ');
    tell(`${again.length} of ${feeds.length} to be tried again in ${pause / 1000} s (${reasons})`);
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  return feeds.map((feed) => {
    const { state, said } = results.get(feed) ?? ready;
    return { address: feed.address, state, said };
  });
}

export interface AnnounceOptions {
  readonly hub: string;
  /** For each request, in milliseconds. */
  readonly timeout: number;
  /** Before each further try, in milliseconds; a hub that asks for more by `Retry-After` gets it. */
  readonly waits: readonly number[];
  readonly tell: (line: string) => void;
  /** Compares feeds with those of the host, and tells the hub nothing. */
  readonly dryRun?: boolean;
}

export interface Announcement {
  readonly address: string;
  /** `absent`: the host serves no feed there, or not the one that was built. */
  readonly state: 'accepted' | 'refused' | 'absent';
  /** What the hub or the host answered, in words. */
  readonly said: string;
}

interface Result extends Omit<Announcement, 'address'> {
  readonly final: boolean;
  /** In milliseconds. */
  readonly retryAfter?: number;
}

/** Requests at a time: a hub that is asked for more may take it for an attack. */
const atOnce = 4;
/** In milliseconds; who asks for a longer wait is asked again by the next deploy. */
const maxWait = 300_000;

const ready: Result = { state: 'accepted', said: 'is there as it was built', final: true };

/** Nothing if the host serves the very feed that was built. */
async function seekLive(feed: BuiltFeed, timeout: number): Promise<Result | undefined> {
  const absent = (said: string): Result => ({ state: 'absent', said, final: false });
  try {
    // A host's own cache is asked to look again, or it would show the feed of the last deploy.
    const headers = { 'cache-control': 'no-cache' };
    const response = await fetch(feed.address, { headers, signal: AbortSignal.timeout(timeout) });
    const bytes = Buffer.from(await response.arrayBuffer());
    if (!response.ok) return absent(`the host answers ${statusOf(response)}`);
    return bytes.equals(feed.bytes) ? undefined : absent('the host serves another version than was built');
  } catch (error) {
    return absent(`the host ${reasonOf(error, timeout)}`);
  }
}

async function ping(hub: string, feed: BuiltFeed, timeout: number): Promise<Result> {
  try {
    const response = await fetch(hub, {
      method: 'POST',
      body: new URLSearchParams({ 'hub.mode': 'publish', 'hub.url': feed.address }),
      // A redirect would make a GET of it, which announces nothing.
      redirect: 'manual',
      signal: AbortSignal.timeout(timeout),
    });
    const text = (await response.text()).replaceAll(/[\p{Cc}\s]+/gu, ' ').trim();
    if (response.ok) return { state: 'accepted', said: statusOf(response), final: true };
    const moved = response.headers.get('location');
    const rest = moved === null ? text.slice(0, 200) : `moved to ${moved}`;
    const said = `the hub answers ${[statusOf(response), rest].filter(Boolean).join(': ')}`;
    if (response.status !== 429 && response.status < 500) return { state: 'refused', said, final: true };
    const retryAfter = readRetryAfter(response.headers.get('retry-after'));
    if (retryAfter <= maxWait) return { state: 'refused', said, final: false, retryAfter };
    return { state: 'refused', said: `${said}, and asks to wait ${retryAfter / 1000} s`, final: true };
  } catch (error) {
    return { state: 'refused', said: `the hub ${reasonOf(error, timeout)}`, final: false };
  }
}

/** RFC 9110, 10.2.3: seconds or a date; here in milliseconds from now, 0 if nothing is said. */
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
