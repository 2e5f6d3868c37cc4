import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Extent } from './bench-project.ts';
import type { BenchRow, Output } from './bench-table.ts';
import { corpusFile } from './corpus.ts';
import { measureRun } from './measured-run.ts';
import { astroSite, eleventySite, hugoSite, peerPackages, type SiteFiles } from './peer-sites.ts';

/** The site to build. */
interface Work {
  /** The folder of our own build, for its briefs and its font. */
  readonly project: string;
  readonly briefs: number;
  readonly extent: Extent;
  readonly keep: boolean;
}

interface Peer {
  readonly tool: string;
  readonly command: readonly [string, ...string[]];
  readonly folder: string;
  /** Its output folder. */
  readonly output: string;
  readonly drawsNoCards?: boolean;
}

/**
 * Builds the same site with other tools: a page for each brief and topic, a card each where we draw them, a list and a
 * feed. They check nothing and make no data or search. A failure is reported, and the next tool runs.
 */
export async function benchPeers(
  work: Work,
  print: (row: BenchRow) => void,
  problem: (text: string) => void,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'fourfold-peers-'));
  try {
    install(folder);
    for (const prepare of [prepareAstro, prepareDefaultAstro, prepareEleventy, prepareHugo]) {
      try {
        const peer = prepare(folder, work);
        if (peer) await benchPeer(peer, work, print);
      } catch (error) {
        problem(error instanceof Error ? error.message : String(error));
      }
    }
  } finally {
    if (work.keep) console.log(`  left in ${folder}`);
    else rmSync(folder, { recursive: true, force: true });
  }
}

function prepareAstro(parent: string, work: Work): Peer {
  const folder = join(parent, 'astro');
  writeAstroSite(folder, work, 'remark');
  return { tool: 'Astro, remark', ...astroBuild(folder) };
}

function prepareDefaultAstro(parent: string, work: Work): Peer {
  const folder = join(parent, 'astro-default');
  writeAstroSite(folder, work, 'default');
  return { tool: 'Astro, default processor', ...astroBuild(folder) };
}

function writeAstroSite(
  folder: string,
  { project, extent }: Work,
  processor: Parameters<typeof astroSite>[1],
): void {
  writeFiles(folder, astroSite(extent !== 'pages', processor));
  // Without a font, astro-og-canvas downloads one.
  const face = 'node_modules/@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-400-normal.woff';
  cpSync(join(project, face), join(folder, 'face.woff'));
  symlinkSync(join(project, 'briefs'), join(folder, 'content'));
}

function astroBuild(folder: string): Omit<Peer, 'tool'> {
  return {
    command: [process.execPath, '../node_modules/astro/bin/astro.mjs', 'build'],
    folder,
    output: 'dist',
  };
}

function prepareEleventy(parent: string, { project, extent }: Work): Peer {
  const folder = join(parent, 'eleventy');
  writeFiles(folder, eleventySite());
  symlinkSync(join(project, 'briefs'), join(folder, 'content'));
  return {
    tool: extent === 'pages' ? 'Eleventy' : 'Eleventy, which draws no cards',
    command: [process.execPath, '../node_modules/@11ty/eleventy/cmd.cjs', '--quiet'],
    folder,
    output: 'out',
    drawsNoCards: true,
  };
}

/** Above the folders of the sites: each has caches of its own. */
function install(parent: string): void {
  console.log('  installing Astro, astro-og-canvas and Eleventy…');
  writeFiles(parent, {
    'package.json': JSON.stringify({ private: true, type: 'module', dependencies: peerPackages }),
  });
  execFileSync('npm', ['install', '--silent', '--no-audit', '--no-fund'], { cwd: parent, stdio: 'inherit' });
}

function prepareHugo(parent: string, { project, extent }: Work): Peer | undefined {
  const version = hugoVersion();
  if (version === undefined) {
    console.log('  Hugo is not installed.');
    return undefined;
  }
  const folder = join(parent, 'hugo');
  writeFiles(folder, hugoSite(extent !== 'pages'));
  symlinkSync(join(project, 'briefs'), join(folder, 'content'));
  return { tool: `Hugo ${version}`, command: ['hugo'], folder, output: 'public' };
}

function hugoVersion(): string | undefined {
  try {
    return /v([\d.]+)/.exec(execFileSync('hugo', ['version'], { encoding: 'utf8' }))?.[1] ?? '';
  } catch {
    return undefined;
  }
}

async function benchPeer(
  { tool, command, folder, output, drawsNoCards = false }: Peer,
  { project, briefs, extent }: Work,
  print: (row: BenchRow) => void,
): Promise<void> {
  const brief = join(project, 'briefs', corpusFile(0));
  const text = readFileSync(brief, 'utf8');
  try {
    for (const change of ['cold', 'nothing', 'text']) {
      if (change === 'text') writeFileSync(brief, `${text.trimEnd()} Another sentence.\n`);
      const { lastLine, ...measure } = await measureRun(command, folder, { ASTRO_TELEMETRY_DISABLED: '1' });
      const files = listFiles(join(folder, output));
      requireAll(tool, 'pages', files, '.html', briefs);
      if (extent !== 'pages' && !drawsNoCards) requireAll(tool, 'cards', files, '.png', briefs);
      print({ tool, briefs, extent, change, ...measure, result: sizeOf(files) });
    }
  } finally {
    writeFileSync(brief, text);
  }
}

/** Throws if a tool skipped briefs, since it would look fast. */
function requireAll(tool: string, what: string, files: readonly string[], ending: string, min: number): void {
  const made = files.filter((file) => file.endsWith(ending)).length;
  if (made < min) throw new Error(`${tool} made ${made} ${what} of ${min} briefs`);
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function sizeOf(files: readonly string[]): Output {
  return { files: files.length, bytes: files.reduce((sum, file) => sum + statSync(file).size, 0) };
}

function writeFiles(folder: string, files: SiteFiles): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
