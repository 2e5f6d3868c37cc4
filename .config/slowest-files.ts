import { relative } from 'node:path';
import type { Reporter, TestModule } from 'vitest/node';

/** Prints the test files that took longest, so that a suite that becomes slow shows where. */
export class SlowestFiles implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const lines = modules
      .map((module) => ({ module, ...module.diagnostic() }))
      .map(({ module, duration, collectDuration, prepareDuration, setupDuration }) => ({
        file: relative(process.cwd(), module.moduleId),
        seconds: (duration + collectDuration + prepareDuration + setupDuration) / 1000,
      }))
      .sort((one, other) => other.seconds - one.seconds)
      .slice(0, 10)
      .map(({ file, seconds }) => `${seconds.toFixed(1).padStart(6)} s  ${file}`);
    console.log(`Slowest files:\n${lines.join('\n')}\n`);
  }
}
