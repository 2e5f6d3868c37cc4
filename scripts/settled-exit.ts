/** Milliseconds: what V8 compiles in other threads for code that has come to its end takes a few. */
const pause = 40;

/**
 * Lets a command end. V8's compiling threads may wait for a collection of garbage that only the main thread can begin, and
 * Node waits at the end for these threads: one in six builds that were refused did not end at all (nodejs/node#54918).
 * Code that runs answers such threads, so some runs until they are done.
 */
export function settleAtExit(): void {
  process.on('exit', () => {
    const end = performance.now() + pause;
    while (performance.now() < end);
  });
}
