import { phases, type Phase, type Step } from './progress.ts';

/** The time of a phase: seconds of wall time, and of CPU in all threads of this process. */
export interface PhaseTime {
  readonly name: Phase;
  readonly seconds: number;
  readonly cpu: number;
}

export interface PhaseClock {
  readonly update: (step: Step) => void;
  /** The times so far, without the CPU of Pagefind, which is a process of its own. */
  readonly times: () => PhaseTime[];
}

/**
 * Measures the phases of a build. CPU counts for the phase of the main thread: work of other threads while pages are rendered,
 * such as cards and images, counts as rendering.
 */
export function startPhaseClock(): PhaseClock {
  const spent = new Map<Phase, { seconds: number; cpu: number }>();
  let phase: Phase = 'load';
  let [since, used] = [performance.now(), process.cpuUsage()];
  const book = (): void => {
    const { user, system } = process.cpuUsage(used);
    const known = spent.get(phase) ?? { seconds: 0, cpu: 0 };
    known.seconds += (performance.now() - since) / 1000;
    known.cpu += (user + system) / 1e6;
    spent.set(phase, known);
    [since, used] = [performance.now(), process.cpuUsage()];
  };
  return {
    update: ({ phase: next, begins }) => {
      if (!begins || next === phase) return;
      book();
      phase = next;
    },
    times: () => {
      book();
      return phases.flatMap((name) => {
        const { seconds, cpu } = spent.get(name) ?? {};
        return seconds === undefined || cpu === undefined ? [] : [{ name, seconds, cpu }];
      });
    },
  };
}
