/** Milliseconds; V8's background compilation of finished code takes a few. */
const pause = 40;

/**
 * Lets a command end. V8's compiler threads may wait for a garbage collection that only the main thread can start, while
 * Node waits for these threads: one in six failed builds never ended (nodejs/node#54918). Running code serves such
 * requests, so this runs some until they are done.
 */
export function settleAtExit(): void {
  process.on('exit', () => {
    const end = performance.now() + pause;
    while (performance.now() < end);
  });
}
