import { tmpdir } from 'node:os';
import { describe, expect, test } from 'vitest';
import { cpuOfTimes, measureRun, memoryBelow, parseProcesses } from '../../scripts/bench/measured-run.ts';

describe('a run that is measured', () => {
  test('counts the CPU of a process that the run has started itself', async () => {
    const busy = 'const until = process.cpuUsage().user + 300_000; while (process.cpuUsage().user < until);';
    const starter = `require('node:child_process').execFileSync(process.execPath, ['-e', ${JSON.stringify(busy)}])`;
    const { cpu } = await measureRun([process.execPath, '-e', starter], tmpdir());
    expect(cpu).toBeGreaterThan(0.3);
  });

  test('returns the last line of standard output, ignoring standard error', async () => {
    const script = 'console.log("{}"); setTimeout(() => console.error("a warning"), 100)';
    expect(await measureRun([process.execPath, '-e', script], tmpdir())).toHaveProperty('lastLine', '{}');
  });

  test('separates the memory of the main process from that of all', async () => {
    const holder = 'const held = Buffer.alloc(200e6, 1); setTimeout(() => held.length, 1500)';
    const starter = `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(holder)}])`;
    const { peak = 0, peakOfMain = 0 } = await measureRun([process.execPath, '-e', starter], tmpdir());
    expect(peakOfMain).toBeGreaterThan(10e6);
    expect(peakOfMain).toBeLessThan(200e6);
    expect(peak).toBeGreaterThan(200e6 + peakOfMain);
  });

  test('is an error with what was printed, when it ends with another code than 0', async () => {
    const script = 'console.error("no room"); process.exit(3)';
    await expect(measureRun([process.execPath, '-e', script], tmpdir())).rejects.toThrow(
      /ended with 3:\nno room/,
    );
  });
});

describe('the answer of times', () => {
  test.each([
    ['dash', '0m0.01s 0m0.02s\n1m2.34s 0m5.60s\n', 67.94],
    ['bash where a comma is the decimal mark', '0m0,010s 0m0,020s\n0m1,500s 2m0,250s\n', 121.75],
  ])('is read from %s: user and system time of the children', (_, text, seconds) => {
    expect(cpuOfTimes(text)).toBeCloseTo(seconds, 5);
  });

  test('is refused when it is another', () => {
    expect(() => cpuOfTimes('0.01 0.02')).toThrow('Unexpected answer of times: 0.01 0.02');
  });
});

describe('the memory of a tree of processes', () => {
  const processes = parseProcesses(
    '    1     0   900\n   10     1    50\n 11 10 100\n12 11 20\n 13 11 5\n 20 1 7000\n',
  );

  test('is that of its members alone, in bytes, the one that was started first', () => {
    expect(memoryBelow(10, processes)).toEqual([100, 20, 5].map((kilobytes) => kilobytes * 1024));
  });

  test('is nothing where no process is known', () => {
    expect(memoryBelow(10, parseProcesses(''))).toEqual([]);
  });
});
