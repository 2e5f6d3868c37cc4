import { phases, type Phase, type Step } from './progress.ts';

/** What a phase took: seconds of wall, and of CPU in all threads of this process. */
export interface PhaseTime {
  readonly name: Phase;
  readonly seconds: number;
  readonly cpu: number;
}

export interface PhaseClock {
  readonly hear: (step: Step) => void;
  /** What each phase took until now. Pagefind is a process of its own, and its CPU is not in here. */
  readonly times: () => PhaseTime[];
}

/**
 * Tells how long each phase of a build takes. All that is used while the main thread is at a phase counts for it: what other
 * threads do beside the rendering of pages (other formats of cards, pictures) is counted with the pages.
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
    hear: ({ phase: next, begins }) => {
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
