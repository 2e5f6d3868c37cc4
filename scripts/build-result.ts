import type { PhaseTime } from '../src/build/phase-clock.ts';
import type { Snapshot } from '../src/build/snapshot.ts';
import type { Made } from '../src/build/summary.ts';

/** The result of a build as one line of JSON. Sizes in bytes, times in seconds. */
export function formatResult(
  { briefs, counts, now }: Snapshot,
  made: Made,
  seconds: number,
  phases: readonly PhaseTime[],
): string {
  const { pages, all, rendered, ...others } = made;
  const { user, system } = process.cpuUsage();
  return JSON.stringify({
    moment: now,
    briefs: briefs.length,
    compiled: counts.compiled,
    pages: { all, made: rendered, forPeople: pages },
    ...others,
    seconds: rounded(seconds),
    cpu: rounded((user + system) / 1e6),
    phases: phases.map(({ name, ...times }) => ({
      name,
      seconds: rounded(times.seconds),
      cpu: rounded(times.cpu),
    })),
  });
}

function rounded(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
