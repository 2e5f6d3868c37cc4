import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { differencesOf } from '../site/digests.ts';
import { build, siteDigests, edit, makeSite } from './test-site.ts';

const disk = mkdtempSync(join(tmpdir(), 'fourfold-disk-'));
const isMounted = mount();

/** A small disk needs the right to mount. */
function mount(): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=48m', 'tmpfs', disk], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

afterAll(() => {
  if (isMounted) execFileSync('umount', [disk]);
  rmSync(disk, { recursive: true, force: true });
});

describe.runIf(isMounted)('a disk that is full', () => {
  test('makes builds fail with a clear error without damaging the site, until there is space again', async () => {
    const made = makeSite(30);
    const root = join(disk, 'site');
    cpSync(made, root, { recursive: true, verbatimSymlinks: true });
    rmSync(made, { recursive: true, force: true });
    const first = await build(root);
    expect(first.code, first.output).toBe(0);
    const before = siteDigests(root);
    const filler = join(disk, 'filler');
    for (const left of [0, 40, 400, 1500]) {
      edit(root, 'briefs/high-seas-treaty.md', (text) => `${text.trimEnd()} With ${left} KB left.\n`);
      edit(root, 'src/site/components/Kicker.astro', (text) => `${text}<i hidden data-edit="${left}"></i>\n`);
      rmSync(join(root, '.cache/fourfold/entries/cards'), { recursive: true, force: true });
      const { bavail, bsize } = statfsSync(disk);
      writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - left * 1000)));
      const { code, output } = await build(root);
      rmSync(filler);
      expect(code, `${left} KB left\n${output}`).toBe(1);
      expect(output).toContain('The disk is full');
      expect(existsSync(join(root, 'dist/index.html'))).toBe(true);
      expect(differencesOf(siteDigests(root), before)).toEqual([]);
    }
    const last = await build(root);
    expect(last.code, last.output).toBe(0);
    expect(differencesOf(siteDigests(root), before)).toContain('briefs/high-seas-treaty/index.html');
  });
});
