import type { Phase, Step } from '../src/build/progress.ts';

/** Names of the long phases. */
const names: Partial<Record<Phase, string>> = {
  compile: 'Compiling briefs',
  cards: 'Drawing cards',
  pictures: 'Processing images',
  pages: 'Rendering pages',
  feeds: 'Writing feeds and data',
  search: 'Building the search index',
};

/** Milliseconds between updates of the line on a terminal, and between lines elsewhere. */
const onTerminal = 100;
const inLog = 30_000;

export interface Display {
  readonly update: (step: Step) => void;
  /** Clears the line. */
  readonly end: () => void;
}

/**
 * Shows the progress of a long build: an updating line on a terminal, occasional lines elsewhere, nothing for short
 * builds. Writes to standard error, so that standard output contains only the summary.
 */
export function openDisplay(
  stream: Pick<NodeJS.WriteStream, 'write' | 'isTTY' | 'columns'>,
  now: () => number = () => performance.now(),
): Display {
  const began = new Map<Phase, { readonly at: number; readonly done: number }>();
  const interval = stream.isTTY ? onTerminal : inLog;
  let last = now();
  let isShown = false;
  return {
    update: ({ phase, done = 0, total = 0 }) => {
      const name = names[phase];
      if (name === undefined || total === 0) return;
      const start = began.get(phase) ?? { at: now(), done };
      began.set(phase, start);
      if (now() - last < interval) return;
      last = now();
      const line = `${name}: ${formatProgress(done, total, done - start.done, (last - start.at) / 1000)}`;
      isShown = true;
      // Some terminals do not report their width.
      const width = stream.columns > 1 ? stream.columns - 1 : line.length;
      stream.write(stream.isTTY ? `\r${line.slice(0, width)}\u001b[K` : `${line}\n`);
    },
    end: () => {
      if (isShown && stream.isTTY) stream.write('\r\u001b[K');
      isShown = false;
    },
  };
}

/** `1,234 of 10,000, 41 a second, 3 min left`; `made` of them took `seconds`. */
export function formatProgress(done: number, total: number, made: number, seconds: number): string {
  const counted = `${whole.format(done)} of ${whole.format(total)}`;
  const rate = made / seconds;
  if (!(rate > 0) || !Number.isFinite(rate)) return counted;
  const pace = rate >= 10 ? whole.format(rate) : rate.toFixed(1);
  return `${counted}, ${pace} a second, ${formatDuration((total - done) / rate)} left`;
}

/** A duration as precise as needed for waiting. */
export function formatDuration(seconds: number): string {
  if (seconds < 60) return `${Math.ceil(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
