import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a command took, with all processes that it started. */
export interface Measure {
  /** Wall clock, in seconds. */
  readonly seconds: number;
  /** User and system time, in seconds. */
  readonly cpu: number;
  /** Largest resident memory of all its processes together and of the largest of them, in bytes; shared pages count in each. */
  readonly peak: number;
  readonly peakOfMain: number;
  /** The last line that it printed. */
  readonly lastLine: string;
}

/** How often memory is looked at, in milliseconds. */
const interval = 200;

/** Runs a command and measures it. Throws with what it printed if it fails. */
export async function measureRun(
  command: readonly [string, ...string[]],
  folder: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<Measure> {
  const own = mkdtempSync(join(tmpdir(), 'fourfold-times-'));
  const timesFile = join(own, 'times');
  const start = performance.now();
  // `times` of the shell tells of all processes that it waited for, and of those that they waited for (POSIX).
  const child = spawn('sh', ['-c', '"$@"; code=$?; times > "$TIMES"; exit $code', 'sh', ...command], {
    cwd: folder,
    env: { ...process.env, ...environment, TIMES: timesFile },
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  let [peak, peakOfMain] = [0, 0];
  const watch = setInterval(() => {
    const sizes = memoryBelow(child.pid ?? 0, readProcesses());
    peak = Math.max(
      peak,
      sizes.reduce((sum, size) => sum + size, 0),
    );
    peakOfMain = Math.max(peakOfMain, ...sizes);
  }, interval);
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', resolve);
    });
    if (code !== 0) throw new Error(`${command.join(' ')} ended with ${code ?? 'a signal'}:\n${output}`);
    const seconds = (performance.now() - start) / 1000;
    const cpu = cpuOfTimes(readFileSync(timesFile, 'utf8'));
    return { seconds, cpu, peak, peakOfMain, lastLine: output.trimEnd().split('\n').at(-1) ?? '' };
  } finally {
    clearInterval(watch);
    rmSync(own, { recursive: true });
  }
}

/** Seconds of CPU in the answer of `times`: the second line is that of the children, `1m2.34s 0m5.60s`. */
export function cpuOfTimes(text: string): number {
  const [, children = ''] = text.trim().split('\n');
  const parts = [...children.matchAll(/(\d+)m([\d.]+)s/g)];
  if (parts.length !== 2) throw new Error(`Unexpected answer of times: ${text}`);
  return parts.reduce((sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds), 0);
}

export interface RunningProcess {
  readonly id: number;
  readonly parent: number;
  /** Resident, in bytes. */
  readonly memory: number;
}

/** The memory of each process below one. */
export function memoryBelow(root: number, processes: readonly RunningProcess[]): number[] {
  const below = Map.groupBy(processes, ({ parent }) => parent);
  const collect = (id: number): number[] =>
    (below.get(id) ?? []).flatMap((child) => [child.memory, ...collect(child.id)]);
  return collect(root);
}

function readProcesses(): RunningProcess[] {
  const text = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,rss='], { encoding: 'utf8' });
  return text
    .trim()
    .split('\n')
    .map((line) => {
      const [id = 0, parent = 0, kilobytes = 0] = line.trim().split(/\s+/).map(Number);
      return { id, parent, memory: kilobytes * 1024 };
    });
}
