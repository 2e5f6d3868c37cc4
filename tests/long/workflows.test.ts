import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'; // prettier-ignore
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readFolder, userEnvironment } from '../site/project.ts';
import { changeSettings } from '../settings-file.ts';

const root = new URL('../..', import.meta.url).pathname;
const hasRclone = spawnSync('rclone', ['version']).status === 0;

interface Step {
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string | boolean | undefined>>;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly 'working-directory'?: string;
}

interface Job {
  readonly steps: readonly Step[];
  readonly strategy?: { readonly matrix: { readonly shard: readonly number[] } };
}

/** A job of a shipped workflow. */
function jobOf(workflow: string, job: string): Job {
  const text = readFileSync(join(root, '.github/workflows', `${workflow}.yml`), 'utf8');
  const found = (parse(text) as { jobs: Record<string, Job | undefined> }).jobs[job];
  if (!found) throw new Error(`${workflow} has no job ${job}`);
  return found;
}

describe('a workflow for GitHub does, step by step,', { timeout: 600_000 }, () => {
  const place = mkdtempSync(join(tmpdir(), 'fourfold-workflows-'));
  const origin = join(place, 'origin');
  const artifacts = join(place, 'artifacts');
  const now = { BRIEFS_NOW: '2026-01-01T12:00:00Z' };
  const git = (...given: readonly string[]): void => {
    execFileSync('git', ['-c', 'user.name=Ann', '-c', 'user.email=ann@news.example', ...given], { cwd: origin, stdio: 'pipe' }); // prettier-ignore
  };

  beforeAll(() => {
    execFileSync('git', ['clone', '--quiet', root, origin]);
    changeSettings(origin, { address: 'https://ann.github.io/news/', cards: { newest: 0 } });
    git('commit', '--quiet', '--all', '--message', 'Settle at GitHub');
  });

  afterAll(() => {
    rmSync(place, { recursive: true, force: true });
  });

  interface Circumstances {
    readonly values?: Readonly<Record<string, string>>;
    readonly installs?: boolean;
    readonly environment?: Readonly<Record<string, string>>;
  }

  /**
   * Runs the steps like a GitHub runner without a cache; returns its folder and output. Packages are shared unless
   * `installs` is set, since each installation takes a minute.
   */
  function runJob(
    name: string,
    { steps }: Job,
    { values = {}, installs = false, environment = {} }: Circumstances = {},
  ): { folder: string; said: string } {
    const folder = join(place, name);
    mkdirSync(folder);
    let said = '';
    for (const step of steps) {
      const given = step.with ?? {};
      const path = join(folder, String(given['path'] ?? '').trim());
      if (step.uses?.startsWith('actions/checkout')) {
        execFileSync('git', ['clone', '--quiet', origin, path]);
        if (!installs) symlinkSync(join(root, 'node_modules'), join(path, 'node_modules'));
      } else if (step.uses?.startsWith('actions/upload-artifact')) {
        const artifact = String(given['name']);
        // By default, the action ignores files and folders that start with a dot.
        const isSent = (file: string): boolean =>
          given['include-hidden-files'] === true || !/(?:^|\/)\./.test(relative(path, file));
        if (existsSync(path)) cpSync(path, join(artifacts, artifact), { recursive: true, preserveTimestamps: true, filter: isSent }); // prettier-ignore
      } else if (step.run !== undefined) {
        const command = step.run.replace(
          /\$\{\{ ([\w.-]+) \}\}/g,
          (_, value: string) => values[value] ?? '?',
        );
        // What is on this machine.
        if (command.startsWith('sudo apt-get')) continue;
        said += execFileSync('bash', ['-e', '-c', installs ? command : command.replace(/npm ci --ignore-scripts(?: && )?/, ':; ')], {
          cwd: join(folder, step['working-directory'] ?? ''),
          env: userEnvironment({ ...now, GITHUB_OUTPUT: join(place, 'outputs'), GITHUB_STEP_SUMMARY: join(place, 'summary'), ...environment, ...step.env }),
          encoding: 'utf8',
        }); // prettier-ignore
      } else expect(step.uses).toMatch(/^actions\/cache\//);
    }
    return { folder, said };
  }

  test('the one that publishes a site below a path, from installation to the archive for Pages', () => {
    const { said } = runJob('publish', jobOf('publish', 'build'), { installs: true });
    expect(said).toMatch(
      /^https:\/\/ann\.github\.io\/news\/ in \d+ files, \d+ of them pages: nothing wrong$/m,
    );
    const site = join(place, 'site');
    mkdirSync(site);
    execFileSync('tar', ['-xf', join(artifacts, 'github-pages'), '-C', site]);
    expect(existsSync(join(site, 'index.html'))).toBe(true);
    expect([...readFolder(site).keys()]).toEqual([...readFolder(join(place, 'publish/dist')).keys()]);
  });

  test('the one that publishes a site with a broken brief, which stays as it was, and then fails with the report', () => {
    runJob('mark', jobOf('publish', 'published'));
    const before = readFolder(join(place, 'publish/dist'));
    const brief = readFileSync(join(origin, 'briefs/high-seas-treaty.md'), 'utf8');
    writeFileSync(join(origin, 'briefs/high-seas-treaty.md'), brief.replace(/^## .*Next.*$/m, '## Then'));
    git('commit', '--quiet', '--all', '--message', 'Spoil a brief');
    rmSync(join(place, 'outputs'), { force: true });
    runJob('publish-again', jobOf('publish', 'build'));
    const after = readFolder(join(place, 'publish-again/dist'));
    expect([...after].filter(([file, bytes]) => !before.get(file)?.equals(bytes))).toEqual([]);
    const [, report = ''] = /^report<<(\w+)\n([^]*)\n\1\n$/.exec(readFileSync(join(place, 'outputs'), 'utf8'))?.slice(1) ?? []; // prettier-ignore
    expect(report).toContain('briefs/high-seas-treaty.md  stays as it was published: ');
    const { steps } = jobOf('publish', 'skipped');
    const last = steps.map((step) => ({ ...step, env: { REPORT: report } }));
    expect(() => runJob('skipped', { steps: last })).toThrow(
      expect.objectContaining({ status: 1, stdout: `${report}\n` }) as Error,
    );
    git('revert', '--no-edit', 'HEAD');
  });

  test.skipIf(!hasRclone)('what eight machines make of a large site, which is what one makes', () => {
    // To rclone, a folder is a store.
    const environment = { STORE: join(place, 'store') };
    const shard = jobOf('large-site', 'shard');
    for (const number of shard.strategy?.matrix.shard ?? []) {
      const values = { 'matrix.shard': String(number), 'strategy.job-total': '8' };
      const { folder } = runJob(`shard-${number}`, shard, { values, environment });
      rmSync(folder, { recursive: true });
    }
    const { said } = runJob('merge', jobOf('large-site', 'merge'), { environment });
    expect(said).toMatch(/0 of \d+ brief files.* 0 of \d+ cards/);
    const [merged, whole] = [readFolder(join(artifacts, 'site')), readFolder(join(place, 'publish/dist'))];
    expect([...merged.keys()]).toEqual([...whole.keys()]);
    expect([...merged].filter(([file, bytes]) => !whole.get(file)?.equals(bytes))).toEqual([]);
  });

  test('what shows the changes of a pull request on the cards', () => {
    runJob('cards', jobOf('cards', 'cards'));
    for (const file of ['cards/index.html', 'cards/compare.html', 'cards-before/index.html'])
      expect(existsSync(join(place, 'cards', file)), file).toBe(true);
  });

  test('the one that reports every problem on its line', () => {
    writeFileSync(join(origin, 'briefs/high-seas-treaty.md'), 'No front matter.\n');
    git('commit', '--quiet', '--all', '--message', 'Spoil a brief');
    const checks = (): unknown => runJob('check', jobOf('check', 'check'));
    expect(checks).toThrow(
      expect.objectContaining({
        status: 1,
        stdout: expect.stringContaining('::error file=briefs/high-seas-treaty.md,line=1,') as string,
      }) as Error,
    );
  });
});
