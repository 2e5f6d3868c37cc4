import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumArguments, findChromium } from '../site/chromium.ts';
import { copyProject, runScript } from '../site/project.ts';
import { startServer, type Server } from '../site/server.ts';

// Installed separately, because its 176 MB exceed everything that a publication needs.
const version = '13.5.0';

describe('Lighthouse, on a phone', () => {
  let root = '';
  let place = '';
  let server: Server;

  beforeAll(async () => {
    place = mkdtempSync(join(tmpdir(), 'fourfold-lighthouse-'));
    writeFileSync(join(place, 'package.json'), '{}');
    execFileSync('npm', ['install', '--silent', `lighthouse@${version}`], { cwd: place });
    root = copyProject({ briefs: true });
    const { code, output } = await runScript(root, 'build');
    expect(code, output).toBe(0);
    server = await startServer(root, 'preview');
  }, 300_000);

  afterAll(async () => {
    await server.stop();
    for (const folder of [root, place]) rmSync(folder, { recursive: true, force: true });
  });

  test.each([
    ['home', '/'],
    ['a brief', '/briefs/deepseek-r1-training-cost/'],
  ])('finds nothing to fix on %s', async (name, path) => {
    const runs = [await audit(path), await audit(path), await audit(path)];
    const [first] = runs;
    const failing = Object.values(first?.audits ?? {}).filter(({ score }) => score !== null && score < 1);
    const scores = (category: string): number[] =>
      runs.map(({ categories }) => categories[category]?.score ?? 0);
    for (const category of ['accessibility', 'best-practices', 'seo']) {
      expect(scores(category), JSON.stringify(failing, null, 1)).toEqual([1, 1, 1]);
    }
    // Only printed, since it depends on other load of the machine.
    const [, median = 0] = scores('performance').sort((one, other) => one - other);
    console.log(`Lighthouse ${version}, ${name}: performance ${Math.round(median * 100)} (median of three)`);
  });

  async function audit(path: string): Promise<Report> {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [
        join(place, 'node_modules/lighthouse/cli/index.js'),
        server.address + path,
        '--output=json',
        '--quiet',
        `--chrome-flags=--headless=new ${chromiumArguments.join(' ')}`,
      ],
      { env: { ...process.env, CHROME_PATH: await findChromium() }, maxBuffer: 64 * 1024 * 1024 },
    );
    return JSON.parse(stdout) as Report;
  }
});

interface Report {
  readonly categories: Readonly<Record<string, { readonly score: number }>>;
  readonly audits: Readonly<Record<string, { readonly id: string; readonly score: number | null }>>;
}
