import { describe, expect, test } from 'vitest';
import { cpuOfTimes, measureRun, memoryBelow } from '../../../scripts/bench/measured-run.ts';

describe('what a command took', () => {
  test.each([
    ['0m0.00s 0m0.01s\n1m2.34s 0m5.60s\n', 67.94],
    ['0m0,000s'.replace(',', '.') + ' 0m0.000s\n0m0.500s 0m0.250s', 0.75],
  ])('is the time of its children, as the shell tells it: %j', (text, seconds) => {
    expect(cpuOfTimes(text)).toBeCloseTo(seconds);
  });

  test('is not guessed from another answer', () => {
    expect(() => cpuOfTimes('real 1s')).toThrow('Unexpected answer of times: real 1s');
  });

  test('is the memory of all processes below the first, and of no others', () => {
    const processes = [
      { id: 2, parent: 1, memory: 10 },
      { id: 3, parent: 2, memory: 5 },
      { id: 4, parent: 9, memory: 99 },
    ];
    expect(memoryBelow(1, processes)).toEqual([10, 5]);
  });

  test('counts processes that it started in turn', async () => {
    const busy =
      'const end = process.cpuUsage().user + 4e5; while (process.cpuUsage().user < end); console.log("done")';
    const nested = `require("node:child_process").execFileSync(process.execPath, ["-e", ${JSON.stringify(busy)}], { stdio: "inherit" })`;
    const { cpu, lastLine } = await measureRun([process.execPath, '-e', nested], process.cwd());
    expect(lastLine).toBe('done');
    expect(cpu).toBeGreaterThan(0.4);
  });

  test('is an error with all that it printed when it fails', async () => {
    await expect(measureRun(['sh', '-c', 'echo no luck; exit 3'], process.cwd())).rejects.toThrow(
      /ended with 3:\nno luck/,
    );
  });
});
