import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a command took, with all processes that it started. */
export interface Measure {
  /** Wall clock, in seconds. */
  readonly seconds: number;
  /** User and system time, in seconds. */
  readonly cpu: number;
  /**
   * Largest resident memory of all its processes together, and of the one that was started, in bytes; shared pages count
   * in each. Not there where the run was over before the first look, or no `ps` is installed.
   */
  readonly peak?: number;
  readonly peakOfMain?: number;
  /** The last line of its standard output. */
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
  let [output, standard] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    standard += text;
    output += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text));
  let [peak, peakOfMain] = [0, 0];
  const watch = setInterval(() => {
    // The shell has one child, which is what it was asked to run.
    const [main = 0, ...others] = memoryBelow(child.pid ?? 0, readProcesses());
    peak = Math.max(
      peak,
      others.reduce((sum, size) => sum + size, main),
    );
    peakOfMain = Math.max(peakOfMain, main);
  }, interval);
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', resolve);
    });
    if (code !== 0) throw new Error(`${command.join(' ')} ended with ${code ?? 'a signal'}:\n${output}`);
    const seconds = (performance.now() - start) / 1000;
    const cpu = cpuOfTimes(readFileSync(timesFile, 'utf8'));
    const lastLine = standard.trimEnd().split('\n').at(-1) ?? '';
    return { seconds, cpu, ...(peak > 0 && { peak, peakOfMain }), lastLine };
  } finally {
    clearInterval(watch);
    rmSync(own, { recursive: true });
  }
}

/** Seconds of CPU in the answer of `times`: the second line is that of the children, `1m2.34s 0m5.60s`, or with commas. */
export function cpuOfTimes(text: string): number {
  const [, children = ''] = text.trim().split('\n');
  const parts = [...children.matchAll(/(\d+)m([\d.,]+)s/g)];
  if (parts.length !== 2) throw new Error(`Unexpected answer of times: ${text}`);
  return parts.reduce(
    (sum, [, minutes, seconds = '']) => sum + Number(minutes) * 60 + Number(seconds.replace(',', '.')),
    0,
  );
}

export interface RunningProcess {
  readonly id: number;
  readonly parent: number;
  /** Resident, in bytes. */
  readonly memory: number;
}

/** The memory of each process below one, its first child first. */
export function memoryBelow(root: number, processes: readonly RunningProcess[]): number[] {
  const below = Map.groupBy(processes, ({ parent }) => parent);
  const collect = (id: number): number[] =>
    (below.get(id) ?? []).flatMap((child) => [child.memory, ...collect(child.id)]);
  return collect(root);
}

function readProcesses(): RunningProcess[] {
  const { error, stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid=,rss='], { encoding: 'utf8' });
  return error ? [] : parseProcesses(stdout);
}

/** What `ps` tells in three columns: the ids of a process and of its parent, and kilobytes. */
export function parseProcesses(text: string): RunningProcess[] {
  return [...text.matchAll(/^\s*(\d+)\s+(\d+)\s+(\d+)\s*$/gm)].map(([, id, parent, kilobytes]) => ({
    id: Number(id),
    parent: Number(parent),
    memory: Number(kilobytes) * 1024,
  }));
}
