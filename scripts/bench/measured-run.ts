import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Resources used by a command and all its processes. */
export interface Measure {
  /** Wall-clock seconds. */
  readonly seconds: number;
  /** Seconds of user and system time. */
  readonly cpu: number;
  /**
   * Peak resident memory in bytes, of all processes and of the first one; shared pages count in each. Undefined if the
   * run was too short or `ps` is missing.
   */
  readonly peak?: number;
  readonly peakOfMain?: number;
  /** The last line of standard output. */
  readonly lastLine: string;
}

/** Milliseconds between memory samples. */
const interval = 200;

/** Runs and measures a command. Throws with its output if it fails. */
export async function measureRun(
  command: readonly [string, ...string[]],
  folder: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<Measure> {
  const own = mkdtempSync(join(tmpdir(), 'fourfold-times-'));
  const timesFile = join(own, 'times');
  const start = performance.now();
  // `times` covers all processes that the shell waited for, and their waited-for children (POSIX).
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
    // The shell's only child is the measured command.
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

/** Seconds of CPU printed by `times`; the second line is that of the children, `1m2.34s 0m5.60s`, or with commas. */
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
  /** Resident bytes. */
  readonly memory: number;
}

/** The memory of each descendant of a process, its first child first. */
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

/** Parses three columns of `ps`: process id, parent id, kilobytes. */
export function parseProcesses(text: string): RunningProcess[] {
  return [...text.matchAll(/^\s*(\d+)\s+(\d+)\s+(\d+)\s*$/gm)].map(([, id, parent, kilobytes]) => ({
    id: Number(id),
    parent: Number(parent),
    memory: Number(kilobytes) * 1024,
  }));
}
