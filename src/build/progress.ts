import { channel } from 'node:diagnostics_channel';
import type { Edition } from './snapshot.ts';
import type { Made } from './summary.ts';

/** What a build does, in the order of its beginning; cards, pictures and the search go on beside the others. */
export const phases = [
  'load',
  'compile',
  'check',
  'bundle',
  'cards',
  'pictures',
  'pages',
  'feeds',
  'search',
  'copying',
] as const;

export type Phase = (typeof phases)[number];

/** One step of a build, told to whoever listens in this process. */
export interface Step {
  readonly phase: Phase;
  /** Whether the main thread is at it from now on. */
  readonly begins?: true;
  /** How much is done, of how much. */
  readonly done?: number;
  readonly total?: number;
}

// A channel of Node's own is one for all modules of the process; the pages of a build are bundled apart from the config.
const steps = channel('fourfold:steps');
const builds = channel('fourfold:built');

export function tell(step: Step): void {
  steps.publish(step);
}

export function hearSteps(listener: (step: Step) => void): void {
  steps.subscribe((step) => {
    listener(step as Step);
  });
}

/** Told once, at the end of a build that succeeded. */
export function tellBuilt(edition: Edition, made: Made): void {
  builds.publish({ edition, made } satisfies Built);
}

export interface Built {
  readonly edition: Edition;
  readonly made: Made;
}

export function hearBuilt(listener: (built: Built) => void): void {
  builds.subscribe((built) => {
    listener(built as Built);
  });
}
