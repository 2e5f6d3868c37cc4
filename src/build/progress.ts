import { channel } from 'node:diagnostics_channel';
import type { Snapshot } from './snapshot.ts';
import type { Made } from './summary.ts';

/** The phases of a build in the order they start. Cards, images and the search run beside the others. */
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

/** Progress of a build, for subscribers in this process. */
export interface Step {
  readonly phase: Phase;
  /** Whether the main thread starts this phase. */
  readonly begins?: true;
  /** How much is done, and of how much. */
  readonly done?: number;
  readonly total?: number;
}

// Channels of Node are shared by all modules of a process; the pages of a build do not share modules with the configuration.
const steps = channel('fourfold:steps');
const builds = channel('fourfold:built');

export function reportProgress(step: Step): void {
  steps.publish(step);
}

export function onProgress(listener: (step: Step) => void): void {
  steps.subscribe((step) => {
    listener(step as Step);
  });
}

/** Reports a successful build at its end. */
export function reportBuilt(snapshot: Snapshot, made: Made): void {
  builds.publish({ snapshot, made } satisfies Built);
}

export interface Built {
  readonly snapshot: Snapshot;
  readonly made: Made;
}

export function onBuilt(listener: (built: Built) => void): void {
  builds.subscribe((built) => {
    listener(built as Built);
  });
}
